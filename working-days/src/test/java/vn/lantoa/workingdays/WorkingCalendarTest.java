package vn.lantoa.workingdays;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.lantoa.workingdays.CalendarDay.Kind.HOLIDAY;
import static vn.lantoa.workingdays.CalendarDay.Kind.MAKEUP_WORK;
import static vn.lantoa.workingdays.CalendarDay.Kind.SWAP_OFF;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WorkingCalendarTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 1, 9);
    private static final LocalDate SATURDAY = LocalDate.of(2026, 1, 10);
    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 12);

    private final WorkingCalendar plain = new WorkingCalendar("plain", List.of());
    private final WorkingCalendar swapped = new WorkingCalendar(
            "2026-1",
            List.of(
                    new CalendarDay(LocalDate.of(2026, 1, 1), HOLIDAY, "Tết Dương lịch", "test"),
                    new CalendarDay(LocalDate.of(2026, 1, 2), SWAP_OFF, "Nghỉ hoán đổi", "test"),
                    new CalendarDay(SATURDAY, MAKEUP_WORK, "Làm bù", "test")));

    @Test
    void weekendIsOffWithoutATable() {
        assertThat(plain.isWorkingDay(FRIDAY)).isTrue();
        assertThat(plain.isWorkingDay(SATURDAY)).isFalse();
        assertThat(plain.plus(FRIDAY, 1)).isEqualTo(MONDAY);
        assertThat(plain.plus(MONDAY, -1)).isEqualTo(FRIDAY);
    }

    @Test
    void makeUpSaturdayIsWorkedAndSwappedFridayIsOff() {
        assertThat(swapped.isWorkingDay(SATURDAY)).isTrue();
        assertThat(swapped.isWorkingDay(LocalDate.of(2026, 1, 2))).isFalse();
        assertThat(swapped.plus(FRIDAY, 1)).isEqualTo(SATURDAY);
        assertThat(swapped.plus(LocalDate.of(2025, 12, 31), 1)).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void betweenIsTheInverseOfPlus() {
        IntStream.rangeClosed(-30, 30).forEach(n -> assertThat(swapped.between(MONDAY, swapped.plus(MONDAY, n)))
                .as("%d working days", n)
                .isEqualTo(n));
    }

    @Test
    void knowsWhichYearsItCovers() {
        assertThat(swapped.covers(Year.of(2026))).isTrue();
        assertThat(swapped.covers(Year.of(2027))).isFalse();
    }

    @Test
    void sameDateTwiceIsRefused() {
        var day = new CalendarDay(SATURDAY, HOLIDAY, "a", "test");
        assertThatThrownBy(() -> new WorkingCalendar("x", List.of(day, day)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-01-10");
    }

    @Test
    void endlessHolidayIsAnErrorAndNotAnEndlessLoop() {
        var off = Stream.iterate(FRIDAY, date -> date.plusDays(1))
                .limit(100)
                .map(date -> new CalendarDay(date, HOLIDAY, "off", "test"))
                .toList();
        assertThatThrownBy(() -> new WorkingCalendar("off", off).sameOrNext(FRIDAY))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void beforeADayExcludesItAndAimsAtThePreviousWorkingDay() {
        var beforeMonday = new Deadline(MONDAY, Deadline.Bound.BEFORE);

        assertThat(beforeMonday.lastDay()).isEqualTo(LocalDate.of(2026, 1, 11));
        assertThat(beforeMonday.lastSafeDay(plain)).isEqualTo(FRIDAY);
        assertThat(beforeMonday.legalEnd(plain)).isEqualTo(MONDAY);
    }

    @Test
    void onOrBeforeAWorkingDayIsThatDay() {
        var byMonday = new Deadline(MONDAY, Deadline.Bound.ON_OR_BEFORE);

        assertThat(byMonday.lastSafeDay(plain)).isEqualTo(MONDAY);
        assertThat(byMonday.legalEnd(plain)).isEqualTo(MONDAY);
    }
}
