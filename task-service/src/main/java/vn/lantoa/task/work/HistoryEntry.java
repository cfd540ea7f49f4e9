package vn.lantoa.task.work;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskAccepted;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskDeclined;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.events.TaskEvidenceAttached;
import vn.lantoa.events.TaskProgressed;
import vn.lantoa.events.TaskRequestAcknowledged;
import vn.lantoa.events.TaskRequestAnswered;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultReturned;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.runtime.Ids;

/**
 * One line of a task's history.
 *
 * @param action the verb of {@link TaskAction}, or {@code assign}, {@code request}, {@code coordinating-done}, {@code amend},
 *     {@code cancel}
 * @param oldValue what the action replaced: for {@code delegate} a person, for {@code reassign} a unit
 * @param newValue what it set: the person, the unit, the note, the file's name, the result, the completion date
 */
record HistoryEntry(
        UUID id,
        UUID taskId,
        UUID personId,
        String action,
        @Nullable TaskState previousState,
        TaskState state,
        @Nullable String reason,
        @Nullable String oldValue,
        @Nullable String newValue) {

    static HistoryEntry of(TaskEvent event) {
        return switch (event) { // a new task event must say here how people read it
            case TaskAssigned it -> assigned(it);
            case TaskAccepted it -> of(it, it.acceptedBy(), TaskAction.ACCEPT, it.previousState(), it.state(), null);
            case TaskDeclined it ->
                reasoned(it, it.declinedBy(), TaskAction.DECLINE, it.previousState(), it.state(), it.reason());
            case TaskDelegated it -> delegated(it);
            case TaskProgressed it -> progressed(it);
            case TaskEvidenceAttached it ->
                of(it, it.attachedBy(), TaskAction.ATTACH_EVIDENCE, it.previousState(), it.state(), it.fileName());
            case TaskResultSubmitted it ->
                of(it, it.submittedBy(), TaskAction.SUBMIT_RESULT, it.previousState(), it.state(), it.summary());
            case TaskResultAccepted it ->
                of(
                        it,
                        it.acceptedBy(),
                        TaskAction.ACCEPT_RESULT,
                        it.previousState(),
                        it.state(),
                        it.completedOn().toString());
            case TaskResultReturned it ->
                reasoned(it, it.returnedBy(), TaskAction.RETURN_RESULT, it.previousState(), it.state(), it.reason());
            case TaskRequestAcknowledged it ->
                of(it, it.acknowledgedBy(), TaskAction.ACKNOWLEDGE, it.previousState(), it.state(), null);
            case TaskRequestAnswered it ->
                of(it, it.answeredBy(), TaskAction.RESPOND, it.previousState(), it.state(), it.answer());
            case TaskAmended it -> amended(it);
            case TaskCancelled it ->
                new HistoryEntry(
                        Ids.next(),
                        it.taskId(),
                        it.cancelledBy(),
                        "cancel",
                        it.previousState(),
                        it.state(),
                        it.reason(),
                        null,
                        null);
        };
    }

    HistoryEntry because(String why) {
        return new HistoryEntry(id, taskId, personId, action, previousState, state, why, oldValue, newValue);
    }

    private static HistoryEntry assigned(TaskAssigned it) {
        var action = it.mode() == AssignMode.ASSIGN ? "assign" : "request";
        return new HistoryEntry(
                Ids.next(), it.taskId(), it.assignedBy(), action, null, it.state(), null, null, it.title());
    }

    /** Every field with the value before and after, one a line. */
    private static HistoryEntry amended(TaskAmended it) {
        return new HistoryEntry(
                Ids.next(),
                it.taskId(),
                it.amendedBy(),
                "amend",
                it.previousState(),
                it.state(),
                null,
                lines(it, TaskAmended.FieldChange::previousValue),
                lines(it, TaskAmended.FieldChange::value));
    }

    private static String lines(TaskAmended it, Function<TaskAmended.FieldChange, @Nullable String> value) {
        return it.changes().stream()
                .map(change -> change.field() + ": " + Objects.requireNonNullElse(value.apply(change), ""))
                .collect(Collectors.joining("\n"));
    }

    private static HistoryEntry delegated(TaskDelegated it) {
        return new HistoryEntry(
                Ids.next(),
                it.taskId(),
                it.delegatedBy(),
                TaskAction.DELEGATE.verb(),
                it.previousState(),
                it.state(),
                null,
                it.previousAssigneeId() == null ? null : it.previousAssigneeId().toString(),
                it.assigneeId().toString());
    }

    private static HistoryEntry progressed(TaskProgressed it) {
        return new HistoryEntry(
                it.progressId(),
                it.taskId(),
                it.reportedBy(),
                TaskAction.UPDATE.verb(),
                it.previousState(),
                it.state(),
                null,
                null,
                it.note());
    }

    private static HistoryEntry of(
            TaskEvent event,
            UUID personId,
            TaskAction action,
            TaskState previous,
            TaskState state,
            @Nullable String newValue) {
        return new HistoryEntry(
                Ids.next(), event.taskId(), personId, action.verb(), previous, state, null, null, newValue);
    }

    private static HistoryEntry reasoned(
            TaskEvent event, UUID personId, TaskAction action, TaskState previous, TaskState state, String reason) {
        return new HistoryEntry(
                Ids.next(), event.taskId(), personId, action.verb(), previous, state, reason, null, null);
    }
}
