package vn.lantoa.plan.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.plan.plan.PlanDocumentContent;

/** A word processor that is not ours opens the document, and shows all of it on as many pages as our own PDF. */
class LibreOfficeTest {

    private static final int TIME_SECONDS = 180;

    @TempDir
    Path folder;

    @BeforeAll
    static void isInstalled() {
        boolean found = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(it -> Files.isExecutable(Path.of(it, "soffice")));
        assumeTrue(
                found,
                "LibreOffice (soffice) is not on this machine: apt-get install libreoffice-writer fonts-liberation");
    }

    @Test
    void opensALongPlan() throws Exception {
        opens(SamplePapers.longPlan(), "Số: 07/KH-UBND", "PHÓ CHỦ TỊCH");
    }

    @Test
    void opensADraft() throws Exception {
        opens(SamplePapers.shortDraft(), "Tổ chức Ngày hội đọc sách năm 2027", "TM. ỦY BAN NHÂN DÂN");
    }

    @Test
    void opensALetter() throws Exception {
        opens(SamplePapers.letter(), "Kính gửi:", "TL. CHỦ TỊCH");
    }

    @Test
    void opensAPlanOfTheParty() throws Exception {
        opens(SamplePapers.party(), "ĐẢNG CỘNG SẢN VIỆT NAM", "T/M ĐẢNG ỦY");
    }

    private void opens(PlanDocumentContent content, String above, String below) throws Exception {
        var paper = PlanPaper.of(content);
        var file = folder.resolve("plan.docx");
        Files.write(file, DocxPaper.write(paper));

        convert(file);

        try (var theirs = Loader.loadPDF(folder.resolve("plan.pdf").toFile());
                var ours = Loader.loadPDF(PdfPaper.write(paper))) {
            var text = new PDFTextStripper().getText(theirs);
            assertThat(theirs.getNumberOfPages())
                    .isCloseTo(ours.getNumberOfPages(), org.assertj.core.api.Assertions.within(1));
            assertThat(text.replaceAll("\\s+", " ")).contains(above, below);
            if (theirs.getNumberOfPages() > 1) {
                var second = new PDFTextStripper();
                second.setStartPage(2);
                second.setEndPage(2);
                assertThat(second.getText(theirs)).startsWith("2");
            }
        }
    }

    private void convert(Path file) throws IOException, InterruptedException {
        var log = folder.resolve("soffice.log");
        var builder = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "pdf",
                        "--outdir",
                        folder.toString(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("FONTCONFIG_FILE", fonts().toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(TIME_SECONDS, TimeUnit.SECONDS))
                    .as("ends in time")
                    .isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    /** Fonts of Linux distributions may lack Vietnamese letters, which are then taken from another font: ours stand in for Times New Roman. */
    private Path fonts() throws IOException {
        var fonts = Files.createDirectories(folder.resolve("fonts"));
        for (var face : List.of("Regular", "Bold", "Italic", "BoldItalic")) {
            var name = "LiberationSerif-" + face + ".ttf";
            try (var in = LibreOfficeTest.class.getResourceAsStream("/liberation/" + name)) {
                Files.copy(Objects.requireNonNull(in), fonts.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return Files.writeString(folder.resolve("fonts.conf"), """
                <?xml version="1.0"?>
                <!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
                <fontconfig>
                  <dir>%s</dir>
                  <cachedir>%s</cachedir>
                  <alias binding="same"><family>Times New Roman</family><accept><family>Liberation Serif</family></accept></alias>
                </fontconfig>
                """.formatted(fonts, folder.resolve("font-cache")));
    }
}
