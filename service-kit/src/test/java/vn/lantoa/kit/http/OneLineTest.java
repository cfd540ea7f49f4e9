package vn.lantoa.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OneLineTest {

    @ParameterizedTest
    @ValueSource(strings = {"Văn phòng HĐND và UBND", "Phòng Kinh tế, Hạ tầng & Đô thị (mới)", "Tổ 3", "Đội 4x"})
    void nameOfOneVisibleLineIsTaken(String name) {
        assertThat(name).matches(OneLine.PATTERN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "  ",
                "\u00A0\u3000",
                "\uFEFF",
                "Văn\u200B phòng",
                "\u202Ecba",
                "A\r\nBcc: x",
                "A\u0001",
                "A\u2028B",
                "***"
            })
    void whatHidesOrBreaksIsNot(String name) {
        assertThat(name).doesNotMatch(OneLine.PATTERN);
    }
}
