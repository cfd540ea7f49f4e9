package vn.lantoa.task.assignment;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.task.work.TaskFilter;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * When a calendar changes, or arrives after the tasks, the deadlines of open tasks that it may concern are computed anew, in the
 * transaction in which the directory's copy took the calendar over. Nothing is told: the last day does not move, and whoever
 * looks at working days follows the calendar on their own.
 */
@Singleton
class RecomputeDeadlines {

    /** A break around the turn of the year can move a date into the year before or after. */
    private static final int LONGEST_BREAK_DAYS = 31;

    private static final int AT_ONCE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private record Due(UUID taskId, UUID organizationId, LocalDate date, DeadlineBound bound) {}

    private final Jdbi db;
    private final Calendars calendars;

    RecomputeDeadlines(Jdbi db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    void handle(@Observes CalendarRecorded calendar) {
        var byOrganization = new HashMap<UUID, WorkingCalendar>();
        var below = calendars.concerned(calendar);
        var organizations = below == null ? null : below.toArray(UUID[]::new);
        db.useHandle(handle -> {
            var batch = concerned(handle, calendar, organizations, FIRST);
            while (!batch.isEmpty()) {
                var known = batch.stream().map(Due::organizationId).distinct().toList();
                known.forEach(id -> byOrganization.computeIfAbsent(id, calendars::of));
                write(handle, batch, byOrganization);
                batch = batch.size() < AT_ONCE
                        ? List.of()
                        : concerned(
                                handle, calendar, organizations, batch.getLast().taskId());
            }
        });
    }

    /** Locked: a verb that holds one of them ends before its dates move, and one that comes then sees the new ones. */
    private static List<Due> concerned(
            Handle handle, CalendarRecorded calendar, UUID @Nullable [] organizations, UUID after) {
        return handle.createQuery("""
                        select id, organization_id, due_date, due_bound from task
                        where id > :after and state = any (:open)
                          and due_last_day between :first and :last
                          and (cast(:organizations as uuid[]) is null or organization_id = any (:organizations))
                        order by id limit :rows for update""")
                .bind("after", after)
                .bind("open", TaskFilter.OPEN.stream().map(Enum::name).toArray(String[]::new))
                .bind("first", LocalDate.of(calendar.year(), 1, 1).minusDays(LONGEST_BREAK_DAYS))
                .bind("last", LocalDate.of(calendar.year(), 12, 31).plusDays(LONGEST_BREAK_DAYS))
                .bind("organizations", organizations)
                .bind("rows", AT_ONCE)
                .map((row, _) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getObject("id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("due_date", LocalDate.class),
                DeadlineBound.valueOf(row.getString("due_bound")));
    }

    /** The version grows only where something that people see is new. */
    private static void write(Handle handle, List<Due> tasks, HashMap<UUID, WorkingCalendar> byOrganization) {
        var batch = handle.prepareBatch("""
                update task set due_last_safe_day = :safe, due_legal_end = :legal, due_calendar_version = :calendar,
                    version = version + 1
                where id = :id and (due_last_safe_day, due_legal_end, due_calendar_version)
                    is distinct from (cast(:safe as date), cast(:legal as date), cast(:calendar as text))""");
        for (var task : tasks) {
            var now = TaskDeadlines.of(task.date(), task.bound(), byOrganization.get(task.organizationId()));
            batch.bind("id", task.taskId())
                    .bind("safe", now.lastSafeDay())
                    .bind("legal", now.legalEnd())
                    .bind("calendar", now.calendarVersion())
                    .add();
        }
        batch.execute();
    }
}
