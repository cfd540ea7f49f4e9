package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A round of reports began (mở đợt báo cáo): each organization named owes one report.
 *
 * @param organizationId the organization that collects
 */
public record ReportRoundOpened(
        UUID roundId,
        UUID organizationId,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        LocalDate dueOn,
        List<UUID> reportingOrganizationIds,
        UUID openedBy)
        implements ReportEvent {

    public ReportRoundOpened {
        reportingOrganizationIds = List.copyOf(reportingOrganizationIds);
    }

    @Override
    public UUID aggregateId() {
        return roundId;
    }
}
