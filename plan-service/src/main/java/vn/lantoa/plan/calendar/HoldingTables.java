package vn.lantoa.plan.calendar;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.workingdays.CalendarDay;

/** The tables of one year that count for an organization, from the nearest to the whole country's. */
@Singleton
class HoldingTables {

    /**
     * A table as services compute by it.
     *
     * @param version names its state
     */
    record Table(UUID ownerId, int year, String version, List<CalendarDay> days) {

        Table {
            days = List.copyOf(days);
        }

        Optional<CalendarDay> day(LocalDate date) {
            return days.stream().filter(it -> it.date().equals(date)).findFirst();
        }
    }

    private final Jdbi db;
    private final Calendars calendars;

    HoldingTables(Jdbi db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    /** The nearest first: the first one holds. */
    List<Table> of(UUID organizationId, int year) {
        return of(calendars.owners(organizationId), year);
    }

    /** Those of these owners that there are, in their order. */
    List<Table> of(List<UUID> ownerIds, int year) {
        var found = new HashMap<UUID, Table>();
        var days = days(ownerIds, year);
        db.useHandle(handle -> handle.createQuery("""
                        select organization_id, version from directory_calendar
                        where year = :year and organization_id = any (:owners)""")
                .bind("year", year)
                .bind("owners", ownerIds.toArray(UUID[]::new))
                .map((row, _) -> new Table(
                        row.getObject("organization_id", UUID.class),
                        year,
                        row.getString("version"),
                        days.getOrDefault(row.getObject("organization_id", UUID.class), List.of())))
                .forEach(table -> found.put(table.ownerId(), table)));
        return ownerIds.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** The state of the table that would hold without the organization's own; null when there is none. */
    @Nullable
    String versionAbove(UUID organizationId, int year) {
        return of(organizationId, year).stream()
                .filter(it -> !it.ownerId().equals(organizationId))
                .map(Table::version)
                .findFirst()
                .orElse(null);
    }

    private Map<UUID, List<CalendarDay>> days(List<UUID> ownerIds, int year) {
        record Owned(UUID ownerId, CalendarDay day) {}
        return db.withHandle(handle -> handle.createQuery("""
                        select organization_id, day, kind, name, decision from directory_calendar_day
                        where year = :year and organization_id = any (:owners) order by organization_id, day""")
                .bind("year", year)
                .bind("owners", ownerIds.toArray(UUID[]::new))
                .map((row, _) -> new Owned(
                        row.getObject("organization_id", UUID.class),
                        new CalendarDay(
                                row.getObject("day", LocalDate.class),
                                CalendarDay.Kind.valueOf(row.getString("kind")),
                                row.getString("name"),
                                row.getString("decision"))))
                .collect(Collectors.groupingBy(Owned::ownerId, Collectors.mapping(Owned::day, Collectors.toList()))));
    }
}
