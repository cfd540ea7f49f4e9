package vn.lantoa.task.assignment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.TaskEffects;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated;

/** How far ahead the occurrences of each recurring task exist. */
@Singleton
class Recurrences {

    /** @param createdUntil every yearly day up to this one was looked at */
    record Recurrence(UUID taskId, LocalDate createdUntil, LocalDate endsOn) {}

    private final Jdbi db;

    Recurrences(Jdbi db) {
        this.db = db;
    }

    /** For tasks whose days are given as far as they are given ahead. */
    void begin(Collection<UUID> taskIds, LocalDate endsOn, LocalDate today) {
        if (taskIds.isEmpty()) {
            return;
        }
        var until = TaskEffects.lastDayToGive(endsOn, today);
        db.useHandle(handle -> handle.createUpdate("""
                        insert into recurrence (task_id, created_until, ends_on, look_again_on)
                        select task, :until, :ends, cast(:again as date) from unnest(:tasks) as given (task)""")
                .bind("tasks", taskIds.toArray(UUID[]::new))
                .bind("until", until)
                .bind("ends", endsOn)
                .bind("again", until.isBefore(endsOn) ? today.plusDays(1) : null)
                .execute());
    }

    /**
     * The tasks that a plan has already recur as its new version says: as long as the plan lasts, or no more. Those that go on are
     * looked at anew, since one that gives no days now may be taken up again.
     */
    void follow(PlanInForce plan, LocalDate today) {
        var recurring = plan.tasks().stream()
                .filter(item -> YearlyDays.areNamedBy(item.schedule()))
                .map(PlanPromulgated.TaskItem::itemId)
                .toArray(UUID[]::new);
        db.useHandle(handle -> {
            handle.createUpdate("""
                            delete from recurrence using task
                            where task.id = recurrence.task_id and task.plan_id = :plan
                              and (task.state = 'CANCELLED' or task.plan_item_id <> all (:items))""")
                    .bind("plan", plan.planId())
                    .bind("items", recurring)
                    .execute();
            handle.createUpdate("""
                            insert into recurrence (task_id, created_until, ends_on, look_again_on)
                            select id, :until, :ends, :today from task
                            where plan_id = :plan and plan_item_id = any (:items) and parent_task_id is null
                              and state <> 'CANCELLED'
                            on conflict (task_id) do update set created_until = excluded.created_until,
                                ends_on = excluded.ends_on, look_again_on = excluded.look_again_on""")
                    .bind("plan", plan.planId())
                    .bind("items", recurring)
                    .bind("until", TaskEffects.firstDayToGive(plan, today).minusDays(1))
                    .bind("ends", plan.endsOn())
                    .bind("today", today)
                    .execute();
        });
    }

    /** Nothing of the plan recurs any more. */
    void end(UUID planId) {
        db.useHandle(handle -> handle.createUpdate(
                        "delete from recurrence using task where task.id = recurrence.task_id and task.plan_id = :plan")
                .bind("plan", planId)
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

    /** The plan of a task that recurs; empty when it does not any more. */
    Optional<UUID> planOf(UUID taskId) {
        return db.withHandle(handle ->
                handle.createQuery("""
                        select plan_id from task join recurrence on recurrence.task_id = task.id where task.id = :task""").bind("task", taskId).mapTo(UUID.class).findOne());
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
