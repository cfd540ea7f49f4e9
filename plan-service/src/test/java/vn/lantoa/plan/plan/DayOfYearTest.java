package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.time.DateTimeException;
import java.time.MonthDay;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.TaskSchedule;

class DayOfYearTest {

    private static final Pattern DAY = Pattern.compile(DayOfYear.PATTERN);

    @Test
    void daysOfACalendarAndNoOthers() {
        for (int month = 0; month < 100; month++) {
            for (int day = 0; day < 100; day++) {
                var words = String.format(Locale.ROOT, "%02d-%02d", month, day);
                assertThat(DAY.matcher(words).matches()).as(words).isEqualTo(exists(month, day));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"02-30", "04-31", "06-31", "09-31", "11-31", "02-31", "13-01", "00-10", "05-00", "5-1"})
    void dayThatDoesNotExistIsRefusedWithItsPlace(String monthDay) {
        var schedule = new ScheduleChoice(
                TaskSchedule.Kind.YEARLY_DAY,
                null,
                null,
                null,
                List.of(new ScheduleChoice.YearlyDay(monthDay, "Ngày hội")),
                null);
        var dates = new Answer.Dates(
                ReportFrequency.YEARLY, List.of(new Answer.YearlyDate(monthDay, DeadlineBound.ON_OR_BEFORE)));

        assertThat(pathsOfErrors(new Answer.Schedule(schedule))).containsExactly("schedule.yearlyDays[0].monthDay");
        assertThat(pathsOfErrors(dates)).containsExactly("due[0].monthDay");
    }

    @Test
    void leapDayIsADayOfTheYear() {
        assertThat(pathsOfErrors(new Answer.Dates(
                        ReportFrequency.YEARLY, List.of(new Answer.YearlyDate("02-29", DeadlineBound.BEFORE)))))
                .isEmpty();
    }

    private static boolean exists(int month, int day) {
        try {
            return MonthDay.of(month, day) != null;
        } catch (DateTimeException none) {
            return false;
        }
    }

    private static List<String> pathsOfErrors(Answer answer) {
        try (var factory = Validation.buildDefaultValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(answer).stream()
                    .map(it -> it.getPropertyPath().toString())
                    .toList();
        }
    }
}
