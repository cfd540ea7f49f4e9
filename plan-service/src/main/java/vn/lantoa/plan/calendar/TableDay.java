package vn.lantoa.plan.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.CalendarRecorded.DayKind;

/**
 * A day of a table as it was decided.
 *
 * @param swappedWith the other day of a swap, perhaps in the year before or after; null for a holiday, and where an older table does
 *     not name it
 * @param decision the document that decides this day; null when it is that of the whole table
 */
record TableDay(
        LocalDate date,
        DayKind kind,
        String name,
        @Nullable LocalDate swappedWith,
        @Nullable String decision) {

    static TableDay of(CalendarRecorded.Day day) {
        return new TableDay(day.date(), day.kind(), day.name(), null, day.decision());
    }

    CalendarRecorded.Day asRecorded(String decisionOfTable) {
        return new CalendarRecorded.Day(date, kind, name, decision == null ? decisionOfTable : decision);
    }
}
