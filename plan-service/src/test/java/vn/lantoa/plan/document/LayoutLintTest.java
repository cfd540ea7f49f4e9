package vn.lantoa.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.plan.plan.PlanDocumentContent;

/** The lint is content with what we write, and finds each error that somebody may make, by its name. */
class LayoutLintTest {

    static Stream<Arguments> samples() {
        return Stream.of(
                Arguments.of("short draft", SamplePapers.shortDraft()),
                Arguments.of("long plan", SamplePapers.longPlan()),
                Arguments.of("official letter", SamplePapers.letter()),
                Arguments.of("department of a city", SamplePapers.department()),
                Arguments.of("Party committee", SamplePapers.party()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void whatWeWriteKeepsTheRules(String kind, PlanDocumentContent content) {
        assertThat(LayoutLint.check(DocxPaper.write(PlanPaper.of(content))))
                .as(kind)
                .isEmpty();
    }

    static Stream<Arguments> errors() {
        return Stream.of(
                page("left margin of 25 mm", "margin.left", it -> it.replace("w:left=\"1701\"", "w:left=\"1417\"")),
                page("right margin of 25 mm", "margin.right", it -> it.replace("w:right=\"850\"", "w:right=\"1417\"")),
                page("top margin of 15 mm", "margin.top", it -> it.replace("w:top=\"1134\"", "w:top=\"850\"")),
                page(
                        "bottom margin of 30 mm",
                        "margin.bottom",
                        it -> it.replace("w:bottom=\"1134\"", "w:bottom=\"1701\"")),
                page(
                        "landscape",
                        "page.orientation",
                        it -> it.replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"16838\" w:h=\"11906\"")),
                page(
                        "letter paper",
                        "page.size",
                        it -> it.replace("w:w=\"11906\" w:h=\"16838\"", "w:w=\"12240\" w:h=\"15840\"")),
                page("number on the first page", "page-number.first-page", it -> it.replace("<w:titlePg/>", "")),
                page(
                        "counted from 3",
                        "page-number.start",
                        it -> it.replace("<w:pgNumType w:start=\"1\"/>", "<w:pgNumType w:start=\"3\"/>")),
                header(
                        "number at the right",
                        "page-number.align",
                        it -> it.replace(
                                "<w:pStyle w:val=\"LantoaPagenumber\"/>",
                                "<w:pStyle w:val=\"LantoaPagenumber\"/><w:jc w:val=\"right\"/>")),
                header("no number", "page-number.missing", it -> it.replace("PAGE", "DATE")),
                header(
                        "small number",
                        "page-number.size",
                        it -> it.replace("<w:sz w:val=\"26\"/>", "<w:sz w:val=\"20\"/>")),
                body("another font", "font.name", it -> it.replace("Times New Roman", "Arial")),
                body(
                        "red letters",
                        "font.color",
                        it -> it.replace("<w:sz w:val=\"28\"/>", "<w:sz w:val=\"28\"/><w:color w:val=\"ff0000\"/>")),
                body("body of size 12", "body.size", it -> in(it, "Để cán bộ", size(28, 24))),
                body("motto without its rule", "motto.rule", it -> withoutRuleAfter(it, "Độc lập - Tự do")),
                body("issuer without its rule", "issuer.rule", it -> withoutRuleAfter(it, "XÃ MÂY HẠ</w:t>")),
                body("subject without its rule", "subject.rule", it -> withoutRuleAfter(it, "2026 - 2030</w:t>")),
                body(
                        "rule under the issuer as long as the line",
                        "issuer.rule-length",
                        it -> it.replaceFirst(
                                "<w:ind w:left=\"\\d+\" w:right=\"\\d+\"/>",
                                "<w:ind w:left=\"900\" w:right=\"900\"/>")),
                body("national name not bold", "nation.bold", it -> in(it, "CỘNG HÒA", light())),
                body("national name too large", "nation.size", it -> in(it, "CỘNG HÒA", size(24, 28))),
                body(
                        "national name misspelt",
                        "nation.missing",
                        it -> it.replace("CỘNG HÒA XÃ HỘI", "CỘNG HÒA XÃ HÔI")),
                body(
                        "motto with dashes",
                        "motto.text",
                        it -> it.replace("Độc lập - Tự do - Hạnh phúc", "Độc lập – Tự do – Hạnh phúc")),
                body("issuer not in capitals", "issuer.caps", it -> it.replace(">XÃ MÂY HẠ<", ">Xã Mây Hạ<")),
                body("number of one digit", "number.padding", it -> it.replace("Số: 07/", "Số: 7/")),
                body(
                        "number as the Party writes it",
                        "number.format",
                        it -> it.replace("Số: 07/KH-UBND", "Số 07-KH/UBND")),
                body("no number line", "number.missing", it -> it.replace("Số: 07/KH-UBND", "07/KH-UBND")),
                body(
                        "day of one digit",
                        "place-date.padding",
                        it -> it.replace("ngày 05 tháng 02 năm", "ngày 5 tháng 02 năm")),
                body(
                        "February of one digit",
                        "place-date.padding",
                        it -> it.replace("ngày 05 tháng 02 năm", "ngày 05 tháng 2 năm")),
                body(
                        "date with strokes",
                        "place-date.missing",
                        it -> it.replace("ngày 05 tháng 02 năm 2027", "05/02/2027")),
                body("date upright", "place-date.italic", it -> in(it, "ngày 05 tháng 02", upright())),
                body("kind of document at the left", "type.align", it -> in(it, ">KẾ HOẠCH<", aligned("left"))),
                body("kind of document missing", "type.missing", it -> it.replace(">KẾ HOẠCH<", ">KẾ HOẠCH SỐ 1<")),
                body(
                        "kind of document below the first section",
                        "type.order",
                        it -> moved(it, ">KẾ HOẠCH<", ">I. MỤC ĐÍCH")),
                body("legal basis upright", "basis.italic", it -> in(it, "Căn cứ Nghị quyết", upright())),
                body("section not bold", "section.bold", it -> in(it, ">I. MỤC ĐÍCH", light())),
                body("section left out", "section.order", it -> it.replace(">II. MỤC TIÊU", ">III. MỤC TIÊU")),
                body("text not flush", "body.align", it -> in(it, "Để cán bộ", aligned("left"))),
                body("no first line", "body.indent", it -> in(it, "Để cán bộ", property("<w:ind w:firstLine=\"0\"/>"))),
                body(
                        "paragraphs without a gap",
                        "body.spacing",
                        it -> in(it, "Để cán bộ", property("<w:spacing w:before=\"0\"/>"))),
                body(
                        "two lines apart",
                        "body.line-spacing",
                        it -> in(it, "Để cán bộ", property("<w:spacing w:line=\"480\" w:lineRule=\"auto\"/>"))),
                body("no sign of the end", "body.end", it -> it.replace("giải quyết./.", "giải quyết.")),
                body("mode without its point", "authority.form", it -> it.replace(">TM. ỦY BAN", ">TM ỦY BAN")),
                body("deputy above the body", "authority.order", it -> it.replace(">TM. ỦY BAN NHÂN DÂN<", ">1<")
                        .replace(">KT. CHỦ TỊCH<", ">TM. ỦY BAN NHÂN DÂN<")
                        .replace(">1<", ">KT. CHỦ TỊCH<")),
                body(
                        "authority on the left",
                        "authority.side",
                        it -> it.replace(">- Lưu: VT, VHXH.<", ">KT. CHỦ TỊCH<")),
                body("office not bold", "position.bold", it -> in(it, ">PHÓ CHỦ TỊCH<", light())),
                body("name not bold", "signer.bold", it -> in(it, "Đinh Thị Vân Khánh", light())),
                body(
                        "recipients without the archive",
                        "recipients.archive",
                        it -> it.replace(">- Lưu: VT, VHXH.<", ">- Các thôn.<")),
                body(
                        "archive without the clerk's office",
                        "recipients.archive",
                        it -> it.replace(">- Lưu: VT, VHXH.<", ">- Lưu: VHXH.<")),
                body("word Nơi nhận upright", "recipients.italic", it -> in(it, ">Nơi nhận:<", upright())),
                body("word Nơi nhận missing", "recipients.missing", it -> it.replace(">Nơi nhận:<", ">Gửi:<")),
                body("recipients too large", "recipient.size", it -> in(it, ">- Lưu: VT", size(22, 28))),
                body(
                        "recipient without a dash",
                        "recipient.form",
                        it -> it.replace(">- Lưu: VT, VHXH.<", ">Lưu: VT, VHXH.<")),
                body(
                        "letters and marks apart",
                        "text.composed",
                        it -> it.replace("Để cán bộ", "Đe\u0302\u0309 cán bộ")));
    }

    @ParameterizedTest(name = "{0} is {1}")
    @MethodSource("errors")
    void anErrorIsFound(String what, String rule, String part, UnaryOperator<String> mistake) {
        var right = DocxPaper.write(PlanPaper.of(SamplePapers.longPlan()));
        var wrong = DocxFiles.changed(right, part, mistake);

        assertThat(LayoutLint.check(wrong))
                .as(what)
                .extracting(LayoutFinding::rule)
                .contains(rule);
    }

    static Stream<Arguments> partyErrors() {
        return Stream.of(
                body("mode of the state", "authority.form", it -> it.replace("T/M ĐẢNG ỦY", "TM. ĐẢNG ỦY")),
                body("no star", "star.missing", it -> it.replace("<w:t>*</w:t>", "<w:t></w:t>")),
                body("number of the state", "number.format", it -> it.replace("Số 27-KH/ĐU", "Số: 27/KH-ĐU")),
                body(
                        "word Nơi nhận not underlined",
                        "recipients.underline",
                        it -> in(it, ">Nơi nhận:<", run -> run.replaceAll("<w:u [^>]*/>", ""))),
                body("title without its rule", "party-title.rule", it -> withoutRuleAfter(it, Letterhead.PARTY)),
                body("nothing under the subject", "subject.rule", it -> it.replace(">-----<", "><")),
                body(
                        "no archive",
                        "recipients.archive",
                        it -> it.replace("- Lưu: Văn phòng Đảng ủy.", "- Các chi bộ thôn.")));
    }

    @ParameterizedTest(name = "Party: {0} is {1}")
    @MethodSource("partyErrors")
    void anErrorInAPartyDocumentIsFound(String what, String rule, String part, UnaryOperator<String> mistake) {
        var wrong = DocxFiles.changed(DocxPaper.write(PlanPaper.of(SamplePapers.party())), part, mistake);

        assertThat(LayoutLint.check(wrong))
                .as(what)
                .extracting(LayoutFinding::rule)
                .contains(rule);
    }

    @Test
    void aLetterNeedsItsSubjectAndAddressees() {
        var right = DocxPaper.write(PlanPaper.of(SamplePapers.letter()));

        assertThat(LayoutLint.check(
                        DocxFiles.changed(right, DocxFiles.BODY, it -> it.replace("V/v đẩy mạnh", "Đẩy mạnh"))))
                .extracting(LayoutFinding::rule)
                .contains("letter-subject.missing");
        assertThat(LayoutLint.check(DocxFiles.changed(right, DocxFiles.BODY, it -> it.replace("Kính gửi:", "Gửi:"))))
                .extracting(LayoutFinding::rule)
                .contains("addressee.missing");
    }

    @Test
    void aFindingSaysWhatWhereAndBecauseOfWhichRule() {
        var wrong = DocxFiles.changed(
                DocxPaper.write(PlanPaper.of(SamplePapers.longPlan())),
                DocxFiles.BODY,
                it -> it.replace("w:left=\"1701\"", "w:left=\"1417\""));

        assertThat(LayoutLint.check(wrong))
                .containsExactly(new LayoutFinding(
                        "margin.left",
                        "Lề trái",
                        "30-35 mm",
                        "25 mm",
                        "Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, mục I.1-I.3",
                        "Lề trái: cần 30-35 mm, đang là 25 mm.",
                        "Left margin: expected 30-35 mm, found 25 mm."));
    }

    /** What somebody wrote by hand, in nothing but plain paragraphs. */
    @Test
    void aDocumentWithoutAnyLayoutIsReadToItsEnd() {
        var bare = DocxFiles.paragraphs("Kế hoạch", "Xã Mây Hạ sẽ làm nhiều việc.", "Nơi nhận", "Lưu");

        assertThat(LayoutLint.check(bare))
                .extracting(LayoutFinding::rule)
                .contains(
                        "nation.missing",
                        "motto.missing",
                        "issuer.missing",
                        "number.missing",
                        "type.missing",
                        "page.size");
    }

    @Test
    void whatIsNoWordDocumentIsRefused() {
        assertThatThrownBy(() -> LayoutLint.check("không phải văn bản".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Arguments page(String what, String rule, UnaryOperator<String> mistake) {
        return Arguments.of(what, rule, DocxFiles.BODY, mistake);
    }

    private static Arguments body(String what, String rule, UnaryOperator<String> mistake) {
        return Arguments.of(what, rule, DocxFiles.BODY, mistake);
    }

    private static Arguments header(String what, String rule, UnaryOperator<String> mistake) {
        return Arguments.of(what, rule, DocxFiles.HEADER, mistake);
    }

    // --- mistakes within one paragraph

    private static String in(String xml, String words, UnaryOperator<String> mistake) {
        int at = xml.indexOf(words);
        assertThat(at).as("the sample has the words " + words).isPositive();
        int start = xml.lastIndexOf("<w:p>", at);
        int end = xml.indexOf("</w:p>", at) + "</w:p>".length();
        return xml.substring(0, start) + mistake.apply(xml.substring(start, end)) + xml.substring(end);
    }

    private static UnaryOperator<String> size(int from, int to) {
        return it -> it.replace("<w:sz w:val=\"" + from + "\"/>", "<w:sz w:val=\"" + to + "\"/>");
    }

    private static UnaryOperator<String> light() {
        return it -> it.replaceAll("<w:b w:val=\"[^\"]*\"/>", "<w:b w:val=\"0\"/>");
    }

    private static UnaryOperator<String> upright() {
        return it -> it.replaceAll("<w:i w:val=\"[^\"]*\"/>", "<w:i w:val=\"0\"/>");
    }

    private static UnaryOperator<String> aligned(String side) {
        return property("<w:jc w:val=\"" + side + "\"/>");
    }

    private static UnaryOperator<String> property(String property) {
        return it -> it.replaceFirst("(<w:pStyle [^>]*/>)", "$1" + property);
    }

    private static String withoutRuleAfter(String xml, String words) {
        int at = xml.indexOf(words);
        int start = xml.indexOf("<w:pBdr>", at);
        int end = xml.indexOf("</w:pBdr>", start) + "</w:pBdr>".length();
        return xml.substring(0, start) + xml.substring(end);
    }

    private static String moved(String xml, String words, String behind) {
        int at = xml.indexOf(words);
        int start = xml.lastIndexOf("<w:p>", at);
        int end = xml.indexOf("</w:p>", at) + "</w:p>".length();
        var paragraph = xml.substring(start, end);
        var rest = xml.substring(0, start) + xml.substring(end);
        int target = rest.indexOf("</w:p>", rest.indexOf(behind)) + "</w:p>".length();
        return rest.substring(0, target) + paragraph + rest.substring(target);
    }
}
