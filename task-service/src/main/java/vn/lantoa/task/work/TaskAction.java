package vn.lantoa.task.work;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.lantoa.events.TaskState;

/** What can be done with a task, by whom, and in which states: the table of the state machine. */
public enum TaskAction {
    ACCEPT(Party.LEAD_HEAD, TaskState.ASSIGNED),
    DECLINE(Party.LEAD_HEAD, TaskState.ASSIGNED),
    DELEGATE(Party.LEAD_HEAD, TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.ACKNOWLEDGED),
    UPDATE(Party.LEAD_PEOPLE, TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.ACKNOWLEDGED),
    ATTACH_EVIDENCE(Party.DOERS, TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.ACKNOWLEDGED),
    SUBMIT_RESULT(Party.LEAD_HEAD, TaskState.IN_PROGRESS),
    ACCEPT_RESULT(Party.ISSUER, TaskState.RESULT_SUBMITTED),
    RETURN_RESULT(Party.ISSUER, TaskState.RESULT_SUBMITTED),
    ACKNOWLEDGE(Party.LEAD_HEAD, TaskState.REQUESTED),
    RESPOND(Party.LEAD_HEAD, TaskState.ACKNOWLEDGED),
    REASSIGN(Party.ISSUER_LEADER, TaskState.ASSIGNED, TaskState.DECLINED, TaskState.ACCEPTED, TaskState.IN_PROGRESS);

    /** Who may do it. */
    public enum Party {
        /** The head of the lead unit; where the unit stands for an organization of its own, a head or leader there. */
        LEAD_HEAD,
        /** The assignee, and heads and specialists of the lead unit. */
        LEAD_PEOPLE,
        /** These, and the people of coordinating units. */
        DOERS,
        /** A leader or coordinator of the organization that gave the task, except whoever submitted the result. */
        ISSUER,
        /** A leader of the organization that gave the task. */
        ISSUER_LEADER;

        /** Code of the refusal. */
        String refusal() {
            return "task.only-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Party party;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of
    private final Set<TaskState> from;

    TaskAction(Party party, TaskState... from) {
        this.party = party;
        this.from = Set.of(from);
    }

    /** Its name in the API, as {@code submit-result}. */
    @JsonValue
    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Party party() {
        return party;
    }

    boolean possibleIn(TaskState state) {
        return from.contains(state);
    }

    static List<TaskAction> possible(TaskState state) {
        return Arrays.stream(values()).filter(it -> it.possibleIn(state)).toList();
    }
}
