package vn.lantoa.events;

import java.util.UUID;

/** The organization's own leader approved the report; its figures are frozen. */
public record ReportApproved(
        UUID reportId,
        UUID roundId,
        UUID organizationId,
        UUID receivingOrganizationId,
        int version,
        String period,
        ReportState previousState,
        ReportState state,
        UUID approvedBy)
        implements ReportEvent {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
