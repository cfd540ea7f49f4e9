package vn.lantoa.task.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;

/** One row of tasks with the names that belong to it. */
final class TaskRows {

    /** What a summary needs, of {@code task t}. Names are those of today; an id that is not known yet stays an id. */
    static final String COLUMNS = """
            t.id, t.version, t.organization_id, t.plan_id, t.parent_task_id, t.occurrence_on, t.number, t.title, t.mode,
            t.state, t.lead_unit_id, t.receiving_organization_id, t.assignee_id, t.schedule_kind, t.schedule_words,
            t.due_date, t.due_bound, t.due_last_day, t.due_last_safe_day, t.due_legal_end, t.due_calendar_version,
            t.submitted_on, t.completed_on, t.evidence_count, t.coordinating_done, t.sort_on,
            p.subject as plan_subject, p.document_number, p.document_symbol, u.name as lead_unit_name,
            (select m.display_name from directory_membership m
             where m.person_id = t.assignee_id
               and m.organization_id in (t.organization_id, t.receiving_organization_id)
             order by m.valid_from desc limit 1) as assignee_name,
            (select count(*) from coordinating_duty d where d.task_id = t.id) as coordinating_total
            """;

    static final String JOINS = """
            left join promulgated_plan p on p.plan_id = t.plan_id
            left join directory_unit u on u.unit_id = t.lead_unit_id
            """;

    private TaskRows() {}

    static TaskSummary summary(ResultSet row, Timeliness.Today today) throws SQLException {
        var mode = AssignMode.valueOf(row.getString("mode"));
        var state = TaskState.valueOf(row.getString("state"));
        var deadline = deadline(row);
        var submittedOn = row.getObject("submitted_on", LocalDate.class);
        var completedOn = row.getObject("completed_on", LocalDate.class);
        return new TaskSummary(
                uuid(row, "id"),
                uuid(row, "organization_id"),
                plan(row),
                uuid(row, "parent_task_id"),
                row.getObject("occurrence_on", LocalDate.class),
                row.getString("number"),
                row.getString("title"),
                mode,
                state,
                new TaskSummary.Name(uuid(row, "lead_unit_id"), row.getString("lead_unit_name")),
                uuid(row, "receiving_organization_id"),
                uuid(row, "assignee_id") == null
                        ? null
                        : new TaskSummary.Name(uuid(row, "assignee_id"), row.getString("assignee_name")),
                new TaskSummary.Rule(
                        TaskSchedule.Kind.valueOf(row.getString("schedule_kind")), row.getString("schedule_words")),
                deadline,
                Timeliness.of(mode, state, deadline, submittedOn, today),
                completedOn == null ? null : Timeliness.punctuality(deadline, completedOn),
                submittedOn,
                completedOn,
                new TaskSummary.Parts(row.getInt("coordinating_total"), row.getInt("coordinating_done")),
                row.getInt("evidence_count"),
                row.getLong("version"));
    }

    private static TaskSummary.@Nullable PlanName plan(ResultSet row) throws SQLException {
        var id = uuid(row, "plan_id");
        return id == null
                ? null
                : new TaskSummary.PlanName(
                        id,
                        row.getString("plan_subject"),
                        row.getString("document_number"),
                        row.getString("document_symbol"));
    }

    private static @Nullable TaskDeadline deadline(ResultSet row) throws SQLException {
        var date = row.getObject("due_date", LocalDate.class);
        return date == null
                ? null
                : new TaskDeadline(
                        date,
                        DeadlineBound.valueOf(row.getString("due_bound")),
                        row.getObject("due_last_day", LocalDate.class),
                        row.getObject("due_last_safe_day", LocalDate.class),
                        row.getObject("due_legal_end", LocalDate.class),
                        row.getString("due_calendar_version"));
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
