package vn.lantoa.task.assignment;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.KnownTask;
import vn.lantoa.events.TaskState;

/** The tasks that came of a plan, all at once. */
@Singleton
class PlanTasks {

    private final Jdbi db;

    PlanTasks(Jdbi db) {
        this.db = db;
    }

    /** Locked until the transaction ends: a verb that holds one of them ends first, and one that comes then sees what became of it. */
    List<KnownTask> held(UUID planId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, plan_item_id, parent_task_id, occurrence_on, lead_unit_id, state from task
                        where plan_id = :plan order by id for update""")
                .bind("plan", planId)
                .map((row, _) -> new KnownTask(
                        row.getObject("id", UUID.class),
                        row.getObject("plan_item_id", UUID.class),
                        row.getObject("parent_task_id", UUID.class),
                        row.getObject("occurrence_on", LocalDate.class),
                        row.getObject("lead_unit_id", UUID.class),
                        TaskState.valueOf(row.getString("state"))))
                .list());
    }

    /** Days of an item for which a task stands. */
    Set<LocalDate> days(UUID planId, UUID itemId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select occurrence_on from task
                        where plan_id = :plan and plan_item_id = :item and occurrence_on is not null
                          and state <> 'CANCELLED'""")
                .bind("plan", planId)
                .bind("item", itemId)
                .mapTo(LocalDate.class)
                .set());
    }

    /** Those that the version changed nothing else about follow it, too; the version of a task grows where people see something new. */
    void follow(UUID planId, int version, LocalDate endsOn) {
        db.useHandle(handle -> handle.createUpdate("""
                        update task set plan_version = :version, plan_ends_on = :ends, version = version + 1
                        where plan_id = :plan and state not in ('COMPLETED', 'RESPONDED', 'CANCELLED')
                          and (plan_version, plan_ends_on) is distinct from (cast(:version as int), cast(:ends as date))""")
                .bind("plan", planId)
                .bind("version", version)
                .bind("ends", endsOn)
                .execute());
    }

    /** What is left of a plan that ended early does not last longer than the plan did. */
    void end(UUID planId, LocalDate lastDay) {
        db.useHandle(handle -> handle.createUpdate("""
                        update task set plan_ends_on = :last, version = version + 1
                        where plan_id = :plan and state not in ('COMPLETED', 'RESPONDED', 'CANCELLED')
                          and plan_ends_on > :last""")
                .bind("plan", planId)
                .bind("last", lastDay)
                .execute());
    }
}
