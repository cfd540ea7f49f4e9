package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskState;

/**
 * A task that came of an item of a plan, as far as a new version needs to know it.
 *
 * @param parentTaskId the recurring task of which this is one dated occurrence; null, like its day, for a task of its own
 * @param leadUnitId the unit that leads it now, whether the plan says so or a leader moved it there
 */
public record KnownTask(
        UUID taskId,
        UUID itemId,
        @Nullable UUID parentTaskId,
        @Nullable LocalDate occurrenceOn,
        UUID leadUnitId,
        TaskState state) {

    public boolean isOccurrence() {
        return parentTaskId != null;
    }

    /** False once it was called off: then another one may be given in its place. */
    public boolean stands() {
        return state != TaskState.CANCELLED;
    }

    KnownTask in(TaskState other) {
        return new KnownTask(taskId, itemId, parentTaskId, occurrenceOn, leadUnitId, other);
    }

    /** False once the work is done or called off: then it stays bound to the version under which that happened. */
    public boolean followsAmendments() {
        return switch (state) {
            case PROPOSED,
                    ASSIGNED,
                    DECLINED,
                    ACCEPTED,
                    IN_PROGRESS,
                    RESULT_SUBMITTED,
                    SUSPENDED,
                    REQUESTED,
                    ACKNOWLEDGED -> true;
            case COMPLETED, CANCELLED, RESPONDED -> false;
        };
    }

    /** True while somebody would still have to work on it. A result that was handed in is judged, not called off. */
    public boolean endsWithItsItem() {
        return followsAmendments() && state != TaskState.RESULT_SUBMITTED;
    }

    /** True while further occurrences of it are given. */
    public boolean givesOccurrences() {
        return switch (state) {
            case PROPOSED, ASSIGNED, ACCEPTED, IN_PROGRESS, RESULT_SUBMITTED, REQUESTED, ACKNOWLEDGED, RESPONDED ->
                true;
            case DECLINED, COMPLETED, SUSPENDED, CANCELLED -> false;
        };
    }

    /** Where it stands after the amendment: another lead or another mode begins anew. */
    public TaskState stateAfter(TaskEffect.Amended amendment) {
        if (!amendment.beginsAnew()) {
            return state;
        }
        return amendment.after().mode() == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED;
    }
}
