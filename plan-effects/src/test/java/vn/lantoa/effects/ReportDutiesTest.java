package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;

class ReportDutiesTest {

    private static final LocalDate STARTS = LocalDate.of(2026, 3, 2);
    private static final LocalDate ENDS = LocalDate.of(2030, 12, 31);

    @Test
    void halfYearlyObligationHasTwoDutiesInEachYearOfThePlan() {
        var duties = ReportDuties.of(obligation(ReportFrequency.HALF_YEARLY, "06-20", "12-20"), STARTS, ENDS);

        assertThat(duties).hasSize(10);
        assertThat(duties.getFirst().deadline().date()).isEqualTo("2026-06-20");
        assertThat(duties.getFirst().deadline().lastDay()).isEqualTo("2026-06-19");
        assertThat(duties.getLast().deadline().date()).isEqualTo("2030-12-20");
        assertThat(duties.getLast().period().label()).isEqualTo("6 tháng cuối năm 2030");
    }

    @Test
    void reportOnTheLastYearMayBeDueAfterThePlan() {
        var duties = ReportDuties.of(obligation(ReportFrequency.YEARLY, "01-15"), STARTS, ENDS);

        assertThat(duties).hasSize(5);
        assertThat(duties.getFirst().deadline().date()).isEqualTo("2027-01-15");
        assertThat(duties.getLast().deadline().date()).isEqualTo("2031-01-15");
    }

    @Test
    void periodThatClosedBeforeThePlanBeganIsNotReported() {
        var duties = ReportDuties.of(
                obligation(ReportFrequency.HALF_YEARLY, "06-20", "12-20"), LocalDate.of(2026, 7, 1), ENDS);

        assertThat(duties.getFirst().deadline().date()).isEqualTo("2026-12-20");
    }

    @Test
    void frequencyLeftOutFollowsFromTheNumberOfDays() {
        var duties = ReportDuties.of(obligation(null, "06-20", "12-20"), STARTS, LocalDate.of(2026, 12, 31));

        assertThat(duties)
                .extracting(it -> it.period().label())
                .containsExactly("6 tháng đầu năm 2026", "6 tháng cuối năm 2026");
    }

    @Test
    void leapDayFallsOnTheLastOfFebruary() {
        var duties = ReportDuties.of(obligation(ReportFrequency.YEARLY, "02-29"), STARTS, ENDS);

        assertThat(duties).extracting(it -> it.deadline().date()).contains(LocalDate.of(2027, 2, 28));
    }

    @Test
    void reportOnDemandHasNoDatedDuty() {
        assertThat(ReportDuties.of(obligation(null), STARTS, ENDS)).isEmpty();
    }

    private static ReportObligationItem obligation(@Nullable ReportFrequency frequency, String... days) {
        return new ReportObligationItem(
                UUID.randomUUID(),
                days.length == 0 ? ReportKind.AD_HOC : ReportKind.PERIODIC,
                frequency,
                Arrays.stream(days)
                        .map(day -> new YearlyDue(day, DeadlineBound.BEFORE, "trước ngày " + day))
                        .toList(),
                UUID.randomUUID(),
                null,
                List.of("UBND thành phố"),
                null,
                "theo quy định");
    }
}
