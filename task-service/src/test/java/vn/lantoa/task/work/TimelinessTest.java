package vn.lantoa.task.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskState;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

class TimelinessTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            "2026-1",
            List.of(new CalendarDay(
                    LocalDate.of(2026, 11, 24), CalendarDay.Kind.HOLIDAY, "Ngày Văn hóa Việt Nam", "NQ 28/2026/QH16")));

    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    /** Due on Sunday 29/11/2026. */
    private static final TaskDeadline SUNDAY = new TaskDeadline(
            MONDAY.minusDays(1),
            DeadlineBound.ON_OR_BEFORE,
            MONDAY.minusDays(1),
            MONDAY.minusDays(3),
            MONDAY,
            CALENDAR.version());

    /** Due on Friday 27/11/2026, with the holiday of Tuesday 24/11 before it. */
    @ParameterizedTest
    @CsvSource({
        "2026-11-20, ON_TRACK", // 23, 25, 26, 27: four working days
        "2026-11-22, ON_TRACK",
        "2026-11-23, DUE_SOON", // 25, 26, 27
        "2026-11-24, DUE_SOON",
        "2026-11-27, DUE_SOON",
        "2026-11-28, OVERDUE"
    })
    void soonIsCountedInWorkingDays(LocalDate today, Timeliness expected) {
        var due = LocalDate.of(2026, 11, 27);

        assertThat(of(TaskState.IN_PROGRESS, onWorkingDay(due), null, today)).isEqualTo(expected);
    }

    @Test
    void dayOffAtTheEndDoesNotMakeItLate() {
        assertThat(of(TaskState.ACCEPTED, SUNDAY, null, LocalDate.of(2026, 11, 28)))
                .isEqualTo(Timeliness.DUE_SOON);
        assertThat(of(TaskState.ACCEPTED, SUNDAY, null, MONDAY)).isEqualTo(Timeliness.DUE_SOON);
        assertThat(of(TaskState.ACCEPTED, SUNDAY, null, MONDAY.plusDays(1))).isEqualTo(Timeliness.OVERDUE);
        assertThat(of(TaskState.RESULT_SUBMITTED, SUNDAY, MONDAY, MONDAY.plusDays(9)))
                .isEqualTo(Timeliness.ON_TRACK);
        assertThat(of(TaskState.RESULT_SUBMITTED, SUNDAY, MONDAY.plusDays(1), MONDAY.plusDays(9)))
                .isEqualTo(Timeliness.OVERDUE);
    }

    @ParameterizedTest
    @CsvSource({"2026-11-28, EARLY", "2026-11-29, ON_TIME", "2026-11-30, ON_TIME", "2026-12-01, OVERDUE"})
    void fromTheLastDayToTheLegalEndItIsOnTime(LocalDate completedOn, Punctuality expected) {
        assertThat(Timeliness.punctuality(SUNDAY, completedOn)).isEqualTo(expected);
    }

    @Test
    void deadlineToldBeforeTheLegalEndWasWorkedOutEndsOnItsLastDay() {
        var day = LocalDate.of(2026, 11, 29);
        var old = new TaskDeadline(day, DeadlineBound.ON_OR_BEFORE, day, day.minusDays(2), null, "2026-1");

        assertThat(Timeliness.punctuality(old, MONDAY)).isEqualTo(Punctuality.OVERDUE);
    }

    @Test
    void submissionStopsTheCount() {
        var due = LocalDate.of(2026, 11, 27);
        var muchLater = LocalDate.of(2027, 3, 1);

        assertThat(of(TaskState.RESULT_SUBMITTED, onWorkingDay(due), due, muchLater))
                .isEqualTo(Timeliness.ON_TRACK);
        assertThat(of(TaskState.RESULT_SUBMITTED, onWorkingDay(due), due.plusDays(1), muchLater))
                .isEqualTo(Timeliness.OVERDUE);
    }

    @Test
    void withoutDeadlineNothingIsLate() {
        assertThat(of(TaskState.IN_PROGRESS, null, null, LocalDate.of(2030, 1, 1)))
                .isEqualTo(Timeliness.NO_DEADLINE);
    }

    @ParameterizedTest
    @EnumSource(TaskState.class)
    void requestsAreNeverScored(TaskState state) {
        var due = LocalDate.of(2026, 11, 27);

        assertThat(Timeliness.of(AssignMode.REQUEST, state, onWorkingDay(due), null, today(due.plusYears(1))))
                .isNull();
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskState.class,
            names = {"DECLINED", "COMPLETED", "SUSPENDED", "CANCELLED"})
    void whatIsOverIsNotLateAnyMore(TaskState state) {
        var due = LocalDate.of(2026, 11, 27);

        assertThat(of(state, onWorkingDay(due), null, due.plusYears(1))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"2026-11-26, EARLY", "2026-11-27, ON_TIME", "2026-11-28, OVERDUE"})
    void punctualityComparesWithTheLastDay(LocalDate completedOn, Punctuality expected) {
        assertThat(Timeliness.punctuality(onWorkingDay(LocalDate.of(2026, 11, 27)), completedOn))
                .isEqualTo(expected);
        assertThat(Timeliness.punctuality(null, completedOn)).isEqualTo(Punctuality.NO_DEADLINE);
    }

    private static Timeliness of(
            TaskState state, @Nullable TaskDeadline deadline, @Nullable LocalDate submittedOn, LocalDate day) {
        return Timeliness.of(AssignMode.ASSIGN, state, deadline, submittedOn, today(day));
    }

    private static TaskDeadline onWorkingDay(LocalDate day) {
        return new TaskDeadline(day, DeadlineBound.ON_OR_BEFORE, day, day, day, CALENDAR.version());
    }

    private static Timeliness.Today today(LocalDate day) {
        return new Timeliness.Today(day, CALENDAR.plus(day, Timeliness.SOON_WORKING_DAYS));
    }
}
