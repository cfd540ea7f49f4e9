package vn.lantoa.events;

import java.util.UUID;

/**
 * A dated duty to report is not owed any more: its obligation changed or ended with a new version of the plan, or the plan ended.
 * Duties that were fulfilled, or whose time was over, stay.
 *
 * @param planVersion version of the plan in which it is not any more, or that was in force when the plan ended
 */
public record ReportDutyWithdrawn(
        UUID dutyId, UUID organizationId, UUID planId, UUID obligationId, int planVersion, String period, String reason)
        implements ReportEvent {

    @Override
    public UUID aggregateId() {
        return dutyId;
    }
}
