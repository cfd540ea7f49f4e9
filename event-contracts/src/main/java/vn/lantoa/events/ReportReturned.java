package vn.lantoa.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The level above sent the report back.
 *
 * @param dutyId the dated duty that was fulfilled by sending it and is open again; null when there is none
 * @param figureId the one figure in question; null when the whole report is meant
 */
public record ReportReturned(
        UUID reportId,
        UUID roundId,
        UUID organizationId,
        UUID receivingOrganizationId,
        @Nullable UUID dutyId,
        int version,
        String period,
        ReportState previousState,
        ReportState state,
        UUID returnedBy,
        String reason,
        @Nullable UUID figureId)
        implements ReportEvent {

    @Override
    public UUID aggregateId() {
        return reportId;
    }
}
