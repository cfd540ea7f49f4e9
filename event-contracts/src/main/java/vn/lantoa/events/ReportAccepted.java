package vn.lantoa.events;

import java.util.UUID;

/** The level above took the report (tiếp nhận); its figures count in the roll-up. */
public record ReportAccepted(
        UUID reportId,
        UUID roundId,
        UUID organizationId,
        UUID receivingOrganizationId,
        int version,
        String period,
        ReportState previousState,
        ReportState state,
        UUID acceptedBy)
        implements ReportEvent {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
