package vn.lantoa.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.SimpleTimeZone;
import com.ibm.icu.util.ULocale;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LunarCalendarTest {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 31);
    private static final LocalDate LAST = LocalDate.of(2100, 12, 31);
    private static final ZoneOffset HANOI = ZoneOffset.ofHours(7);

    /** A new moon of reference, and the mean length of a month (Meeus, Astronomical Algorithms, chapter 49). */
    private static final Instant NEW_MOON = Instant.parse("2000-01-06T18:14:00Z");

    private static final double MEAN_MONTH_DAYS = 29.530588861;

    /** How far a true new moon lies from the mean one at most, and a day for its place within the civil day. */
    private static final double FARTHEST_DAYS = 0.65 + 1;

    /** Published dates; in 2030 China celebrates a day later. */
    @ParameterizedTest
    @CsvSource({
        "2024-02-10, 2024-04-18",
        "2025-01-29, 2025-04-07",
        "2026-02-17, 2026-04-26",
        "2027-02-06, 2027-04-16",
        "2028-01-26, 2028-04-04",
        "2029-02-13, 2029-04-23",
        "2030-02-02, 2030-04-12"
    })
    void newYearAndHungKingsDayAreThosePublished(LocalDate newYear, LocalDate hungKings) {
        assertThat(LunarCalendar.newYear(newYear.getYear())).isEqualTo(newYear);
        assertThat(LunarCalendar.day(newYear.getYear(), 3, 10)).isEqualTo(hungKings);
    }

    /** Where the calendars of Vietnam and China parted, as the time of Hanoi is an hour behind that of Beijing. */
    @ParameterizedTest
    @CsvSource({"1968-01-29", "1969-02-16", "1985-01-21", "2007-02-17", "2030-02-02", "2053-02-18"})
    void newYearsThatDifferFromThoseOfChina(LocalDate newYear) {
        assertThat(LunarCalendar.newYear(newYear.getYear())).isEqualTo(newYear);
    }

    @Test
    void noThirtiethOfTheTwelfthMonthFrom2025To2032() {
        for (int year = 2025; year <= 2032; year++) {
            assertThat(LunarCalendar.of(LunarCalendar.newYear(year).minusDays(1))
                            .day())
                    .as("eve of %s", year)
                    .isEqualTo(29);
        }
        assertThat(LunarCalendar.of(LunarCalendar.newYear(2033).minusDays(1)).day())
                .isEqualTo(30);
    }

    @Test
    void monthsHaveTwentyNineOrThirtyDaysAndFollowOneAnother() {
        var before = LunarCalendar.of(FIRST);
        for (var date = FIRST.plusDays(1); !date.isAfter(LAST); date = date.plusDays(1)) {
            var day = LunarCalendar.of(date);
            if (day.day() == 1) {
                assertThat(before.day()).as("last day before %s", date).isBetween(29, 30);
                assertThat(day.month() == before.month() % 12 + 1 && !day.leap()
                                || day.month() == before.month() && day.leap() && !before.leap())
                        .as("%s begins %s after %s", date, day, before)
                        .isTrue();
            } else {
                assertThat(day)
                        .as("%s", date)
                        .isEqualTo(new LunarCalendar.LunarDate(before.month(), before.leap(), before.day() + 1));
            }
            before = day;
        }
    }

    /** Seven leap months in nineteen years, give or take one; never two in a year. */
    @Test
    void leapMonthsKeepTheYearWithTheSun() {
        var leapYears = new ArrayList<Integer>();
        for (int year = 1901; year <= 2099; year++) {
            var months = monthsOf(year);
            assertThat(months).as("months of %s", year).isBetween(12, 13);
            if (months == 13) {
                leapYears.add(year);
            }
        }
        for (int first = 1901; first + 18 <= 2099; first++) {
            int from = first;
            assertThat(leapYears.stream().filter(year -> year >= from && year < from + 19))
                    .as("leap years from %s", first)
                    .hasSizeBetween(6, 8);
        }
    }

    @Test
    void newYearFallsBetween20JanuaryAnd21February() {
        for (int year = 1900; year <= 2100; year++) {
            assertThat(LunarCalendar.newYear(year)).isBetween(LocalDate.of(year, 1, 20), LocalDate.of(year, 2, 21));
        }
    }

    @Test
    void everyMonthBeginsNearAMeanNewMoon() {
        for (var date = FIRST; !date.isAfter(LAST); date = date.plusDays(1)) {
            if (LunarCalendar.of(date).day() == 1) {
                var noon = date.atTime(12, 0).toInstant(HANOI);
                double months = Duration.between(NEW_MOON, noon).toSeconds() / 86_400.0 / MEAN_MONTH_DAYS;
                assertThat(Math.abs(months - Math.rint(months)) * MEAN_MONTH_DAYS)
                        .as("days from the mean new moon to %s", date)
                        .isLessThan(FARTHEST_DAYS);
            }
        }
    }

    /**
     * ICU computes the new moon to some minutes only: from 1968 to 2050 three months begin on another day, each with a new moon
     * within minutes of midnight in Hanoi, and never a day that a table of this century needs.
     */
    @Test
    void anotherLibraryFindsTheSameMonthsWhereNoNewMoonIsAtMidnight() {
        var differing = new TreeSet<LocalDate>();
        for (var date = LocalDate.of(1968, 2, 1); date.getYear() <= 2050; date = date.plusDays(1)) {
            var ours = LunarCalendar.of(date);
            if (ours.day() == 1 && !ours.equals(IcuVietnam.of(date))) {
                differing.add(date);
            }
        }
        assertThat(differing)
                .containsExactly(LocalDate.of(1995, 9, 24), LocalDate.of(1996, 12, 10), LocalDate.of(1997, 12, 29));
        for (int year = 2024; year <= 2100; year++) {
            assertThat(IcuVietnam.of(LunarCalendar.newYear(year))).isEqualTo(new LunarCalendar.LunarDate(1, false, 1));
            assertThat(IcuVietnam.of(LunarCalendar.day(year, 3, 10)))
                    .isEqualTo(new LunarCalendar.LunarDate(3, false, 10));
        }
    }

    private static int monthsOf(int year) {
        int months = 0;
        for (var date : days(LunarCalendar.newYear(year), LunarCalendar.newYear(year + 1))) {
            months += LunarCalendar.of(date).day() == 1 ? 1 : 0;
        }
        return months;
    }

    private static List<LocalDate> days(LocalDate from, LocalDate until) {
        return from.datesUntil(until).toList();
    }

    private static final class IcuVietnam extends ChineseCalendar {

        private static final long serialVersionUID = 1;
        private static final int HOUR = 3_600_000;

        @SuppressWarnings("deprecation") // the only way to another zone of computation
        private IcuVietnam() {
            super(new SimpleTimeZone(7 * HOUR, "Hanoi"), ULocale.ROOT, new SimpleTimeZone(7 * HOUR, "Hanoi"));
        }

        static LunarCalendar.LunarDate of(LocalDate date) {
            var calendar = new IcuVietnam();
            calendar.setTimeInMillis(date.atTime(12, 0).toInstant(HANOI).toEpochMilli());
            return new LunarCalendar.LunarDate(
                    calendar.get(MONTH) + 1, calendar.get(IS_LEAP_MONTH) == 1, calendar.get(DAY_OF_MONTH));
        }
    }
}
