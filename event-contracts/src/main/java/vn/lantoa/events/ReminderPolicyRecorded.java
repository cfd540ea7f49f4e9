package vn.lantoa.events;

import java.util.List;
import java.util.UUID;

/**
 * When people of an organization are reminded; replaces what was known.
 *
 * @param version grows with every change
 * @param rungs working days before (negative) or after (positive) the last safe day, ascending
 * @param changedBy the person who set it
 */
public record ReminderPolicyRecorded(UUID organizationId, int version, List<Integer> rungs, UUID changedBy)
        implements NotificationEvent {

    public ReminderPolicyRecorded {
        rungs = List.copyOf(rungs);
    }

    @Override
    public UUID aggregateId() {
        return organizationId;
    }
}
