package vn.lantoa.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void beginsWithAByteOrderMarkAndEndsLinesAsTheStandardSays() throws IOException {
        var out = new StringBuilder();

        new Csv(out).begin("organization", "value");

        assertThat(out).hasToString("\uFEFForganization,value\r\n");
    }

    @Test
    void quotesWhatWouldBreakALine() throws IOException {
        assertThat(line("Xã \"Một\", huyện cũ", "dòng 1\ndòng 2", null, ""))
                .isEqualTo("\"Xã \"\"Một\"\", huyện cũ\",\"dòng 1\ndòng 2\",,\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", "\t=1", "\r=1"})
    void textIsNeverAFormula(String text) throws IOException {
        assertThat(line(text)).startsWith(text.startsWith("\r") ? "\"'" : "'");
    }

    @Test
    void numbersStayNumbers() throws IOException {
        assertThat(line(new BigDecimal("-1E+3"), 0, 12.5, true)).isEqualTo("-1000,0,12.5,true\r\n");
    }

    @Test
    void severalValuesShareACell() throws IOException {
        assertThat(line(List.of("a", "b"))).isEqualTo("a; b\r\n");
    }

    @Test
    void momentsAreWrittenInTheTimeOfVietnam() throws IOException {
        assertThat(line(OffsetDateTime.parse("2026-12-14T18:30:00Z"))).isEqualTo("2026-12-15T01:30:00+07:00\r\n");
    }

    private static String line(Object... values) throws IOException {
        var out = new StringBuilder();
        new Csv(out).line(values);
        return out.toString();
    }
}
