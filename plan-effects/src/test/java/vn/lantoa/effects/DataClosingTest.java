package vn.lantoa.effects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.events.ReportFrequency;

class DataClosingTest {

    @ParameterizedTest
    @CsvSource({
        "2027-06-20, HALF_YEARLY, 2026-12-15, 2027-06-14",
        "2026-12-20, HALF_YEARLY, 2026-06-15, 2026-12-14",
        "2027-06-10, HALF_YEARLY, 2026-12-15, 2027-06-14",
        "2027-01-15, YEARLY, 2025-12-15, 2026-12-14",
        "2026-12-15, YEARLY, 2025-12-15, 2026-12-14",
        "2027-04-10, QUARTERLY, 2026-12-15, 2027-03-14",
        "2026-11-18, MONTHLY, 2026-10-15, 2026-11-14",
        "2026-11-10, MONTHLY, 2026-09-15, 2026-10-14",
        "2026-11-20, WEEKLY, 2026-11-13, 2026-11-19",
    })
    void followsTheDecree(LocalDate due, ReportFrequency frequency, LocalDate start, LocalDate end) {
        assertThat(DataClosing.periodDueOn(due, frequency)).isEqualTo(new ReportPeriod(start, end));
    }
}
