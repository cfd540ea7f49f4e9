package vn.lantoa.plan.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskSchedule.Kind;
import vn.lantoa.plan.year.PlanYear.Reason;

class PlanYearTest {

    private static final LocalDate START = LocalDate.of(2026, 11, 20);
    private static final LocalDate END = LocalDate.of(2030, 6, 30);

    @Test
    void lastingTaskConcernsEveryYearOfThePlanAndNoOther() {
        assertThat(years(schedule(Kind.CONTINUOUS, null, null))).containsExactly(2026, 2027, 2028, 2029, 2030);
    }

    @Test
    void taskWithAStartConcernsTheYearsSinceThen() {
        assertThat(years(schedule(Kind.FROM, "2028-02-01", null))).containsExactly(2028, 2029, 2030);
        assertThat(years(schedule(Kind.FROM, "2025-02-01", null))).containsExactly(2026, 2027, 2028, 2029, 2030);
    }

    @Test
    void deadlineConcernsTheYearOfItsLastDay() {
        assertThat(years(schedule(Kind.BY, null, "2027-12-31"))).containsExactly(2027);
        var before = new TaskSchedule(
                Kind.BY, null, LocalDate.of(2028, 1, 1), DeadlineBound.BEFORE, List.of(), "trước ngày 01/01/2028");

        assertThat(years(before)).containsExactly(2027);
        assertThat(year(2027).touch(before).orElseThrow().lastDay()).isEqualTo("2027-12-31");
    }

    @Test
    void spanConcernsEachYearThatItReachesAndEndsInTheLast() {
        var span = schedule(Kind.RANGE, "2027-09-01", "2029-03-31");

        assertThat(years(span)).containsExactly(2027, 2028, 2029);
        assertThat(year(2028).touch(span).orElseThrow().reason()).isEqualTo(Reason.UNDER_WAY);
        assertThat(year(2029).touch(span).orElseThrow().reason()).isEqualTo(Reason.DUE);
        assertThat(years(schedule(Kind.QUARTER, "2027-04-01", "2027-06-30"))).containsExactly(2027);
        assertThat(years(schedule(Kind.MONTH, null, "2028-09-30"))).containsExactly(2028);
    }

    @Test
    void fixedDaysAreThoseOnWhichThePlanRuns() {
        var days = new TaskSchedule(
                Kind.YEARLY_DAY,
                null,
                null,
                null,
                List.of(
                        new TaskSchedule.YearlyDay("10-10", "Ngày Chuyển đổi số"),
                        new TaskSchedule.YearlyDay("02-29", "Ngày nhuận")),
                "10/10 hằng năm");

        assertThat(years(days)).as("2026 begins after, 2030 ends before 10/10").containsExactly(2027, 2028, 2029, 2030);
        assertThat(year(2028).touch(days).orElseThrow().days())
                .extracting(YearlyDays.Occurrence::day)
                .containsExactly(LocalDate.of(2028, 2, 29), LocalDate.of(2028, 10, 10));
        assertThat(year(2030).touch(days).orElseThrow().days())
                .extracting(YearlyDays.Occurrence::day)
                .containsExactly(LocalDate.of(2030, 2, 28));
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {"RELATIVE_TO_EVENT", "PHASES"})
    void whatNoCalendarKnowsIsUndated(Kind kind) {
        var schedule = schedule(kind, null, null);

        assertThat(PlanYear.isUndated(schedule)).isTrue();
        assertThat(years(schedule)).isEmpty();
    }

    @Test
    void nothingIsBothUndatedAndTouching() {
        for (var kind : Kind.values()) {
            for (var to : new String[] {null, "2028-05-05"}) {
                var schedule = schedule(kind, null, to);
                assertThat(PlanYear.isUndated(schedule) && !years(schedule).isEmpty())
                        .as(kind + " " + to)
                        .isFalse();
            }
        }
        assertThat(PlanYear.isUndated(null)).isTrue();
    }

    @Test
    void eachTargetAimsAtItsYear() {
        assertThat(IntStream.rangeClosed(2025, 2031).filter(year -> year(year).aimsAt(2027)))
                .containsExactly(2027);
        assertThat(IntStream.rangeClosed(2025, 2031).filter(year -> year(year).aimsAt(null)))
                .as("without a year: the last of the plan")
                .containsExactly(2030);
    }

    private static List<Integer> years(TaskSchedule schedule) {
        return IntStream.rangeClosed(2024, 2032)
                .filter(year -> year(year).touch(schedule).isPresent())
                .boxed()
                .toList();
    }

    private static PlanYear year(int year) {
        return new PlanYear(year, START, END);
    }

    private static TaskSchedule schedule(Kind kind, @Nullable String from, @Nullable String to) {
        return new TaskSchedule(
                kind,
                from == null ? null : LocalDate.parse(from),
                to == null ? null : LocalDate.parse(to),
                to == null ? null : DeadlineBound.ON_OR_BEFORE,
                List.of(),
                "lời văn");
    }
}
