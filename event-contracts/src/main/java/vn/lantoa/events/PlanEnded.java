package vn.lantoa.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A plan is over: nothing more is given out, and what is open of it ends. No version of its content comes after it. */
public sealed interface PlanEnded extends PlanEvent permits PlanReplaced, PlanRevoked, PlanClosed {

    /** The version of the content that was in force last. */
    int version();

    String subject();

    /** First day on which the plan does not hold any more. */
    LocalDate endedOn();

    UUID endedBy();

    @Nullable
    String reason();
}
