package vn.lantoa.effects;

import vn.lantoa.events.PlanPromulgated.ReportObligationItem;

/** One thing that a new version of a plan, or its end, does to the dated duties to report. */
public sealed interface ReportEffect {

    /** A duty that was not owed before. */
    record Scheduled(ReportObligationItem obligation, ReportDuties.DatedDuty dated) implements ReportEffect {}

    /** The duty stays, but who writes it, who receives it, its period, bound or words are different. */
    record Rescheduled(KnownDuty duty, ReportObligationItem obligation, ReportDuties.DatedDuty dated)
            implements ReportEffect {}

    /** The duty is not owed any more. */
    record Withdrawn(KnownDuty duty) implements ReportEffect {}
}
