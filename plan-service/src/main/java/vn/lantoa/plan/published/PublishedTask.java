package vn.lantoa.plan.published;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.KnownTask;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskState;

/**
 * A task that came of a plan, as task-service told it last.
 *
 * @param parentTaskId the recurring task of which this is one dated occurrence; null, like its day, for a task of its own
 * @param receivingOrganizationId the organization of its own that the lead unit stands for
 * @param assigneeId the person named by the unit's head
 */
public record PublishedTask(
        UUID taskId,
        UUID itemId,
        @Nullable UUID parentTaskId,
        @Nullable LocalDate occurrenceOn,
        @Nullable String number,
        String title,
        AssignMode mode,
        TaskState state,
        UUID leadUnitId,
        List<UUID> coordinatingUnitIds,
        @Nullable UUID receivingOrganizationId,
        @Nullable UUID assigneeId,
        @Nullable TaskDeadline deadline) {

    public PublishedTask {
        coordinatingUnitIds = List.copyOf(coordinatingUnitIds);
    }

    /** False once it is done, answered or called off. */
    public boolean isOpen() {
        return known().followsAmendments();
    }

    /** As the rules of what follows from a plan need it. */
    public KnownTask known() {
        return new KnownTask(taskId, itemId, parentTaskId, occurrenceOn, leadUnitId, state);
    }
}
