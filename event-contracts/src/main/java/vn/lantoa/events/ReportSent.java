package vn.lantoa.events;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The report left for the level above.
 *
 * @param dutyId the dated duty of the reporting organization that it fulfils, for which reminders now end; null when there
 *     is none (a round opened on demand)
 * @param sentAt moment of sending, the one that counts for lateness
 */
public record ReportSent(
        UUID reportId,
        UUID roundId,
        UUID organizationId,
        UUID receivingOrganizationId,
        @Nullable UUID dutyId,
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
