package vn.lantoa.plan.calendar;

import java.time.LocalDate;
import net.time4j.PlainDate;
import net.time4j.calendar.EastAsianMonth;
import net.time4j.calendar.EastAsianYear;
import net.time4j.calendar.VietnameseCalendar;

/** The lunisolar calendar of Vietnam: months begin at the new moon, by the time of the country (UTC+7; docs/adr/0025). */
final class LunarCalendar {

    /**
     * A day in it.
     *
     * @param month 1 to 12; a leap month repeats the number of the one before
     */
    record LunarDate(int month, boolean leap, int day) {}

    private LunarCalendar() {}

    /** The first day of the first month: Tết Nguyên đán. */
    static LocalDate newYear(int year) {
        return solar(VietnameseCalendar.ofTet(year));
    }

    /**
     * A day of an ordinary month, as days of remembrance are named.
     *
     * @param year the solar year in which the lunar one begins
     */
    static LocalDate day(int year, int month, int day) {
        return solar(VietnameseCalendar.of(EastAsianYear.forGregorian(year), EastAsianMonth.valueOf(month), day));
    }

    static LunarDate of(LocalDate date) {
        var lunar = PlainDate.from(date).transform(VietnameseCalendar.axis());
        return new LunarDate(lunar.getMonth().getNumber(), lunar.getMonth().isLeap(), lunar.getDayOfMonth());
    }

    private static LocalDate solar(VietnameseCalendar lunar) {
        return lunar.transform(PlainDate.axis()).toTemporalAccessor();
    }
}
