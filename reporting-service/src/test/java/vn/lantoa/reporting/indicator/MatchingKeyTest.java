package vn.lantoa.reporting.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class MatchingKeyTest {

    @Test
    void spellingsOfOneIndicatorMeet() {
        var key = MatchingKey.of("Tỷ lệ người dân hoà mạng số", "%");

        assertThat(MatchingKey.of("TỶ LỆ  người dân hòa mạng số.", " % ")).isEqualTo(key);
        assertThat(MatchingKey.of(
                        Normalizer.normalize("Tỷ lệ người dân hoà mạng số", Normalizer.Form.NFD), "phần trăm"))
                .isEqualTo(key);
        assertThat(key).isEqualTo("ty-le-nguoi-dan-hoa-mang-so~pct");
    }

    @Test
    void otherUnitsAndOtherNamesStayApart() {
        assertThat(MatchingKey.of("Số buổi phát thanh", "buổi"))
                .isNotEqualTo(MatchingKey.of("Số buổi phát thanh", "giờ"));
        assertThat(MatchingKey.of("Đào tạo", "người")).isNotEqualTo(MatchingKey.of("Giáo dục", "người"));
    }

    @Test
    void longNamesThatDifferOnlyAtTheirEndStayApart() {
        var beginning =
                "Tỷ lệ nhiệm vụ khoa học và công nghệ có sử dụng ngân sách nhà nước được truyền thông, phổ biến ";

        var first = MatchingKey.of(beginning + "trong năm", "%");
        var second = MatchingKey.of(beginning + "trong quý", "%");

        assertThat(first).isNotEqualTo(second).hasSizeLessThan(110);
    }

    @Test
    void unitDecidesHowFiguresAreAdded() {
        assertThat(Aggregation.ofKey(MatchingKey.of("Tỷ lệ", "%"))).isEqualTo(Aggregation.RATIO);
        assertThat(Aggregation.ofKey(MatchingKey.of("Số buổi", "buổi"))).isEqualTo(Aggregation.SUM);
        assertThat(Aggregation.ofKey(MatchingKey.of("Chỉ số chuyển đổi số", "điểm")))
                .isEqualTo(Aggregation.NONE);
    }
}
