package vn.lantoa.plan.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.text.Normalizer;
import java.util.List;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Grid;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.plan.PlanDocumentContent;

/** What stands in a document, where, and in which file. */
class PlanPaperTest {

    static Stream<PlanDocumentContent> samples() {
        return Stream.of(
                SamplePapers.shortDraft(),
                SamplePapers.longPlan(),
                SamplePapers.letter(),
                SamplePapers.party(),
                SamplePapers.department());
    }

    @Test
    void aDraftLeavesRoomForNumberAndDate() {
        assertThat(head(SamplePapers.shortDraft()))
                .containsExactly(
                        "ỦY BAN NHÂN DÂN",
                        "XÃ MÂY HẠ",
                        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                        "Độc lập - Tự do - Hạnh phúc",
                        "Số:       /KH-UBND",
                        "Mây Hạ, ngày      tháng      năm      ");
    }

    @Test
    void anIssuedPlanHasBoth() {
        assertThat(head(SamplePapers.longPlan())).contains("Số: 07/KH-UBND", "Mây Hạ, ngày 05 tháng 02 năm 2027");
    }

    @Test
    void aDepartmentShowsTheBodyAboveIt() {
        assertThat(head(SamplePapers.department()))
                .startsWith("ỦY BAN NHÂN DÂN", "THÀNH PHỐ BẠCH GIANG", "SỞ KHOA HỌC VÀ CÔNG NGHỆ");
    }

    @Test
    void thePartyWritesInItsOwnWay() {
        var paper = PlanPaper.of(SamplePapers.party());

        assertThat(head(SamplePapers.party()))
                .containsExactly(
                        "ĐẢNG BỘ",
                        "THÀNH PHỐ BẠCH GIANG",
                        "ĐẢNG ỦY XÃ MÂY HẠ",
                        "*",
                        "ĐẢNG CỘNG SẢN VIỆT NAM",
                        "Số 27-KH/ĐU",
                        "Mây Hạ, ngày 03 tháng 8 năm 2026");
        assertThat(texts(paper.body())).contains("-----", "I- MỤC ĐÍCH, YÊU CẦU", "1- Mục đích");
        assertThat(texts(paper.end().right())).containsExactly("T/M ĐẢNG ỦY", "PHÓ BÍ THƯ", "Lò Thị Hương Giang");
        assertThat(texts(paper.end().left()))
                .containsExactly(
                        "Nơi nhận:",
                        "- Ban Thường vụ Thành ủy (để báo cáo),",
                        "- Các chi bộ trực thuộc,",
                        "- Lưu: Văn phòng Đảng ủy.");
    }

    @Test
    void whoSignsSaysByWhatAuthority() {
        assertThat(signature("TM", null)).containsExactly("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "");
        assertThat(signature("KT", null)).containsExactly("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "");
        assertThat(signature("TL", "TRƯỞNG PHÒNG")).containsExactly("TL. CHỦ TỊCH", "TRƯỞNG PHÒNG", "");
        assertThat(signature("TUQ", null)).containsExactly("TUQ. CHỦ TỊCH", "CHÁNH VĂN PHÒNG", "");
        assertThat(signature("Q", null)).containsExactly("TM. ỦY BAN NHÂN DÂN", "Q. CHỦ TỊCH", "");
    }

    private static List<String> signature(String mode, String position) {
        var draft = SamplePapers.shortDraft();
        var signed = SamplePapers.signed(draft, new PlanDocumentContent.Signature(mode, null, null, position, null));
        return texts(PlanPaper.of(signed).end().right());
    }

    @Test
    void tasksStandUnderTheirHeadingsWithLeadHelpersAndTime() {
        assertThat(texts(PlanPaper.of(SamplePapers.longPlan()).body()))
                .containsSubsequence(
                        "V. NHIỆM VỤ, GIẢI PHÁP",
                        "2. Nhóm nhiệm vụ thứ 1 về phổ biến kỹ năng số cho người dân",
                        "2.1. Tổ chức buổi hướng dẫn số 1 cho bà con ở các thôn xa trung tâm về cách nộp hồ sơ trực tuyến, tra cứu kết"
                                + " quả và bảo vệ thông tin cá nhân trên không gian mạng.",
                        "- Đơn vị chủ trì: Phòng Văn hóa - Xã hội.",
                        "- Đơn vị phối hợp: Trung tâm Dịch vụ sự nghiệp công; Các thôn.",
                        "- Thời gian thực hiện: Hoàn thành trước ngày 15/02/2027.");
    }

    @Test
    void whatATaskSaysItselfIsNotSaidAgain() {
        var body = texts(PlanPaper.of(SamplePapers.letter()).body());

        assertThat(body)
                .filteredOn(it -> it.startsWith("- Đơn vị chủ trì"))
                .containsExactly("- Đơn vị chủ trì: Trung tâm Dịch vụ sự nghiệp công.");
    }

    @Test
    void indicatorsAreATableByYear() {
        var grid = PlanPaper.of(SamplePapers.longPlan()).body().stream()
                .filter(Grid.class::isInstance)
                .map(Grid.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(grid.head()).containsExactly("TT", "Chỉ tiêu", "Năm 2026", "Năm 2027", "Năm 2030");
        assertThat(grid.rows()).hasSize(24);
        assertThat(grid.rows().getFirst()).endsWith("Ít nhất 15%", "Ít nhất 40%", "Trên 80%");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSamePlanMakesTheSameBytes(PlanDocumentContent content) throws InterruptedException {
        var docx = DocxPaper.write(PlanPaper.of(content));
        var pdf = PdfPaper.write(PlanPaper.of(content));
        Thread.sleep(1_100); // another second: a moment of writing would show

        assertThat(DocxPaper.write(PlanPaper.of(content))).isEqualTo(docx);
        assertThat(PdfPaper.write(PlanPaper.of(content))).isEqualTo(pdf);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void bothFilesSayTheSameInComposedLetters(PlanDocumentContent content) throws IOException {
        var paper = PlanPaper.of(content);
        var pdfText = pdfText(PdfPaper.write(paper));

        try (var word = new XWPFDocument(new ByteArrayInputStream(DocxPaper.write(paper)))) {
            var wordText = new StringBuilder();
            word.getParagraphs().forEach(it -> wordText.append(it.getText()).append('\n'));
            for (var line : texts(paper.body())) {
                assertThat(wordText.toString()).contains(line);
                assertThat(plain(pdfText)).contains(plain(line));
            }
            assertThat(Normalizer.isNormalized(wordText, Normalizer.Form.NFC)).isTrue();
        }
        assertThat(Normalizer.isNormalized(pdfText, Normalizer.Form.NFC)).isTrue();
    }

    @Test
    void pagesAreNumberedFromTheSecondOn() throws IOException {
        try (var pdf = Loader.loadPDF(PdfPaper.write(PlanPaper.of(SamplePapers.longPlan())))) {
            var stripper = new PDFTextStripper();
            assertThat(pdf.getNumberOfPages()).isGreaterThan(5);
            stripper.setEndPage(1);
            assertThat(stripper.getText(pdf)).startsWith("ỦY BAN NHÂN DÂN");
            stripper.setStartPage(2);
            stripper.setEndPage(2);
            assertThat(stripper.getText(pdf)).startsWith("2");
        }
    }

    @Test
    void numbersAndDatesAreNotBroken() throws IOException {
        var lines = pdfText(PdfPaper.write(PlanPaper.of(SamplePapers.longPlan())))
                .lines()
                .toList();

        assertThat(lines).noneMatch(it -> it.startsWith("/") || it.endsWith("/") || it.endsWith("214/KH-"));
        assertThat(String.join(" ", lines)).contains("214/KH-UBND", "57-NQ/TW");
    }

    @Test
    void everyFontIsInThePdf() throws IOException {
        try (var pdf = Loader.loadPDF(PdfPaper.write(PlanPaper.of(SamplePapers.longPlan())))) {
            for (var page : pdf.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    var font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("LiberationSerif");
                }
            }
            assertThat(new String(
                            pdf.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("pdfaid:part")
                    .contains("2026-11-20");
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Lines are broken elsewhere, and page numbers stand between them. */
    private static String plain(String text) {
        return text.replaceAll("\\r?\\n\\d+\\r?\\n", "").replaceAll("\\s", "");
    }

    private static List<String> head(PlanDocumentContent content) {
        return PlanPaper.of(content).head().stream()
                .flatMap(it -> Stream.concat(texts(it.left()).stream(), texts(it.right()).stream()))
                .toList();
    }

    private static List<String> texts(List<Block> blocks) {
        return blocks.stream()
                .filter(Line.class::isInstance)
                .map(it -> ((Line) it).text())
                .toList();
    }
}
