package vn.lantoa.plan.published;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.KnownDuty;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.ReportDutyScheduled.ReportDeadline;

/**
 * A dated duty to report that came of a plan and was not withdrawn, as reporting-service told it last.
 *
 * @param period for people: "6 tháng đầu năm 2027"
 * @param sent a report for it was sent, also when it was returned afterwards
 * @param open nobody sent a report for it yet, or the last one came back: then people are reminded of it
 */
public record PublishedDuty(
        UUID dutyId,
        UUID obligationId,
        UUID unitId,
        @Nullable UUID receivingOrganizationId,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        ReportDeadline deadline,
        boolean sent,
        boolean open) {

    /** As the rules of what follows from a plan need it. */
    public KnownDuty known() {
        return new KnownDuty(
                dutyId,
                obligationId,
                deadline.date(),
                new ReportPeriod(periodStart, periodEnd),
                deadline.legalEnd(),
                sent);
    }
}
