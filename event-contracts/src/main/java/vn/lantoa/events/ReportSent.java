package vn.lantoa.events;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * The report left for the level above.
 *
 * @param sentAt moment of sending, the one that counts for lateness
 */
public record ReportSent(
        UUID reportId,
        UUID roundId,
        UUID organizationId,
        UUID receivingOrganizationId,
        int version,
        String period,
        ReportState previousState,
        ReportState state,
        OffsetDateTime sentAt,
        boolean late,
        UUID sentBy)
        implements ReportEvent {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
