package vn.lantoa.kit.directory;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * The working days of an organization: its own table of a year, else that of the nearest organization above which has one, else that
 * of the whole country.
 */
@Singleton
public class Calendars {

    private static final int HIGHEST_TREE = 16;

    private static final String OWNERS = """
            with recursive above (id, step) as (
                select cast(:organization as uuid), 0
                union
                select p.parent_id, above.step + 1
                from directory_organization_period p join above on p.organization_id = above.id
                where p.validity @> cast(:day as date) and p.parent_id is not null and above.step < :highest),
            owner (id, step) as (
                select id, min(step) from above group by id
                union all
                select cast(:country as uuid), cast(:highest as int) + 1)
            """;

    private final Jdbi db;
    private final Directory directory;
    private final Clock clock;

    Calendars(Jdbi db, Directory directory, Clock clock) {
        this.db = db;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param version names the state of the table */
    public record Table(int year, UUID organizationId, String version) {}

    /** The calendar that holds for an organization today, over all years that are known. */
    public WorkingCalendar of(UUID organizationId) {
        return db.withHandle(handle -> {
            var tables = holding(handle, organizationId);
            var version = tables.stream().map(Table::version).collect(Collectors.joining("+"));
            return new WorkingCalendar(version.isEmpty() ? "weekdays" : version, days(handle, tables));
        });
    }

    /** Which table of each year holds for an organization today, by year. */
    public List<Table> holding(UUID organizationId) {
        return db.withHandle(handle -> holding(handle, organizationId));
    }

    /** Whose tables may hold for an organization: its own, those of the organizations above, the whole country's; the nearest first. */
    public List<UUID> owners(UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery(OWNERS + " select id from owner order by step")
                .bind("organization", organizationId)
                .bind("day", LocalDate.now(clock))
                .bind("country", CalendarRecorded.WHOLE_COUNTRY)
                .bind("highest", HIGHEST_TREE)
                .mapTo(UUID.class)
                .list());
    }

    /** Whose working days a table may concern: its owner and all below; null for everybody. */
    public @Nullable List<UUID> concerned(CalendarRecorded calendar) {
        return calendar.organizationId().equals(CalendarRecorded.WHOLE_COUNTRY)
                ? null
                : directory.withAllBelow(calendar.organizationId());
    }

    private List<Table> holding(Handle handle, UUID organizationId) {
        return handle.createQuery(OWNERS + """
                         select distinct on (c.year) c.year, c.organization_id, c.version
                        from directory_calendar c join owner on owner.id = c.organization_id
                        order by c.year, owner.step""")
                .bind("organization", organizationId)
                .bind("day", LocalDate.now(clock))
                .bind("country", CalendarRecorded.WHOLE_COUNTRY)
                .bind("highest", HIGHEST_TREE)
                .map((row, _) -> new Table(
                        row.getInt("year"), row.getObject("organization_id", UUID.class), row.getString("version")))
                .list();
    }

    private static List<CalendarDay> days(Handle handle, List<Table> tables) {
        return handle.createQuery("""
                        select d.day, d.kind, d.name, d.decision from directory_calendar_day d
                            join unnest(cast(:owners as uuid[]), cast(:years as int[])) as held (organization_id, year)
                                on d.organization_id = held.organization_id and d.year = held.year
                        order by d.day""")
                .bind("owners", tables.stream().map(Table::organizationId).toArray(UUID[]::new))
                .bind("years", tables.stream().map(Table::year).toArray(Integer[]::new))
                .map((row, _) -> new CalendarDay(
                        row.getObject("day", LocalDate.class),
                        CalendarDay.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("decision")))
                .list();
    }
}
