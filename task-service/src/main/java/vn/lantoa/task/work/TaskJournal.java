package vn.lantoa.task.work;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;

/** Tells what happened: a line in the task's history and an event for everyone else, in the transaction of the change. */
@ApplicationScoped
public class TaskJournal {

    private final Jdbi db;
    private final Outbox outbox;
    private final Clock clock;

    TaskJournal(Jdbi db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Tells one thing that happened.
     *
     * @param onBehalfOf the unit for which the person acted; null for leaders and for organizations of their own
     */
    public void tell(TaskEvent event, @Nullable UUID onBehalfOf) {
        outbox.publish(event);
        write(List.of(HistoryEntry.of(event)), onBehalfOf);
    }

    /** Tells one thing whose line in the history says more than the event. */
    void tellAs(TaskEvent event, HistoryEntry entry) {
        outbox.publish(event);
        write(List.of(entry), null);
    }

    /** Tells everyone else again how tasks stand; nobody did anything, so their histories stay as they are. */
    void tellAgain(Collection<? extends TaskEvent> events) {
        outbox.publish(events);
    }

    void tell(Collection<? extends TaskEvent> events) {
        outbox.publish(events);
        write(events.stream().map(HistoryEntry::of).toList(), null);
    }

    /** Tells what a decision did to several tasks; each of their histories says why. */
    void tell(Collection<? extends TaskEvent> events, String reason) {
        outbox.publish(events);
        write(events.stream().map(it -> HistoryEntry.of(it).because(reason)).toList(), null);
    }

    /** For what concerns nobody outside: a line in the history only. */
    void note(HistoryEntry entry, @Nullable UUID onBehalfOf) {
        write(List.of(entry), onBehalfOf);
    }

    /** Whether this update of the task was already told: a phone that synchronizes repeats itself. */
    boolean holdsUpdate(UUID progressId, UUID taskId) {
        return db.withHandle(handle -> handle.createQuery(
                        "select exists (select from task_history where id = :id and task_id = :task)")
                .bind("id", progressId)
                .bind("task", taskId)
                .mapTo(Boolean.class)
                .one());
    }

    /**
     * An id that names something else, of whatever task, is noticed by not being written: nobody reads other tasks for it.
     *
     * @throws Problem.RuleBroken when an id names something else
     */
    private void write(List<HistoryEntry> entries, @Nullable UUID onBehalfOf) {
        var at = OffsetDateTime.now(clock);
        db.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into task_history (id, task_id, at, person_id, unit_id, action, previous_state, state, reason,
                        old_value, new_value)
                    values (:id, :task, :at, :person, :unit, :action, :previous, :state, :reason, :old, :new)
                    on conflict (id) do nothing""");
            entries.forEach(it -> batch.bind("id", it.id())
                    .bind("task", it.taskId())
                    .bind("at", at)
                    .bind("person", it.personId())
                    .bind("unit", onBehalfOf)
                    .bind("action", it.action())
                    .bind(
                            "previous",
                            it.previousState() == null
                                    ? null
                                    : it.previousState().name())
                    .bind("state", it.state().name())
                    .bind("reason", it.reason())
                    .bind("old", it.oldValue())
                    .bind("new", it.newValue())
                    .add());
            if (Arrays.stream(batch.execute()).anyMatch(written -> written == 0)) {
                throw new Problem.RuleBroken("task.update-id-taken");
            }
        });
    }
}
