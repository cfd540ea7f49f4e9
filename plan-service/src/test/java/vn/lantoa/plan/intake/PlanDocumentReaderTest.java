package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

class PlanDocumentReaderTest {
    private final PlanDocumentReader reader = new PlanDocumentReader(IntakeLimits.defaults());

    @Test
    void readsUnicodeTextInEveryUsualForm() {
        var text = "Kế hoạch truyền thông của xã\nDòng hai";
        var bom = "\ufeff";

        for (var bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                (bom + text).getBytes(StandardCharsets.UTF_8),
                (bom + text).getBytes(StandardCharsets.UTF_16LE),
                (bom + text).getBytes(StandardCharsets.UTF_16BE),
                text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8),
                Normalizer.normalize(text, Normalizer.Form.NFD).getBytes(StandardCharsets.UTF_8))) {
            assertThat(reader.read(bytes, "plan.txt", "text/plain").text()).isEqualTo(text);
        }
    }

    @Test
    void dropsInvisibleCharactersButKeepsTabs() {
        var bytes = "Mây\u00a0Hạ\u200b\tcột\u00ad hai".getBytes(StandardCharsets.UTF_8);

        assertThat(reader.read(bytes, null, null).text()).isEqualTo("Mây Hạ\tcột hai");
    }

    @Test
    void readsWordTablesCellByCellAndSaysWhereTheyAre() {
        var docx = Documents.docx(it -> {
            Documents.sideBySide(it, List.of("ỦY BAN NHÂN DÂN", "XÃ MÂY HẠ"), List.of("CỘNG HÒA", "Độc lập"));
            Documents.paragraphs(it, "KẾ HOẠCH");
            Documents.table(
                    it, new String[] {"STT", "Nhiệm vụ", "Chủ trì"}, new String[] {"1", "Dọn kênh", "Phòng Kinh tế"});
        });

        var text = reader.read(docx, "ke-hoach.docx", null);

        assertThat(text.format()).isEqualTo(DocumentFormat.DOCX);
        assertThat(text.text()).contains("ỦY BAN NHÂN DÂN\nXÃ MÂY HẠ\nCỘNG HÒA\nĐộc lập\n");
        assertThat(text.tables()).hasSize(2);
        var cell = text.tables().get(1).rows().get(1).cells().get(1);
        assertThat(text.text().substring(cell.start(), cell.end())).isEqualTo("Dọn kênh");
    }

    @Test
    void writesOutAutomaticNumbersAsWordPaintsThem() {
        var docx = Documents.docx(it -> {
            var list = Documents.numbering(
                    it,
                    new STNumberFormat.Enum[] {
                        STNumberFormat.UPPER_ROMAN,
                        STNumberFormat.DECIMAL,
                        STNumberFormat.DECIMAL,
                        STNumberFormat.LOWER_LETTER
                    },
                    new String[] {"%1.", "%2.", "%2.%3.", "%4)"});
            var bullets =
                    Documents.numbering(it, new STNumberFormat.Enum[] {STNumberFormat.BULLET}, new String[] {"\uf0b7"});
            Documents.numbered(it, list, 0, "MỤC ĐÍCH");
            Documents.numbered(it, list, 0, "NHIỆM VỤ");
            Documents.numbered(it, list, 1, "Nhóm việc");
            Documents.numbered(it, list, 2, "Việc thứ nhất");
            Documents.numbered(it, list, 2, "Việc thứ hai");
            Documents.numbered(it, list, 3, "Điểm a");
            Documents.numbered(it, bullets, 0, "Gạch đầu dòng");
            Documents.numbered(it, list, 1, "Nhóm sau");
            Documents.numbered(it, list, 2, "Đếm lại từ đầu");
        });

        assertThat(reader.read(docx, "plan.docx", null).text().lines())
                .containsExactly(
                        "I. MỤC ĐÍCH",
                        "II. NHIỆM VỤ",
                        "1. Nhóm việc",
                        "1.1. Việc thứ nhất",
                        "1.2. Việc thứ hai",
                        "a) Điểm a",
                        "- Gạch đầu dòng",
                        "2. Nhóm sau",
                        "2.1. Đếm lại từ đầu");
    }

    @Test
    void readsPdfPageByPage(@TempDir Path folder) throws IOException {
        var file = folder.resolve("ke-hoach.pdf");
        Files.write(
                file,
                Documents.pdf(List.of(
                        List.of("KẾ HOẠCH", "Vệ sinh đường làng ngõ xóm"),
                        List.of(),
                        List.of("Trang ba có chữ tiếng Việt"))));

        var text = reader.read(file, "application/pdf");

        assertThat(text.text()).contains("Vệ sinh đường làng ngõ xóm").contains("Trang ba có chữ tiếng Việt");
        assertThat(text.pages()).extracting(DocumentText.Page::number).containsExactly(1, 2, 3);
        assertThat(text.pagesWithoutText()).containsExactly(2);
        int third = text.text().indexOf("Trang ba");
        assertThat(text.source(third, third + 8)).isEqualTo(new Source(third, third + 8, "Trang ba", 3));
    }

    @Test
    void decidesByContentWhenNothingIsDeclared() {
        assertThat(reader.read("Kế hoạch".getBytes(StandardCharsets.UTF_8), "upload.tmp", "application/octet-stream")
                        .format())
                .isEqualTo(DocumentFormat.TXT);
        assertThat(reader.read(Documents.docx(it -> Documents.paragraphs(it, "Kế hoạch")), null, null)
                        .format())
                .isEqualTo(DocumentFormat.DOCX);
    }
}
