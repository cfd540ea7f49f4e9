package vn.lantoa.plan.calendar;

import java.util.List;
import vn.lantoa.events.CalendarRecorded;

/**
 * One reviewed file of {@code calendars/}.
 *
 * @param tentative true while the yearly decision is not out and the days follow from the law's rules alone
 */
record YearTable(int year, String version, boolean tentative, List<CalendarRecorded.Day> days) {

    YearTable {
        days = List.copyOf(days);
    }

    CalendarRecorded asRecorded() {
        return new CalendarRecorded(CalendarRecorded.WHOLE_COUNTRY, year, version, days);
    }
}
