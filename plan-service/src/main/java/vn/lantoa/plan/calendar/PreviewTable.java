package vn.lantoa.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

/** Works out what a new state of a table would change, and changes nothing. */
@ApplicationScoped
class PreviewTable {

    /** @param ownerId whose table: the acting organization's, or that of the whole country */
    record Command(UUID acting, UUID ownerId, NewTable table) {}

    /**
     * A day that is not what it was.
     *
     * @param before null when it was like any other of its weekday
     * @param after null when it will be
     */
    record DayChange(
            LocalDate date,
            CalendarDay.@Nullable Kind before,
            CalendarDay.@Nullable Kind after,
            boolean workedBefore,
            boolean workedAfter) {}

    /** @param token names the wish and all that was known; any change of either makes another */
    record Outcome(List<DayChange> days, String token) {}

    private final HoldingTables tables;
    private final CalendarKeeper keeper;

    PreviewTable(HoldingTables tables, CalendarKeeper keeper) {
        this.tables = tables;
        this.keeper = keeper;
    }

    /** @throws Problem.NotAllowed when it is the whole country's table and the acting organization does not keep it */
    @Transactional
    Outcome preview(Command command) {
        boolean ofCountry = command.ownerId().equals(CalendarRecorded.WHOLE_COUNTRY);
        if (ofCountry && !keeper.is(command.acting())) {
            throw new Problem.NotAllowed("calendar.not-keeper");
        }
        var year = command.table().year();
        var held = (ofCountry
                        ? tables.of(List.of(CalendarRecorded.WHOLE_COUNTRY), year)
                        : tables.of(command.acting(), year))
                .stream().findFirst();
        var before = new WorkingCalendar(
                "before", held.map(HoldingTables.Table::days).orElse(List.of()));
        var after = command.table().calendar();
        var days = changes(before, after);
        return new Outcome(
                days,
                EntityTag.ofParts(
                                command, held.map(HoldingTables.Table::version).orElse(""), days)
                        .value());
    }

    private static List<DayChange> changes(WorkingCalendar before, WorkingCalendar after) {
        var dates = new TreeSet<LocalDate>();
        before.specialDays().forEach(day -> dates.add(day.date()));
        after.specialDays().forEach(day -> dates.add(day.date()));
        var changes = new ArrayList<DayChange>();
        for (var date : dates) {
            var was = kind(before.specialDay(date));
            var will = kind(after.specialDay(date));
            if (was != will) {
                changes.add(new DayChange(date, was, will, before.isWorkingDay(date), after.isWorkingDay(date)));
            }
        }
        return changes;
    }

    private static CalendarDay.@Nullable Kind kind(Optional<CalendarDay> day) {
        return day.map(CalendarDay::kind).orElse(null);
    }
}
