package vn.lantoa.task.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.lantoa.kit.http.Problem;

class FileFormsTest {

    private final FileForms forms = new FileForms();

    /** The first bytes that cameras, phones and offices write. */
    @ParameterizedTest
    @CsvSource({
        "anh.jpg, FFD8FFE000104A46494600010100000100010000, JPEG",
        "ANH.JPEG, FFD8FFE1001845786966000049492A0008000000, JPEG",
        "anh.png, 89504E470D0A1A0A0000000D4948445200000001, PNG",
        "anh.gif, 47494638396101000100800000000000FFFFFF21, GIF",
        "anh.webp, 524946462400000057454250565038201800000030, WEBP",
        "anh.heic, 00000018667479706865696300000000686569636D696631, HEIC",
        "van-ban.pdf, 255044462D312E370A25E2E3CFD30A, PDF",
        "phat-thanh.mp3, 49443303000000000000, MP3",
        "phat-thanh.wav, 524946462400000057415645666D742010000000, WAV",
        "clip.mp4, 000000186674797069736F6D0000020069736F6D69736F32, MP4",
        "clip.mp4, 000000186674797069736F6D000002006D703432, MP4",
        "clip.mov, 00000014667479707174202020050300717420200000, MOV",
        "clip.3gp, 00000018667479703367703400000000, MOBILE_FILM"
    })
    void fileIsKnownByItsContent(String name, String content, FileForm expected) throws IOException {
        assertThat(of(name, HexFormat.of().parseHex(content))).isEqualTo(expected);
    }

    @Test
    void officeDocumentsAndTextAreTaken() throws IOException {
        assertThat(of("bao-cao.docx", zip("[Content_Types].xml"))).isEqualTo(FileForm.DOCX);
        assertThat(of("so-lieu.xlsx", zip("[Content_Types].xml"))).isEqualTo(FileForm.XLSX);
        assertThat(of("tin.txt", "Đã phát 3 buổi truyền thanh".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileForm.TEXT);
        assertThat(of("so-lieu.csv", "thôn;số hộ\nMột;120\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileForm.CSV);
    }

    @ParameterizedTest
    @CsvSource({
        "anh.jpg, 4D5A90000300000004000000FFFF0000B800000000", // a Windows program
        "anh.png, 7F454C4602010100000000000000000003003E00", // a Linux program
        "anh.jpg, 89504E470D0A1A0A0000000D4948445200000001", // a PNG that says JPEG
        "van-ban.pdf, 504B030414000000080000002100", // an archive
        "ghi-chu.txt, 23212F62696E2F73680A726D202D7266202F0A", // a script
        "clip.mp4, CAFEBABE00000041001D0A00020003070004" // a Java class
    })
    void nameThatSaysAnotherThingIsRefused(String name, String content) {
        assertThatThrownBy(() -> of(name, HexFormat.of().parseHex(content)))
                .isInstanceOfSatisfying(Problem.UnsupportedContent.class, it -> assertThat(it.code())
                        .isEqualTo("evidence.content-mismatch"));
    }

    @ParameterizedTest
    @CsvSource({"chay.exe", "macro.docm", "trang.html", "hinh.svg", "khong-duoi", "nen.zip", "a.jpg.exe", "''"})
    void whatIsNotListedIsRefused(String name) {
        assertThatThrownBy(() -> of(name, new byte[] {1, 2, 3}))
                .isInstanceOfSatisfying(Problem.UnsupportedContent.class, it -> assertThat(it.code())
                        .isEqualTo("evidence.form-refused"));
    }

    @Test
    void nameIsTheLastPartOfWhateverPathWasSent() {
        assertThat(TaskEvidenceResource.safeName("C:\\Users\\an\\a\u0309nh.jpg"))
                .isEqualTo("\u1EA3nh.jpg");
        assertThat(TaskEvidenceResource.safeName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(TaskEvidenceResource.safeName("a\r\nb.pdf")).isEqualTo("ab.pdf");
        assertThat(TaskEvidenceResource.safeName("x".repeat(400) + ".pdf"))
                .hasSize(255)
                .endsWith(".pdf");
        assertThat(TaskEvidenceResource.safeName(null)).isEmpty();
    }

    private FileForm of(String name, byte[] content) throws IOException {
        return forms.of(new ByteArrayInputStream(content), name);
    }

    private static byte[] zip(String entry) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return out.toByteArray();
    }
}
