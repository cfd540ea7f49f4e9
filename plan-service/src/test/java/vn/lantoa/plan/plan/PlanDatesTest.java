package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.intake.Source;
import vn.lantoa.workingdays.CalendarDay;
import vn.lantoa.workingdays.WorkingCalendar;

class PlanDatesTest {

    private static final WorkingCalendar CALENDAR = new WorkingCalendar(
            "VN-2027.1",
            List.of(
                    holiday(LocalDate.of(2027, 4, 30)),
                    holiday(LocalDate.of(2027, 5, 1)),
                    holiday(LocalDate.of(2027, 5, 3))));
    private static final PlanDates DATES = new PlanDates(CALENDAR, LocalDate.of(2026, 12, 1));

    /** "Trước ngày 04/5/2027": 3 May is off in lieu, 1 and 2 May are a weekend, 30 April is a holiday. */
    @Test
    void beforeADayEndsTheDayBeforeAndIsSafeOnTheWorkingDayBeforeThat() {
        assertThat(DATES.of(by(LocalDate.of(2027, 5, 4), DeadlineBound.BEFORE)))
                .isEqualTo(new PlanView.DatesView(
                        LocalDate.of(2027, 5, 3), LocalDate.of(2027, 4, 29), LocalDate.of(2027, 5, 4), "VN-2027.1"));
        assertThat(DATES.of(by(LocalDate.of(2027, 5, 4), DeadlineBound.ON_OR_BEFORE)))
                .isEqualTo(new PlanView.DatesView(
                        LocalDate.of(2027, 5, 4), LocalDate.of(2027, 5, 4), LocalDate.of(2027, 5, 4), "VN-2027.1"));
    }

    @Test
    void daysOfTheYearShowTheNextOne() {
        var yearly = new TaskSchedule(
                TaskSchedule.Kind.YEARLY_DAY,
                null,
                null,
                null,
                List.of(
                        new TaskSchedule.YearlyDay("10-10", "Ngày chuyển đổi số"),
                        new TaskSchedule.YearlyDay("05-18", "Ngày khoa học")),
                "18/5, 10/10 hằng năm");

        assertThat(DATES.of(yearly))
                .isNotNull()
                .extracting(PlanView.DatesView::lastDay)
                .isEqualTo(LocalDate.of(2027, 5, 18));
    }

    @Test
    void noDayNoDates() {
        assertThat(DATES.of(
                        new TaskSchedule(TaskSchedule.Kind.CONTINUOUS, null, null, null, List.of(), "Thường xuyên")))
                .isNull();
    }

    @Test
    void reportsOfTheComingYearWithinThePlan() {
        var halfYearly = obligation(Frequency.HALF_YEARLY, due("06-20"), due("12-20"));

        assertThat(lastDays(halfYearly, null, null)).containsExactly("2026-12-19", "2027-06-19");
        assertThat(lastDays(halfYearly, LocalDate.of(2027, 1, 1), LocalDate.of(2030, 12, 31)))
                .containsExactly("2027-06-19");
        assertThat(lastDays(halfYearly, LocalDate.of(2025, 1, 1), LocalDate.of(2026, 11, 30)))
                .isEmpty();
        assertThat(lastDays(obligation(Frequency.MONTHLY, due("15")), null, null))
                .hasSize(12);
        assertThat(DATES.of(halfYearly, null, null).getFirst().dates().lastSafeDay())
                .as("19/12/2026 is a Saturday")
                .isEqualTo(LocalDate.of(2026, 12, 18));
    }

    private static List<String> lastDays(
            PlanReportObligation obligation, @Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
        return DATES.of(obligation, startsOn, endsOn).stream()
                .map(it -> it.dates().lastDay().toString())
                .toList();
    }

    private static TaskSchedule by(LocalDate day, DeadlineBound bound) {
        return new TaskSchedule(TaskSchedule.Kind.BY, null, day, bound, List.of(), "thời hạn thử");
    }

    private static ReportDue due(String before) {
        return new ReportDue("trước ngày " + before, before, null, null);
    }

    private static PlanReportObligation obligation(Frequency frequency, ReportDue... due) {
        return new PlanReportObligation(new PlanReportObligation.Draft(
                UUID.randomUUID(),
                ReportKind.PERIODIC,
                frequency,
                List.of(due),
                null,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                "Báo cáo định kỳ",
                new Source(0, 1, "Báo cáo", null),
                1));
    }

    private static CalendarDay holiday(LocalDate date) {
        return new CalendarDay(date, CalendarDay.Kind.HOLIDAY, "Ngày lễ", "Quyết định thử");
    }
}
