package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;

class YearShiftTest {

    private static final YearShift NEXT = new YearShift(1);

    @ParameterizedTest
    @CsvSource({
        "trước ngày 15/01/2027, trước ngày 15/01/2028",
        "Quý II/2027, Quý II/2028",
        "năm 2027, năm 2028",
        "giai đoạn 2026-2030, giai đoạn 2027-2031",
        "Thường xuyên, Thường xuyên",
        "theo Quyết định 19/2025/QĐ-TTg, theo Quyết định 19/2025/QĐ-TTg",
        "12027 lượt, 12027 lượt",
        "20270 hộ, 20270 hộ",
        "31.12.2027, 31.12.2028"
    })
    void yearsInWordsMoveWithTheirDates(String before, String after) {
        assertThat(NEXT.text(before)).isEqualTo(after);
    }

    @Test
    void datesMoveAndDaysOfTheYearStay() {
        var leapDay = new TaskSchedule(
                TaskSchedule.Kind.RANGE,
                LocalDate.of(2027, 3, 1),
                LocalDate.of(2028, 2, 29),
                DeadlineBound.ON_OR_BEFORE,
                List.of(new TaskSchedule.YearlyDay("10-10", "Ngày Chuyển đổi số")),
                "đến 29/02/2028");

        var moved = NEXT.schedule(leapDay);

        assertThat(moved).isNotNull();
        assertThat(moved.from()).isEqualTo("2028-03-01");
        assertThat(moved.to()).isEqualTo("2029-02-28");
        assertThat(moved.yearlyDays()).isEqualTo(leapDay.yearlyDays());
    }

    @Test
    void onlyADueDayThatComesOnceMoves() {
        assertThat(NEXT.due(new ReportDue("trước 20/6 hằng năm", "06-20", null, null))
                        .before())
                .isEqualTo("06-20");
        assertThat(NEXT.due(new ReportDue("chậm nhất 10/12/2027", null, "2027-12-10", null)))
                .isEqualTo(new ReportDue("chậm nhất 10/12/2028", null, "2028-12-10", null));
        assertThat(NEXT.due(new ReportDue("trước thứ Sáu", "FRIDAY", null, null))
                        .before())
                .isEqualTo("FRIDAY");
    }

    @Test
    void noShiftChangesNothing() {
        assertThat(new YearShift(0).text("năm 2027")).isEqualTo("năm 2027");
    }
}
