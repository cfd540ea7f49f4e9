package vn.lantoa.task.assignment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** How far ahead the occurrences of each recurring task exist. */
@Singleton
class Recurrences {

    /** @param createdUntil every yearly day up to this one was looked at */
    record Recurrence(UUID taskId, LocalDate createdUntil, LocalDate endsOn) {}

    private final Jdbi db;

    Recurrences(Jdbi db) {
        this.db = db;
    }

    /** @param from first day on which an occurrence may fall */
    void begin(UUID taskId, LocalDate from, LocalDate endsOn) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into recurrence (task_id, created_until, ends_on, look_again_on)
                        values (:task, :until, :ends, :from)""")
                .bind("task", taskId)
                .bind("until", from.minusDays(1))
                .bind("ends", endsOn)
                .bind("from", from)
                .execute());
    }

    /** Those that are to be looked at, longest waiting first. */
    List<UUID> due(LocalDate today, int atMost) {
        return db.withHandle(handle -> handle.createQuery("""
                        select task_id from recurrence where look_again_on <= :today
                        order by look_again_on, task_id limit :rows""")
                .bind("today", today)
                .bind("rows", atMost)
                .mapTo(UUID.class)
                .list());
    }

    /** Held until the transaction ends; empty when another instance holds it. */
    Optional<Recurrence> claim(UUID taskId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select created_until, ends_on from recurrence where task_id = :task for update skip locked""")
                .bind("task", taskId)
                .map((row, _) -> new Recurrence(
                        taskId,
                        row.getObject("created_until", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .findOne());
    }

    /** @param lookAgainOn null when there is nothing more to come */
    void created(UUID taskId, LocalDate until, @Nullable LocalDate lookAgainOn) {
        db.useHandle(handle -> handle.createUpdate("""
                        update recurrence set created_until = :until, look_again_on = cast(:again as date)
                        where task_id = :task""")
                .bind("until", until)
                .bind("again", lookAgainOn)
                .bind("task", taskId)
                .execute());
    }
}
