package vn.lantoa.plan.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.OrganizationKind;

class DocumentNumberTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "95/KH-UBND, STATE, 95, KH, UBND, 95/KH-UBND",
                "5/KH-UBND, STATE, 5, KH, UBND, 05/KH-UBND",
                "Số: 005 / KH - UBND, STATE, 5, KH, UBND, 05/KH-UBND",
                "43/KH-MTTQ-BTT, STATE, 43, KH, MTTQ-BTT, 43/KH-MTTQ-BTT",
                "12/UBND-VHXH, STATE, 12, -, UBND-VHXH, 12/UBND-VHXH",
                "/UBND-VHXH, STATE, -, -, UBND-VHXH, /UBND-VHXH",
                "/KH-UBND, STATE, -, KH, UBND, /KH-UBND",
                "1169/QĐ-TTg, STATE, 1169, QĐ, TTg, 1169/QĐ-TTg",
                "03/NQ-CP, STATE, 3, NQ, CP, 03/NQ-CP",
                "30/2020/NĐ-CP, STATE, 30, NĐ, CP, 30/2020/NĐ-CP",
                "12a/KH-UBND, STATE, 12a, KH, UBND, 12a/KH-UBND",
                "13-KH/ĐU, PARTY, 13, KH, ĐU, 13-KH/ĐU",
                "Số 7-CTr/ĐU, PARTY, 7, CTr, ĐU, 07-CTr/ĐU",
                "15-KH/TU, PARTY, 15, KH, TU, 15-KH/TU",
                "57-NQ/TW, PARTY, 57, NQ, TW, 57-NQ/TW",
                "57/NQ-TW, PARTY, 57, NQ, TW, 57-NQ/TW",
                "05–HD/VPTW, PARTY, 5, HD, VPTW, 05-HD/VPTW",
            })
    void bothGrammarsAreRead(String words, Grammar grammar, String number, String type, String body, String text) {
        var read = DocumentNumber.parse(words).orElseThrow();

        assertThat(read.grammar()).isEqualTo(grammar);
        assertThat(read.number() == null ? null : read.number().text()).isEqualTo(number);
        assertThat(read.type()).isEqualTo(type);
        assertThat(read.body()).isEqualTo(body);
        assertThat(read.text()).isEqualTo(text);
        assertThat(read.raw()).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "95", "KH-UBND", "95 KH UBND", "0/KH-UBND", "95//KH", "1234567/KH-UBND", "-/", "ngày 20/11"})
    void whatIsNoneIsNotGuessed(String words) {
        assertThat(DocumentNumber.parse(words)).isEmpty();
    }

    @Test
    void longWordsAreNotLookedAt() {
        assertThat(DocumentNumber.parse("95/KH-" + "U".repeat(5000))).isEmpty();
    }

    @Test
    void decomposedLettersAreTheSame() {
        var decomposed = Normalizer.normalize("13-KH/ĐU", Normalizer.Form.NFD);

        assertThat(DocumentNumber.parse("Số: ".concat(decomposed)).orElseThrow().text())
                .isEqualTo("13-KH/ĐU");
    }

    @Test
    void issuersWriteInTheirOwnGrammar() {
        assertThat(DocumentNumber.written(Grammar.STATE, RegisterNumber.of("5"), "KH-UBND"))
                .isEqualTo("05/KH-UBND");
        assertThat(DocumentNumber.written(Grammar.PARTY, RegisterNumber.of("13"), "KH/ĐU"))
                .isEqualTo("13-KH/ĐU");
        assertThat(DocumentNumber.written(Grammar.PARTY, RegisterNumber.of("13"), "KH-ĐU"))
                .isEqualTo("13-KH/ĐU");
        assertThat(DocumentNumber.written(Grammar.STATE, RegisterNumber.of("5"), null))
                .isNull();
        assertThat(Grammar.of(OrganizationKind.PARTY_COMMITTEE)).isEqualTo(Grammar.PARTY);
        assertThat(Grammar.of(OrganizationKind.FATHERLAND_FRONT)).isEqualTo(Grammar.STATE);
    }
}
