package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.Source;

class YearlyDuesTest {

    private static final LocalDate START = LocalDate.of(2027, 1, 1);
    private static final LocalDate END = LocalDate.of(2027, 12, 31);

    @Test
    void dayOfAMonthComesBackEachMonthAndNeverPassesItsEnd() {
        assertThat(days(Frequency.MONTHLY, "30")).hasSize(12).startsWith("01-30", "02-28", "03-30");
    }

    @Test
    void dayOfAQuarterLiesInItsLastMonth() {
        assertThat(days(Frequency.QUARTERLY, "15")).containsExactly("03-15", "06-15", "09-15", "12-15");
    }

    @Test
    void dayOfAYearStaysAsItIs() {
        assertThat(dues(Frequency.YEARLY, "12-15", START, END))
                .containsExactly(new YearlyDue("12-15", DeadlineBound.BEFORE, "words"));
    }

    @Test
    void singleDayCountsOnlyWhereItCannotComeBack() {
        assertThat(days(Frequency.ONCE, "2027-07-30")).containsExactly("07-30");
        assertThat(days(Frequency.ONCE, "2028-07-30")).isEmpty();
        assertThat(dues(Frequency.ONCE, "2027-07-30", START, LocalDate.of(2030, 12, 31)))
                .isEmpty();
    }

    @Test
    void weekdayIsNoDayOfTheYear() {
        assertThat(days(Frequency.WEEKLY, "FRIDAY")).isEmpty();
    }

    @Test
    void dayThatDoesNotExistNeverReachesAPromulgatedPlan() {
        assertThat(days(Frequency.YEARLY, "04-31")).isEmpty();
        assertThat(days(Frequency.YEARLY, "02-30")).isEmpty();
        assertThat(days(Frequency.MONTHLY, "00")).isEmpty();
        assertThat(days(Frequency.ONCE, "2027-02-29")).isEmpty();
        assertThat(days(Frequency.YEARLY, "02-29")).containsExactly("02-29");
    }

    private static List<String> days(Frequency frequency, String day) {
        return dues(frequency, day, START, END).stream()
                .map(YearlyDue::monthDay)
                .toList();
    }

    private static List<YearlyDue> dues(Frequency frequency, String day, LocalDate start, LocalDate end) {
        var obligation = new PlanReportObligation(new PlanReportObligation.Draft(
                new UUID(0, 1),
                ReportKind.PERIODIC,
                frequency,
                List.of(new ReportDue("words", day, null, null)),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "words",
                new Source(0, 1, "w", null),
                1));
        return YearlyDues.of(obligation, start, end);
    }
}
