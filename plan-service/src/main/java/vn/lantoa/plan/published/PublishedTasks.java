package vn.lantoa.plan.published;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskState;

/** The tasks of plans, as task-service told them. */
@Singleton
public class PublishedTasks {

    private final Jdbi db;

    PublishedTasks(Jdbi db) {
        this.db = db;
    }

    /** Those of a plan, in whatever state; in the order in which they were given. */
    public List<PublishedTask> of(UUID organizationId, UUID planId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select task_id, item_id, parent_task_id, occurrence_on, number, title, mode, state, lead_unit_id,
                            coordinating_unit_ids, receiving_organization_id, assignee_id, due_on, bound, last_day,
                            last_safe_day, legal_end, calendar_version
                        from published_task
                        where plan_id = :plan and organization_id = :organization
                          and item_id is not null and told_by is not null
                        order by task_id""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .map((row, _) -> task(row))
                .list());
    }

    /** All that a task is told to be at once. */
    record Facts(
            UUID taskId,
            UUID organizationId,
            @Nullable UUID planId,
            @Nullable UUID itemId,
            @Nullable UUID parentTaskId,
            @Nullable LocalDate occurrenceOn,
            @Nullable String number,
            String title,
            AssignMode mode,
            UUID leadUnitId,
            List<UUID> coordinatingUnitIds,
            @Nullable UUID receivingOrganizationId,
            @Nullable TaskDeadline deadline) {}

    void tell(UUID eventId, Facts facts) {
        var deadline = facts.deadline();
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_task as known (task_id, organization_id, plan_id, item_id, parent_task_id,
                            occurrence_on, number, title, mode, lead_unit_id, coordinating_unit_ids,
                            receiving_organization_id, due_on, bound, last_day, last_safe_day, legal_end,
                            calendar_version, told_by)
                        values (:task, :organization, :plan, :item, :parent, :occurrenceOn, :number, :title, :mode, :lead,
                            :coordinating, :receiving, :dueOn, :bound, :lastDay, :lastSafeDay, :legalEnd, :calendar,
                            :event)
                        on conflict (task_id) do update set (plan_id, item_id, parent_task_id, occurrence_on, number,
                            title, mode, lead_unit_id, coordinating_unit_ids, receiving_organization_id, due_on, bound,
                            last_day, last_safe_day, legal_end, calendar_version, told_by)
                          = (excluded.plan_id, excluded.item_id, excluded.parent_task_id, excluded.occurrence_on,
                            excluded.number, excluded.title, excluded.mode, excluded.lead_unit_id,
                            excluded.coordinating_unit_ids, excluded.receiving_organization_id, excluded.due_on,
                            excluded.bound, excluded.last_day, excluded.last_safe_day, excluded.legal_end,
                            excluded.calendar_version, excluded.told_by)
                        where known.told_by is null or known.told_by < excluded.told_by""")
                .bind("task", facts.taskId())
                .bind("organization", facts.organizationId())
                .bind("plan", facts.planId())
                .bind("item", facts.itemId())
                .bind("parent", facts.parentTaskId())
                .bind("occurrenceOn", facts.occurrenceOn())
                .bind("number", facts.number())
                .bind("title", facts.title())
                .bind("mode", facts.mode().name())
                .bind("lead", facts.leadUnitId())
                .bind("coordinating", facts.coordinatingUnitIds().toArray(UUID[]::new))
                .bind("receiving", facts.receivingOrganizationId())
                .bind("dueOn", deadline == null ? null : deadline.date())
                .bind("bound", deadline == null ? null : deadline.bound().name())
                .bind("lastDay", deadline == null ? null : deadline.lastDay())
                .bind("lastSafeDay", deadline == null ? null : deadline.lastSafeDay())
                .bind("legalEnd", deadline == null ? null : deadline.legalEnd())
                .bind("calendar", deadline == null ? null : deadline.calendarVersion())
                .bind("event", eventId)
                .execute());
    }

    /** Where a task stands; one that was not told of yet is kept until it is. */
    void stands(UUID eventId, UUID taskId, UUID organizationId, TaskState state) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_task as known (task_id, organization_id, state, state_told_by)
                        values (:task, :organization, :state, :event)
                        on conflict (task_id) do update
                            set (state, state_told_by) = (excluded.state, excluded.state_told_by)
                        where known.state_told_by is null or known.state_told_by < excluded.state_told_by""")
                .bind("task", taskId)
                .bind("organization", organizationId)
                .bind("state", state.name())
                .bind("event", eventId)
                .execute());
    }

    /** @param assigneeId null when nobody is named any more */
    void isDoneBy(UUID eventId, UUID taskId, UUID organizationId, @Nullable UUID assigneeId) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_task as known (task_id, organization_id, assignee_id, assignee_told_by)
                        values (:task, :organization, :assignee, :event)
                        on conflict (task_id) do update
                            set (assignee_id, assignee_told_by) = (excluded.assignee_id, excluded.assignee_told_by)
                        where known.assignee_told_by is null or known.assignee_told_by < excluded.assignee_told_by""")
                .bind("task", taskId)
                .bind("organization", organizationId)
                .bind("assignee", assigneeId)
                .bind("event", eventId)
                .execute());
    }

    private static PublishedTask task(ResultSet row) throws SQLException {
        return new PublishedTask(
                row.getObject("task_id", UUID.class),
                row.getObject("item_id", UUID.class),
                row.getObject("parent_task_id", UUID.class),
                row.getObject("occurrence_on", LocalDate.class),
                row.getString("number"),
                row.getString("title"),
                AssignMode.valueOf(row.getString("mode")),
                TaskState.valueOf(row.getString("state")),
                row.getObject("lead_unit_id", UUID.class),
                List.of((UUID[]) row.getArray("coordinating_unit_ids").getArray()),
                row.getObject("receiving_organization_id", UUID.class),
                row.getObject("assignee_id", UUID.class),
                deadline(row));
    }

    private static @Nullable TaskDeadline deadline(ResultSet row) throws SQLException {
        var dueOn = row.getObject("due_on", LocalDate.class);
        return dueOn == null
                ? null
                : new TaskDeadline(
                        dueOn,
                        DeadlineBound.valueOf(row.getString("bound")),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("last_safe_day", LocalDate.class),
                        row.getObject("legal_end", LocalDate.class),
                        row.getString("calendar_version"));
    }
}
