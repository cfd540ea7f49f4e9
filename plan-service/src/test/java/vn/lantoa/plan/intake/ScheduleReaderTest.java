package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            Thường xuyên                                        | CONTINUOUS        | -          | -          | -          | false
            Hằng tháng                                          | CONTINUOUS        | -          | -          | -          | false
            Từ tháng 01/2026                                    | FROM              | 2026-01    | -          | -          | false
            Từ ngày 01 tháng 12 năm 2026                        | FROM              | 2026-12-01 | -          | -          | false
            Hoàn thành trước ngày 30/7/2026                     | BY                | -          | -          | 2026-07-30 | false
            Trước 30.7.2026                                     | BY                | -          | -          | 2026-07-30 | false
            Chậm nhất ngày 10/12/2025                           | BY                | -          | -          | 2025-12-10 | true
            15/3/2026                                           | BY                | -          | -          | 2026-03-15 | true
            Xong trong ngày 10 tháng 4 năm 2026                 | BY                | -          | -          | 2026-04-10 | true
            Đến hết năm 2027                                    | BY                | -          | -          | 2027       | true
            Trước tháng 6/2026                                  | BY                | -          | -          | 2026-06    | false
            Quý IV/2025                                         | QUARTER           | 2025-10    | 2025-12    | -          | false
            Quý 2 năm 2026                                      | QUARTER           | 2026-04    | 2026-06    | -          | false
            Trong tháng 9 năm 2026                              | MONTH             | 2026-09    | 2026-09    | -          | false
            Tháng 9/2026                                        | MONTH             | 2026-09    | 2026-09    | -          | false
            Từ ngày 01/3/2026 đến ngày 15/4/2026                | RANGE             | 2026-03-01 | 2026-04-15 | -          | false
            Từ ngày 01/3 đến hết ngày 15/4/2026                 | RANGE             | 2026-03-01 | 2026-04-15 | -          | false
            01/3/2026 - 15/4/2026                               | RANGE             | 2026-03-01 | 2026-04-15 | -          | false
            Từ tháng 3 đến tháng 6 năm 2026                     | RANGE             | 2026-03    | 2026-06    | -          | false
            Giai đoạn 2026 - 2030                               | RANGE             | 2026       | 2030       | -          | false
            Năm 2026                                            | RANGE             | 2026       | 2026       | -          | false
            Hằng năm, vào ngày 18/5                             | YEARLY_DAY        | -          | -          | -          | false
            Trong vòng 05 ngày làm việc kể từ ngày nhận văn bản | RELATIVE_TO_EVENT | -          | -          | -          | false
            Sau khi có hướng dẫn của cấp trên                   | RELATIVE_TO_EVENT | -          | -          | -          | false
            Theo kế hoạch của thành phố                         | UNSPECIFIED       | -          | -          | -          | false
            Ngày 31/02/2026                                     | UNSPECIFIED       | -          | -          | -          | false
            Tháng 6, tháng 12 hằng năm                          | UNSPECIFIED       | -          | -          | -          | false
            """)
    void wordsForTimeAreTyped(String words, Schedule.Kind kind, String from, String to, String by, boolean inclusive) {
        var schedule = read(words);

        assertThat(schedule.kind()).isEqualTo(kind);
        assertThat(schedule.from() == null ? null : schedule.from().toString()).isEqualTo(from);
        assertThat(schedule.to() == null ? null : schedule.to().toString()).isEqualTo(to);
        assertThat(schedule.by() == null ? null : schedule.by().toString()).isEqualTo(by);
        assertThat(schedule.byInclusive()).isEqualTo(inclusive);
        assertThat(schedule.words()).isEqualTo(words);
    }

    @Test
    void hourOfDayIsKept() {
        assertThat(read("Trước 16 giờ 30 ngày 05/6/2026").timeOfDay()).hasToString("16:30");
        assertThat(read("chậm nhất 08h00 ngày 05/6/2026").timeOfDay()).hasToString("08:00");
    }

    @Test
    void eventOfARelativeDeadlineIsKept() {
        assertThat(read("Trong vòng 10 ngày kể từ ngày ban hành Kế hoạch").event())
                .isEqualTo("ban hành Kế hoạch");
    }

    @Test
    void onlyRealDeadlinesAreFoundInASentence() {
        assertThat(inSentence("Thực hiện Nghị quyết số 57-NQ/TW ngày 22/12/2024 của Bộ Chính trị"))
                .isNull();
        assertThat(inSentence("Trước đây, ngày 05/5/2025, xã đã tổ chức")).isNull();
        assertThat(inSentence("Rà soát hộ nghèo, hoàn thành trước ngày 20/10/2026")
                        .by())
                .hasToString("2026-10-20");
    }

    private static Schedule read(String words) {
        var document = DocumentText.of(words);
        return new ScheduleReader(document)
                .read(Passage.of(document.text(), 0, document.text().length()), Passage.NONE);
    }

    private static Schedule inSentence(String words) {
        var document = DocumentText.of(words);
        return new ScheduleReader(document)
                .inSentence(Passage.of(document.text(), 0, document.text().length()));
    }
}
