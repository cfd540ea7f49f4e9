package vn.lantoa.plan.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import vn.lantoa.events.CalendarRecorded.DayKind;

/**
 * The days off of a year as the law has them: Bộ luật Lao động 2019, Điều 112 (which days) and Điều 111 khoản 3 (a holiday on a weekly
 * day off is made up on the next working day), and Nghị quyết 28/2026/QH16 (24 November, from 2026). What the law leaves to the
 * decision of the year is drafted as it was mostly decided: the days of Tết begin on the eve, the second day of the National Day is
 * the one that makes the longer rest. Swaps are never drafted.
 */
final class DraftTable {

    /** The first year in which 24 November is a holiday. */
    static final int FIRST_YEAR = 2026;

    /** As far as the lunar calendar was checked. */
    static final int LAST_YEAR = 2100;

    private static final String HOLIDAYS = "Bộ luật Lao động 2019, Điều 112";
    private static final String IN_LIEU = "Bộ luật Lao động 2019, Điều 111 khoản 3";
    private static final String CULTURE_DAY = "Nghị quyết 28/2026/QH16";
    private static final int DAYS_OF_TET = 5;

    private DraftTable() {}

    /** By date. */
    static List<TableDay> of(int year) {
        var drafted = new TreeMap<LocalDate, TableDay>();
        var holidays = holidays(year);
        holidays.forEach(day -> drafted.merge(day.date(), day, DraftTable::both));
        for (var day : holidays) {
            if (isWeekend(day.date())) {
                var date = nextWorkingDay(day.date(), drafted);
                drafted.put(date, new TableDay(date, DayKind.HOLIDAY, "Nghỉ bù " + day.name(), null, IN_LIEU));
            }
        }
        return List.copyOf(drafted.values());
    }

    private static List<TableDay> holidays(int year) {
        var days = new ArrayList<TableDay>();
        days.add(holiday(LocalDate.of(year, 1, 1), "Tết Dương lịch", HOLIDAYS));
        var eve = LunarCalendar.newYear(year).minusDays(1);
        for (int day = 0; day < DAYS_OF_TET; day++) {
            days.add(holiday(eve.plusDays(day), "Tết Nguyên đán", HOLIDAYS));
        }
        days.add(holiday(LunarCalendar.day(year, 3, 10), "Giỗ Tổ Hùng Vương", HOLIDAYS));
        days.add(holiday(LocalDate.of(year, 4, 30), "Ngày Chiến thắng", HOLIDAYS));
        days.add(holiday(LocalDate.of(year, 5, 1), "Ngày Quốc tế lao động", HOLIDAYS));
        var nationalDay = LocalDate.of(year, 9, 2);
        days.add(holiday(nationalDay, "Quốc khánh", HOLIDAYS));
        days.add(holiday(besideNationalDay(nationalDay), "Quốc khánh (ngày liền kề)", HOLIDAYS));
        days.add(holiday(MonthDay.of(11, 24).atYear(year), "Ngày Văn hóa Việt Nam", CULTURE_DAY));
        return days;
    }

    /** The day before or the day after: never one that is off anyway, and if possible one that touches a weekend. */
    private static LocalDate besideNationalDay(LocalDate nationalDay) {
        return switch (nationalDay.getDayOfWeek()) {
            case TUESDAY, WEDNESDAY, FRIDAY, SATURDAY -> nationalDay.minusDays(1);
            case MONDAY, THURSDAY, SUNDAY -> nationalDay.plusDays(1);
        };
    }

    private static LocalDate nextWorkingDay(LocalDate after, TreeMap<LocalDate, TableDay> drafted) {
        var date = after.plusDays(1);
        while (isWeekend(date) || drafted.containsKey(date)) {
            date = date.plusDays(1);
        }
        return date;
    }

    /** Where two holidays meet, the law gives one day; whoever records the table sees both names. */
    private static TableDay both(TableDay one, TableDay other) {
        return new TableDay(one.date(), DayKind.HOLIDAY, one.name() + ", " + other.name(), null, one.decision());
    }

    private static TableDay holiday(LocalDate date, String name, String decision) {
        return new TableDay(date, DayKind.HOLIDAY, name, null, decision);
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
