package vn.lantoa.task.work;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.http.Direction;
import vn.lantoa.kit.http.Page;
import vn.lantoa.kit.http.Problem;

/**
 * Lists of tasks, soonest first, those without a deadline last, or just the other way round. A page is one statement; each way in which a task can concern
 * an organization has its own index in the order of the list, so that the cost does not grow with the number of tenants.
 */
@Singleton
public class TaskPages {

    /** Given by the organization; received by it; or one of its units in another organization's directory contributes. */
    private static final List<String> CONCERNS = List.of(
            "t.organization_id = :organization",
            "t.receiving_organization_id = :organization",
            "t.id in (select d.task_id from coordinating_duty d where d.receiving_organization_id = :organization)");

    /** How many tasks there are, by state, and how the open ones stand to their deadline. */
    @Schema(name = "TaskCounts")
    public record Counts(long total, Map<TaskState, Long> byState, long overdue) {}

    private final Jdbi db;
    private final WorkingDays workingDays;

    TaskPages(Jdbi db, WorkingDays workingDays) {
        this.db = db;
        this.workingDays = workingDays;
    }

    /**
     * One page of the tasks that concern an organization.
     *
     * @param size at most {@link Page#MAXIMUM_SIZE}
     * @param address of the following page, without its cursor: ends with {@code ?} or {@code &}
     */
    public Page<TaskSummary> page(
            UUID organizationId,
            TaskFilter filter,
            Direction direction,
            int size,
            @Nullable String cursor,
            String address) {
        var list = filter.cursorList() + direction.order();
        var after = Cursor.read(list, cursor, 2);
        var conditions = filter.conditions()
                + (after.isEmpty() ? "" : "\nand (t.sort_on, t.id) " + direction.beyond() + " (:sortOn, :id)");
        var order = "order by t.sort_on %1$s, t.id %1$s limit :rows".formatted(direction.order());
        var sql = "with concerned as (\n" + concerned(conditions, order) + ")\n"
                + "select " + TaskRows.COLUMNS + " from concerned c join task t on t.id = c.id\n" + TaskRows.JOINS
                + order;
        var today = workingDays.today(organizationId);
        var rows = db.withHandle(handle -> {
            var query = handle.createQuery(sql)
                    .bindMap(filter.values())
                    .bind("organization", organizationId)
                    .bind("rows", size + 1);
            if (!after.isEmpty()) {
                query.bind("sortOn", day(after.getFirst())).bind("id", id(after.getLast()));
            }
            return query.map((row, _) ->
                            new Row(TaskRows.summary(row, today), row.getObject("sort_on", LocalDate.class)))
                    .list();
        });
        var page = Page.cut(
                rows,
                size,
                last -> address + "cursor="
                        + Cursor.of(list, last.sortOn(), last.task().id()));
        return new Page<>(page.items().stream().map(Row::task).toList(), page.next());
    }

    /** Counts per state without the list. */
    public Counts count(UUID organizationId, TaskFilter filter) {
        var today = workingDays.today(organizationId).day();
        var sql = "with concerned as (\n" + concerned(filter.conditions(), "") + ")\n" + """
                select t.state, count(*) as tasks,
                       count(*) filter (where t.mode = 'ASSIGN' and t.state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS')
                                          and t.due_legal_end < :today
                                          or t.state = 'RESULT_SUBMITTED' and t.due_legal_end < t.submitted_on) as overdue
                from concerned c join task t on t.id = c.id group by t.state""";
        var byState = new EnumMap<TaskState, Long>(TaskState.class);
        var overdue = db.withHandle(handle -> handle.createQuery(sql)
                .bindMap(filter.values())
                .bind("organization", organizationId)
                .bind("today", today)
                .map((row, _) -> {
                    byState.put(TaskState.valueOf(row.getString("state")), row.getLong("tasks"));
                    return row.getLong("overdue");
                })
                .list());
        return new Counts(
                byState.values().stream().mapToLong(Long::longValue).sum(),
                byState,
                overdue.stream().mapToLong(Long::longValue).sum());
    }

    private record Row(TaskSummary task, LocalDate sortOn) {}

    private static String concerned(String conditions, String end) {
        return String.join(
                "union\n",
                CONCERNS.stream()
                        .map(concern ->
                                "(select t.id from task t where " + concern + "\n" + conditions + "\n" + end + ")\n")
                        .toList());
    }

    private static LocalDate day(String text) {
        try {
            return Dates.read(text);
        } catch (DateTimeException e) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.Invalid("cursor.invalid");
        }
    }
}
