package vn.lantoa.task.work;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;

/** Everything about one task: its row, the coordinating units, the evidence and the history, one statement each. */
@Singleton
class TaskDetails {

    private static final String PERSON_NAME = """
            (select m.display_name from directory_membership m where m.person_id = %s
             order by (m.organization_id = :organization) desc, m.valid_from desc limit 1)""";

    private final Jdbi db;
    private final CoordinatingDuties coordinating;
    private final WorkingDays workingDays;
    private final Clock clock;

    TaskDetails(Jdbi db, CoordinatingDuties coordinating, WorkingDays workingDays, Clock clock) {
        this.db = db;
        this.coordinating = coordinating;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** As the actor sees a task that was found to concern their organization. */
    TaskView of(Task task, Actor actor) {
        var today = workingDays.today(task.organizationId());
        return db.withHandle(handle -> {
            var duties = duties(handle, task, actor);
            var evidence = evidence(handle, task.id(), task.organizationId());
            var history = history(handle, task.id(), task.organizationId());
            var allowed = task.allowedActions(actor, coordinating.partiesOf(task.id()));
            return handle.createQuery(
                            """
                            select t.product, t.excerpt, t.source, t.plan_version, t.plan_ends_on, t.result_summary,
                                   t.assigned_by, t.assigned_at, t.coordinating_as_written, t.schedule_from, t.schedule_to,
                                   t.schedule_bound, t.schedule_yearly_days,
                                   o.title as parent_title, o.excerpt as parent_excerpt, o.product as parent_product,
                            """ + PERSON_NAME.formatted("t.assigned_by") + " as assigner_name,\n" + TaskRows.COLUMNS
                                    + "from task t left join task o on o.id = t.parent_task_id\n" + TaskRows.JOINS
                                    + "where t.id = :id")
                    .bind("id", task.id())
                    .bind("organization", task.organizationId())
                    .map((row, _) -> view(row, today, duties, evidence, history, allowed))
                    .one();
        });
    }

    /** Oldest first. */
    List<TaskView.Line> history(Task task) {
        return db.withHandle(handle -> history(handle, task.id(), task.organizationId()));
    }

    private List<TaskView.Duty> duties(Handle handle, Task task, Actor actor) {
        return handle.createQuery("""
                        select d.task_id, d.unit_id, d.receiving_organization_id, d.done_on, d.done_by, d.note,
                               u.name as unit_name,
                        """ + PERSON_NAME.formatted("d.done_by") + """
                         as done_by_name
                        from coordinating_duty d left join directory_unit u on u.unit_id = d.unit_id
                        where d.task_id = :task order by u.name, d.unit_id""")
                .bind("task", task.id())
                .bind("organization", task.organizationId())
                .map((row, _) -> duty(row, task, actor))
                .list();
    }

    private static TaskView.Duty duty(ResultSet row, Task task, Actor actor) throws SQLException {
        var duty = new CoordinatingDuty(
                task.id(),
                uuid(row, "unit_id"),
                uuid(row, "receiving_organization_id"),
                row.getObject("done_on", LocalDate.class),
                uuid(row, "done_by"),
                row.getString("note"));
        return new TaskView.Duty(
                new TaskSummary.Name(duty.unitId(), row.getString("unit_name")),
                duty.doneOn(),
                name(row, "done_by", "done_by_name"),
                duty.note(),
                duty.doneOn() == null
                        && task.state() != TaskState.CANCELLED
                        && duty.mayBeDoneBy(actor, task.organizationId()));
    }

    private List<TaskView.Evidence> evidence(Handle handle, UUID taskId, UUID organizationId) {
        return handle.createQuery("select e.*, " + PERSON_NAME.formatted("e.attached_by")
                        + " as attached_by_name from evidence e where e.task_id = :task order by e.id")
                .bind("task", taskId)
                .bind("organization", organizationId)
                .map((row, _) -> new TaskView.Evidence(
                        uuid(row, "id"),
                        EvidenceChannel.valueOf(row.getString("channel")),
                        row.getString("file_name"),
                        row.getString("content_type"),
                        row.getLong("bytes"),
                        row.getString("content_hash"),
                        instant(row, "taken_at"),
                        row.getString("place"),
                        row.getString("note"),
                        new TaskSummary.Name(uuid(row, "attached_by"), row.getString("attached_by_name")),
                        instant(row, "attached_at")))
                .list();
    }

    private List<TaskView.Line> history(Handle handle, UUID taskId, UUID organizationId) {
        var unit = "(select w.name from directory_unit w where w.unit_id = cast(h.%s as uuid))";
        var person = PERSON_NAME.formatted("h.person_id");
        var previousAssignee = PERSON_NAME.formatted("cast(h.old_value as uuid)");
        var assignee = PERSON_NAME.formatted("cast(h.new_value as uuid)");
        return handle.createQuery("""
                        select h.id, h.at, h.person_id, h.unit_id, h.action, h.previous_state, h.state, h.reason,
                               u.name as unit_name,
                               coalesce(case h.action when 'delegate' then %s when 'reassign' then %s end, h.old_value) as was,
                               coalesce(case h.action when 'delegate' then %s when 'reassign' then %s end, h.new_value)
                                   as becomes,
                               %s as person_name
                        from task_history h left join directory_unit u on u.unit_id = h.unit_id
                        where h.task_id = :task order by h.at, h.id""".formatted(
                        previousAssignee, unit.formatted("old_value"), assignee, unit.formatted("new_value"), person))
                .bind("task", taskId)
                .bind("organization", organizationId)
                .map((row, _) -> new TaskView.Line(
                        uuid(row, "id"),
                        instant(row, "at"),
                        new TaskSummary.Name(uuid(row, "person_id"), row.getString("person_name")),
                        name(row, "unit_id", "unit_name"),
                        row.getString("action"),
                        row.getString("previous_state") == null
                                ? null
                                : TaskState.valueOf(row.getString("previous_state")),
                        TaskState.valueOf(row.getString("state")),
                        row.getString("reason"),
                        row.getString("was"),
                        row.getString("becomes")))
                .list();
    }

    private TaskView view(
            ResultSet row,
            Timeliness.Today today,
            List<TaskView.Duty> duties,
            List<TaskView.Evidence> evidence,
            List<TaskView.Line> history,
            List<TaskAction> allowed)
            throws SQLException {
        var summary = TaskRows.summary(row, today);
        return new TaskView(
                summary,
                rule(row, summary.schedule()),
                row.getString("product"),
                row.getString("excerpt"),
                row.getString("source"),
                row.getObject("plan_version", Integer.class),
                row.getObject("plan_ends_on", LocalDate.class),
                summary.parentTaskId() == null
                        ? null
                        : new TaskView.Parent(
                                summary.parentTaskId(),
                                row.getString("parent_title"),
                                row.getString("parent_excerpt"),
                                row.getString("parent_product")),
                row.getString("result_summary"),
                new TaskSummary.Name(uuid(row, "assigned_by"), row.getString("assigner_name")),
                instant(row, "assigned_at"),
                List.of((String[]) row.getArray("coordinating_as_written").getArray()),
                duties,
                evidence,
                history,
                allowed);
    }

    private static TaskSchedule rule(ResultSet row, TaskSummary.Rule rule) throws SQLException {
        var bound = row.getString("schedule_bound");
        return new TaskSchedule(
                rule.kind(),
                row.getObject("schedule_from", LocalDate.class),
                row.getObject("schedule_to", LocalDate.class),
                bound == null ? null : DeadlineBound.valueOf(bound),
                ScheduleColumns.read(row.getString("schedule_yearly_days")),
                rule.words());
    }

    private @Nullable OffsetDateTime instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }

    private static TaskSummary.@Nullable Name name(ResultSet row, String id, String name) throws SQLException {
        var value = uuid(row, id);
        return value == null ? null : new TaskSummary.Name(value, row.getString(name));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
