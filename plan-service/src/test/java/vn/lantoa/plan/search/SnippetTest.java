package vn.lantoa.plan.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.kit.http.Problem;

class SnippetTest {

    @ParameterizedTest
    @ValueSource(strings = {"tuyen truyen", "TUYÊN TRUYỀN", "\"tuyên truyền\"", "Tuyen-Truyen"})
    void wordsAreShownWhereTheyStandAsTheyAreWritten(String typed) {
        var snippet = Snippet.of("Kế hoạch tuyên truyền năm 2027", SearchWords.of(typed));

        assertThat(snippet.text().substring(snippet.start(), snippet.end())).isEqualTo("tuyên truyền");
        assertThat(snippet.offset()).isEqualTo(9);
    }

    @Test
    void decomposedTextIsShownToo() {
        var text = Normalizer.normalize("Phối hợp Đài truyền thanh", Normalizer.Form.NFD);

        var snippet = Snippet.of(text, SearchWords.of("dai truyen"));

        assertThat(Normalizer.normalize(snippet.text().substring(snippet.start(), snippet.end()), Normalizer.Form.NFC))
                .isEqualTo("Đài truyền");
    }

    @Test
    void allInARowTellMoreThanOneOfThem() {
        var snippet = Snippet.of("truyền thanh xã, rồi tuyên truyền miệng", SearchWords.of("tuyen truyen"));

        assertThat(snippet.text().substring(snippet.start(), snippet.end())).isEqualTo("tuyên truyền");
    }

    @Test
    void longTextIsCutBetweenWords() {
        var text = "mở đầu ".repeat(100) + "đúng chỗ này" + " kết thúc".repeat(100);

        var snippet = Snippet.of(text, SearchWords.of("dung cho"));

        assertThat(snippet.text()).startsWith("…").endsWith("…").hasSizeLessThanOrEqualTo(Snippet.LENGTH + 2);
        assertThat(snippet.text().substring(snippet.start(), snippet.end())).isEqualTo("đúng chỗ");
        assertThat(text.substring(snippet.offset(), snippet.offset() + snippet.length()))
                .isEqualTo("đúng chỗ");
    }

    @Test
    void oneWordWithoutEndIsCutToo() {
        var snippet = Snippet.of("a".repeat(5000), SearchWords.of("aaa"));

        assertThat(snippet.text()).hasSizeLessThanOrEqualTo(Snippet.LENGTH + 2);
        assertThat(snippet.end()).isLessThanOrEqualTo(snippet.text().length());
    }

    @Test
    void punctuationJoinsWhatSpacesPart() {
        assertThat(SearchWords.of("95/KH-UBND  \"hai từ\" xã\t\u0001").pieces())
                .containsExactly("95/KH-UBND", "hai từ", "xã");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "%_\\", "\"\"", "\u0001\u0007", "\u200b", "\u0301", "'; --"})
    void withoutALetterOrDigitThereIsNothingToLookFor(String typed) {
        assertThatThrownBy(() -> SearchWords.of(typed))
                .isInstanceOfSatisfying(
                        Problem.Invalid.class, it -> assertThat(it.code()).isEqualTo("plan.search-without-words"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ﷺﷺﷺ x", "ﬁ x", "①②", "😀 x 😀", "İ", "½x", "ǆ"})
    void oddCharactersHarmNobody(String odd) {
        var snippet = Snippet.of(odd, SearchWords.of(odd));

        assertThat(snippet.end()).isBetween(snippet.start(), snippet.text().length());
    }
}
