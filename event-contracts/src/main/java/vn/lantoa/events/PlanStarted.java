package vn.lantoa.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The execution of the plan began (triển khai).
 *
 * @param startedBy the coordinator who said so; null when it began by itself on its first day
 */
public record PlanStarted(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        LocalDate startedOn,
        @Nullable UUID startedBy)
        implements PlanEvent {}
