package vn.lantoa.kit.directory;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

/** The working days of an organization: its own table of a year, else that of the whole country. */
@Singleton
public class Calendars {

    private final Jdbi db;
    private final Directory directory;

    Calendars(Jdbi db, Directory directory) {
        this.db = db;
        this.directory = directory;
    }

    /** The calendar that holds for an organization today, over all years that are known. */
    public WorkingCalendar of(UUID organizationId) {
        var owners = new TreeMap<Integer, UUID>();
        return db.withHandle(handle -> {
            yearsOf(handle, CalendarRecorded.WHOLE_COUNTRY)
                    .forEach(year -> owners.put(year, CalendarRecorded.WHOLE_COUNTRY));
            var parent = directory.organization(organizationId).flatMap(it -> Optional.ofNullable(it.parentId()));
            parent.ifPresent(id -> yearsOf(handle, id).forEach(year -> owners.put(year, id)));
            yearsOf(handle, organizationId).forEach(year -> owners.put(year, organizationId));

            var days = owners.entrySet().stream()
                    .flatMap(owner -> days(handle, owner.getValue(), owner.getKey()).stream())
                    .toList();
            var version = owners.entrySet().stream()
                    .map(owner -> version(handle, owner.getValue(), owner.getKey()))
                    .collect(Collectors.joining("+"));
            return new WorkingCalendar(version.isEmpty() ? "weekdays" : version, days);
        });
    }

    private static List<Integer> yearsOf(Handle handle, UUID organizationId) {
        return handle.createQuery("select year from directory_calendar where organization_id = :id")
                .bind("id", organizationId)
                .mapTo(Integer.class)
                .list();
    }

    private static String version(Handle handle, UUID organizationId, int year) {
        return handle.createQuery("select version from directory_calendar where organization_id = :id and year = :year")
                .bind("id", organizationId)
                .bind("year", year)
                .mapTo(String.class)
                .one();
    }

    private static List<CalendarDay> days(Handle handle, UUID organizationId, int year) {
        return handle.createQuery("""
                        select day, kind, name, decision from directory_calendar_day
                        where organization_id = :id and year = :year order by day""")
                .bind("id", organizationId)
                .bind("year", year)
                .map((row, _) -> new CalendarDay(
                        row.getObject("day", java.time.LocalDate.class),
                        CalendarDay.Kind.valueOf(row.getString("kind")),
                        row.getString("name"),
                        row.getString("decision")))
                .list();
    }
}
