package vn.lantoa.plan.published;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.KnownDuty;
import vn.lantoa.events.ReportDutyScheduled.ReportDeadline;

/**
 * A dated duty to report that came of a plan and was not withdrawn, as reporting-service told it last.
 *
 * @param period for people: "6 tháng đầu năm 2027"
 * @param fulfilled a report for it was sent and not returned
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
        boolean fulfilled) {

    /** As the rules of what follows from a plan need it. */
    public KnownDuty known() {
        return new KnownDuty(dutyId, obligationId, deadline.date(), periodEnd, deadline.legalEnd(), fulfilled);
    }
}
