package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportPeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-15, 2027-06-14, 6 tháng đầu năm 2027",
        "2026-06-15, 2026-12-14, 6 tháng cuối năm 2026",
        "2027-01-01, 2027-06-30, 6 tháng đầu năm 2027",
        "2025-12-15, 2026-12-14, năm 2026",
        "2026-01-01, 2026-12-31, năm 2026",
        "2025-12-15, 2026-03-14, quý I năm 2026",
        "2026-10-01, 2026-12-31, quý IV năm 2026",
        "2026-08-15, 2026-09-14, tháng 9 năm 2026",
        "2028-02-01, 2028-02-29, tháng 2 năm 2028",
        "2026-02-15, 2026-05-14, từ ngày 15/02/2026 đến ngày 14/05/2026",
        "2026-11-16, 2026-11-22, từ ngày 16/11/2026 đến ngày 22/11/2026",
    })
    void isNamedAsPeopleNameIt(LocalDate start, LocalDate end, String label) {
        assertThat(new ReportPeriod(start, end).label()).isEqualTo(label);
    }

    @Test
    void cannotEndBeforeItBegins() {
        var today = LocalDate.of(2026, 11, 23);

        assertThatThrownBy(() -> new ReportPeriod(today, today.minusDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
