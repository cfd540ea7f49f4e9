package vn.lantoa.events;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskAssigned.TaskDeadline;

/**
 * The task follows a new version of its plan. It carries the task as it is now and what was different before.
 *
 * @param planVersion version of the plan that it follows from now on
 * @param parentTaskId the continuous task of which this is one dated occurrence; null for a task of its own
 * @param previousState where it stood before: a new lead unit, or another mode, begins anew
 * @param previousLeadUnitId the same as {@code leadUnitId} where the lead did not change
 * @param changes every field that is different now, in the order of the record
 */
public record TaskAmended(
        UUID taskId,
        UUID organizationId,
        UUID planId,
        UUID planItemId,
        int planVersion,
        @Nullable UUID parentTaskId,
        @Nullable String number,
        String title,
        AssignMode mode,
        TaskState previousState,
        TaskState state,
        UUID previousLeadUnitId,
        UUID leadUnitId,
        List<UUID> coordinatingUnitIds,
        @Nullable UUID receivingOrganizationId,
        TaskSchedule schedule,
        @Nullable TaskDeadline previousDeadline,
        @Nullable TaskDeadline deadline,
        List<FieldChange> changes,
        UUID amendedBy)
        implements TaskEvent {

    public TaskAmended {
        coordinatingUnitIds = List.copyOf(coordinatingUnitIds);
        changes = List.copyOf(changes);
    }

    /**
     * One field that is different now.
     *
     * @param field its name in this record, or {@code product}, {@code excerpt}, {@code planEndsOn}
     * @param previousValue as text; null when there was none
     * @param value as text; null when there is none any more
     */
    public record FieldChange(
            String field,
            @Nullable String previousValue,
            @Nullable String value) {}
}
