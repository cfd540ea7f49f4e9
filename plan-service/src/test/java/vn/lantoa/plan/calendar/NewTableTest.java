package vn.lantoa.plan.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.CalendarRecorded.DayKind;

class NewTableTest {

    private static final TableDecision DECISION =
            new TableDecision("12/QĐ-UBND", LocalDate.of(2026, 12, 1), "UBND xã Mây Hạ", "Hoán đổi ngày làm việc");

    /** A Friday and a Saturday. */
    private static final LocalDate FRIDAY = LocalDate.of(2027, 7, 2);

    private static final LocalDate SATURDAY = LocalDate.of(2027, 7, 10);

    @Test
    void pairOfASwapWithinTheYear() {
        assertThat(errors(off(FRIDAY, SATURDAY), makeUp(SATURDAY, FRIDAY))).isEmpty();
    }

    @Test
    void swapMayCrossTheEndOfTheYear() {
        var lastSaturdayOf2026 = LocalDate.of(2026, 12, 26);
        var saturdayOf2028 = LocalDate.of(2028, 1, 8);
        assertThat(errors(off(FRIDAY, lastSaturdayOf2026))).isEmpty();
        assertThat(errors(off(FRIDAY, saturdayOf2028))).isEmpty();
        assertThat(errors(off(FRIDAY, LocalDate.of(2029, 1, 6))))
                .containsExactly("/days/0/swappedWith calendar.swap-partner-impossible");
    }

    @Test
    void halfOfASwapIsRefused() {
        assertThat(errors(off(FRIDAY, SATURDAY))).containsExactly("/days/0/swappedWith calendar.swap-partner-missing");
        assertThat(errors(off(FRIDAY, null))).containsExactly("/days/0/swappedWith calendar.swap-incomplete");
        assertThat(errors(off(FRIDAY, SATURDAY), makeUp(SATURDAY, FRIDAY.plusDays(3))))
                .containsExactly(
                        "/days/0/swappedWith calendar.swap-partner-missing",
                        "/days/1/swappedWith calendar.swap-partner-missing");
        assertThat(errors(off(FRIDAY, FRIDAY.plusDays(3))))
                .as("a weekday is no make-up day")
                .containsExactly("/days/0/swappedWith calendar.swap-partner-impossible");
    }

    @Test
    void makeUpDaysAreWeekendsAndSwappedDaysOffAreNot() {
        assertThat(errors(makeUp(FRIDAY, FRIDAY.plusDays(7)), off(FRIDAY.plusDays(7), FRIDAY)))
                .contains("/days/0/date calendar.makeup-on-weekday");
        assertThat(errors(off(SATURDAY, SATURDAY.plusDays(1)))).contains("/days/0/date calendar.swap-on-weekend");
    }

    @Test
    void aDayStandsOnceAndWithinTheYear() {
        assertThat(errors(holiday(FRIDAY), holiday(FRIDAY))).containsExactly("/days/1/date calendar.day-twice");
        assertThat(errors(holiday(LocalDate.of(2028, 1, 1)))).containsExactly("/days/0/date calendar.day-outside-year");
    }

    @Test
    void holidayIsSwappedWithNothing() {
        assertThat(errors(new TableDay(FRIDAY, DayKind.HOLIDAY, "Ngày lễ", SATURDAY, null)))
                .containsExactly("/days/0/swappedWith calendar.holiday-swapped");
    }

    @Test
    void errorsPointToTheOrderOfTheSender() {
        assertThat(errors(holiday(SATURDAY), holiday(FRIDAY), holiday(LocalDate.of(2026, 1, 1))))
                .containsExactly("/days/2/date calendar.day-outside-year");
    }

    /** Arithmetic of working days gives up after a break that long, in every service. */
    @Test
    void aTableThatLeavesNoWorkingDayIsRefused() {
        var from = LocalDate.of(2027, 3, 1);
        assertThat(errors(weekdays(from, from.plusDays(9)))).isEmpty();
        assertThat(errors(weekdays(from, from.plusDays(60)))).containsExactly("/days calendar.break-too-long");
    }

    private static TableDay[] weekdays(LocalDate from, LocalDate to) {
        return from.datesUntil(to.plusDays(1)).map(NewTableTest::holiday).toArray(TableDay[]::new);
    }

    private static Stream<String> errors(TableDay... days) {
        return new NewTable(2027, List.of(days), false, DECISION, "Theo quyết định")
                .errors(List.of(days)).stream().map(it -> it.pointer() + " " + it.code());
    }

    private static TableDay holiday(LocalDate date) {
        return new TableDay(date, DayKind.HOLIDAY, "Ngày lễ", null, null);
    }

    private static TableDay off(LocalDate date, @Nullable LocalDate with) {
        return new TableDay(date, DayKind.SWAP_OFF, "Nghỉ hoán đổi", with, null);
    }

    private static TableDay makeUp(LocalDate date, LocalDate with) {
        return new TableDay(date, DayKind.MAKEUP_WORK, "Làm bù", with, null);
    }
}
