package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.CalendarDay.Kind;
import vn.lantoa.workingdays.WorkingCalendar;

class ReminderLadderTest {

    private static final List<Integer> USUAL = List.of(-10, -3, -1, 0, 1);

    /** Tết 2027 from Friday 5 to Thursday 11 February, and 24/11/2026. */
    private final WorkingCalendar calendar = new WorkingCalendar(
            "test",
            java.util.stream.Stream.concat(
                            LocalDate.of(2027, 2, 5).datesUntil(LocalDate.of(2027, 2, 12)),
                            java.util.stream.Stream.of(LocalDate.of(2026, 11, 24)))
                    .map(date -> new CalendarDay(date, Kind.HOLIDAY, "Nghỉ", "test"))
                    .toList());

    private final ReminderLadder ladder = new ReminderLadder(calendar, USUAL);

    @Test
    void countsWorkingDaysAcrossTheNewYearHoliday() {
        var end = LocalDate.of(2027, 2, 15); // Monday after the holiday

        var steps = ladder.from(end, end, LocalDate.of(2027, 1, 1));

        assertThat(steps)
                .containsExactly(
                        new ReminderLadder.Step(-10, LocalDate.of(2027, 1, 25)),
                        new ReminderLadder.Step(-3, LocalDate.of(2027, 2, 3)),
                        new ReminderLadder.Step(-1, LocalDate.of(2027, 2, 12)),
                        new ReminderLadder.Step(0, end),
                        new ReminderLadder.Step(1, LocalDate.of(2027, 2, 16)));
    }

    @Test
    void everyRungFallsOnAWorkingDayNotOnTheDayOfCulture() {
        var end = LocalDate.of(2026, 11, 25);

        var steps = ladder.from(end, end, LocalDate.of(2026, 11, 1));

        assertThat(steps).allMatch(step -> calendar.isWorkingDay(step.firesOn()));
        assertThat(steps).contains(new ReminderLadder.Step(-1, LocalDate.of(2026, 11, 23)));
    }

    @Test
    void endOnASundayAimsAtFridayAndIsLateFromTuesday() {
        var sunday = LocalDate.of(2026, 12, 20);
        var friday = LocalDate.of(2026, 12, 18);

        var steps = ladder.from(sunday, friday, LocalDate.of(2026, 12, 1));

        assertThat(steps)
                .contains(new ReminderLadder.Step(0, friday), new ReminderLadder.Step(1, LocalDate.of(2026, 12, 22)));
    }

    @Test
    void missedRungsBecomeOneOnTheNextWorkingDay() {
        var end = LocalDate.of(2026, 12, 18);

        var steps = ladder.from(end, end, LocalDate.of(2026, 12, 12)); // Saturday; -10 has passed

        assertThat(steps.getFirst()).isEqualTo(new ReminderLadder.Step(-10, LocalDate.of(2026, 12, 14)));
        assertThat(steps).extracting(ReminderLadder.Step::rung).containsExactly(-10, -3, -1, 0, 1);
    }

    @Test
    void missedRungIsLeftOutWhenALaterOneComesOnTheSameDay() {
        var end = LocalDate.of(2026, 12, 18);

        var steps = ladder.from(end, end, LocalDate.of(2026, 12, 15)); // the day of rung -3

        assertThat(steps).extracting(ReminderLadder.Step::rung).containsExactly(-3, -1, 0, 1);
    }

    @Test
    void dutyLongPastGetsOneLastReminder() {
        var end = LocalDate.of(2026, 1, 5);

        var steps = ladder.from(end, end, LocalDate.of(2026, 12, 15));

        assertThat(steps).containsExactly(new ReminderLadder.Step(1, LocalDate.of(2026, 12, 15)));
    }
}
