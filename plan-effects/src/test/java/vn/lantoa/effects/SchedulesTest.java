package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

class SchedulesTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            "2026-1",
            List.of(
                    day(2026, 11, 24, CalendarDay.Kind.HOLIDAY),
                    day(2027, 2, 5, CalendarDay.Kind.HOLIDAY),
                    day(2027, 2, 8, CalendarDay.Kind.HOLIDAY),
                    day(2027, 2, 9, CalendarDay.Kind.HOLIDAY)));

    @ParameterizedTest
    @CsvSource({
        "2026-11-25, BEFORE, 2026-11-24, 2026-11-23", // the last day is a holiday
        "2026-11-25, ON_OR_BEFORE, 2026-11-25, 2026-11-25",
        "2026-11-29, ON_OR_BEFORE, 2026-11-29, 2026-11-27", // a Sunday
        "2027-02-09, ON_OR_BEFORE, 2027-02-09, 2027-02-04" // around Tết
    })
    void lastSafeDayIsAWorkingDayNotAfterTheLastDay(
            LocalDate to, DeadlineBound bound, LocalDate lastDay, LocalDate lastSafeDay) {
        var deadline = TaskDeadlines.of(schedule(TaskSchedule.Kind.BY, to, bound), CALENDAR)
                .orElseThrow();

        assertThat(deadline.date()).isEqualTo(to);
        assertThat(deadline.lastDay()).isEqualTo(lastDay);
        assertThat(deadline.lastSafeDay()).isEqualTo(lastSafeDay);
        assertThat(deadline.calendarVersion()).isEqualTo("2026-1");
    }

    @ParameterizedTest
    @EnumSource(TaskSchedule.Kind.class)
    void onlyKindsThatNameADayHaveADeadline(TaskSchedule.Kind kind) {
        var deadline = TaskDeadlines.of(schedule(kind, LocalDate.of(2026, 12, 31), null), CALENDAR);

        switch (kind) {
            case BY, RANGE, QUARTER, MONTH ->
                assertThat(deadline.orElseThrow().bound()).isEqualTo(DeadlineBound.ON_OR_BEFORE);
            case CONTINUOUS, FROM, YEARLY_DAY, RELATIVE_TO_EVENT, PHASES ->
                assertThat(deadline).isEmpty();
        }
        assertThat(TaskDeadlines.of(schedule(kind, null, null), CALENDAR))
                .as("no day is invented")
                .isEmpty();
    }

    @Test
    void yearlyDaysLieInsideTheirWindowInOrderEachOnce() {
        var schedule = new TaskSchedule(
                TaskSchedule.Kind.YEARLY_DAY,
                null,
                null,
                null,
                List.of(
                        new TaskSchedule.YearlyDay("10-10", "Ngày Chuyển đổi số"),
                        new TaskSchedule.YearlyDay("02-29", "Ngày nhuận"),
                        new TaskSchedule.YearlyDay("10-10", "Ngày Giải phóng")),
                "Hằng năm");

        var days = YearlyDays.between(schedule, LocalDate.of(2026, 10, 10), LocalDate.of(2028, 10, 10));

        assertThat(days)
                .containsExactly(
                        new YearlyDays.Occurrence(LocalDate.of(2027, 2, 28), "Ngày nhuận"),
                        new YearlyDays.Occurrence(LocalDate.of(2027, 10, 10), "Ngày Chuyển đổi số; Ngày Giải phóng"),
                        new YearlyDays.Occurrence(LocalDate.of(2028, 2, 29), "Ngày nhuận"),
                        new YearlyDays.Occurrence(LocalDate.of(2028, 10, 10), "Ngày Chuyển đổi số; Ngày Giải phóng"));
    }

    private static TaskSchedule schedule(TaskSchedule.Kind kind, LocalDate to, DeadlineBound bound) {
        return new TaskSchedule(kind, null, to, bound, List.of(), "Theo kế hoạch");
    }

    private static CalendarDay day(int year, int month, int day, CalendarDay.Kind kind) {
        return new CalendarDay(LocalDate.of(year, month, day), kind, "Ngày nghỉ", "Quyết định");
    }
}
