package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan's content that is in force from now on: the first one when the plan is issued, a later one when it is amended.
 * Whoever follows a plan takes the whole content of the newest version that they hear of, so that events that come late or twice
 * change nothing. Identifiers of items are stable over versions.
 */
public sealed interface PlanInForce extends PlanEvent permits PlanPromulgated, PlanAmended {

    /** Counts the versions of the content, from 1. */
    int version();

    String subject();

    @Nullable
    String documentNumber();

    @Nullable
    String documentSymbol();

    /** The day on which the plan itself was issued, in every version. */
    LocalDate promulgatedOn();

    LocalDate startsOn();

    LocalDate endsOn();

    List<PlanPromulgated.TaskItem> tasks();

    List<PlanPromulgated.IndicatorItem> indicators();

    List<PlanPromulgated.ReportObligationItem> reportObligations();

    /** First day of this version: what was due or reported before stays as it was. */
    LocalDate inForceFrom();

    /** The leader who decided on this version: in their name the tasks are given. */
    UUID decidedBy();
}
