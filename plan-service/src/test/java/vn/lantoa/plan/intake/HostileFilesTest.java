package vn.lantoa.plan.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
    private static final IntakeLimits SMALL =
            new IntakeLimits(2L << 20, 4L << 20, 100, 50, 60, 5, 50_000, Duration.ofSeconds(20));

    private final PlanDocumentReader reader = new PlanDocumentReader(SMALL);
    private final AtomicInteger temporaryFiles = new AtomicInteger();

    /** Whoever asks POI for a temporary file while a hostile file is read is counted. */
    private void countTemporaryFiles() {
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy() {
            @Override
            public File createTempFile(String prefix, String suffix) throws IOException {
                temporaryFiles.incrementAndGet();
                return super.createTempFile(prefix, suffix);
            }
        });
    }

    private static List<String> scratchFilesOfPdfBox() {
        var names = new File(System.getProperty("java.io.tmpdir")).list((folder, name) -> name.startsWith("PDFBox"));
        return names == null ? List.of() : List.of(names);
    }

    @Test
    void emptyFile() {
        assertThat(refusal(new byte[0], "plan.docx")).isInstanceOf(DocumentRefusal.Empty.class);
        assertThat(refusal("  \r\n ".getBytes(StandardCharsets.UTF_8), "plan.txt"))
                .isInstanceOf(DocumentRefusal.Empty.class);
    }

    @Test
    void fileAboveTheLimitIsRefusedWithoutReadingIt(@TempDir Path folder) throws IOException {
        var huge = folder.resolve("plan.pdf");
        try (var channel = Files.newByteChannel(
                huge, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
            channel.position((200L << 20) - 1);
            channel.write(java.nio.ByteBuffer.wrap(new byte[] {0}));
        }

        assertThatThrownBy(() -> reader.read(huge, "application/pdf"))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> assertThat(refused.refusal())
                        .isEqualTo(new DocumentRefusal.TooLarge(200L << 20, SMALL.maxBytes())));
        assertThat(refusal(new byte[(2 << 20) + 1], "plan.txt")).isInstanceOf(DocumentRefusal.TooLarge.class);
    }

    @Test
    void endlessStreamIsCutAtTheLimit() {
        var endless = new java.io.InputStream() {
            long given;

            @Override
            public int read() {
                given++;
                return 'a';
            }

            @Override
            public int read(byte[] buffer, int from, int length) {
                java.util.Arrays.fill(buffer, from, from + length, (byte) 'a');
                given += length;
                return length;
            }
        };

        assertThatThrownBy(() -> reader.read(endless, "plan.txt", null))
                .isInstanceOfSatisfying(DocumentRefused.class, refused -> assertThat(refused.refusal())
                        .isInstanceOf(DocumentRefusal.TooLarge.class));
        assertThat(endless.given).isLessThanOrEqualTo(SMALL.maxBytes() + 1);
    }

    @Test
    void encryptedWordFile() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var container = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("mat-khau");
            try (var stream = encryptor.getDataStream(container)) {
                stream.write(plain());
            }
            container.writeFilesystem(out);
        }

        assertThat(refusal(out.toByteArray(), "plan.docx"))
                .isEqualTo(new DocumentRefusal.Encrypted(DocumentFormat.DOCX));
    }

    @Test
    void encryptedPdf() throws IOException {
        assertThat(refusal(encryptedPdf("chu", "doc"), "plan.pdf"))
                .isEqualTo(new DocumentRefusal.Encrypted(DocumentFormat.PDF));
        assertThat(refusal(encryptedPdf("chu", ""), "plan.pdf"))
                .as("opens without a password but forbids taking its text")
                .isEqualTo(new DocumentRefusal.Encrypted(DocumentFormat.PDF));
    }

    private static byte[] encryptedPdf(String owner, String user) throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            var permission = new AccessPermission();
            permission.setCanExtractContent(false);
            document.protect(new StandardProtectionPolicy(owner, user, permission));
            return Documents.saved(document);
        }
    }

    @Test
    void macroCarryingWordFile() {
        assertThat(refusal(Documents.withEntry(plain(), "word/vbaProject.bin", new byte[] {1, 2, 3}), "plan.docx"))
                .isEqualTo(new DocumentRefusal.MacroCarrying("word/vbaProject.bin"));
        var types = """
                <?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml"
                ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>""";
        assertThat(refusal(
                        Documents.withReplaced(plain(), "[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8)),
                        "plan.docx"))
                .isInstanceOf(DocumentRefusal.MacroCarrying.class);
    }

    @Test
    void mislabelledFiles() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13};
        byte[] program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        byte[] oldWord = new byte[1024];
        System.arraycopy(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0}, 0, oldWord, 0, 4);
        System.arraycopy("WordDocument".getBytes(StandardCharsets.UTF_16LE), 0, oldWord, 512, 24);
        byte[] html = "<!DOCTYPE html><html><body>Kế hoạch</body></html>".getBytes(StandardCharsets.UTF_8);
        byte[] text = "Kế hoạch".getBytes(StandardCharsets.UTF_8);

        for (var content : List.of(png, program, oldWord, html, text, Documents.zip("a.txt", text))) {
            assertThat(refusal(content, "plan.docx")).isInstanceOf(DocumentRefusal.Mislabelled.class);
        }
        assertThat(refusal(plain(), "plan.pdf")).isInstanceOf(DocumentRefusal.Mislabelled.class);
        assertThat(refusal(plain(), "plan.txt")).isInstanceOf(DocumentRefusal.Mislabelled.class);
        assertThat(refusal(png, "scan")).isEqualTo(new DocumentRefusal.Unsupported("ảnh PNG"));
        assertThat(refusal(oldWord, "plan.doc")).isEqualTo(new DocumentRefusal.Unsupported("Word 97-2003 (.doc)"));
    }

    @Test
    void declaredMediaTypeThatLies() {
        var refused = catchThrowableOfType(
                DocumentRefused.class, () -> reader.read(plain(), null, "text/plain; charset=utf-8"));

        assertThat(refused.refusal()).isInstanceOf(DocumentRefusal.Mislabelled.class);
    }

    @Test
    void spreadsheetNamedAsWord() {
        var types = """
                <?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override
                PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>""";

        assertThat(refusal(Documents.zip("[Content_Types].xml", types.getBytes(StandardCharsets.UTF_8)), "plan.docx"))
                .isEqualTo(new DocumentRefusal.Mislabelled("Word (.docx)", "bảng tính Excel"));
    }

    @Test
    void zipBombByRatio() {
        var bomb = Documents.withEntry(plain(), "word/media/image1.bin", new byte[3 << 20]);

        assertThat(refusal(bomb, "plan.docx")).isInstanceOf(DocumentRefusal.ArchiveBomb.class);
    }

    @Test
    void zipBombByTotalSize() {
        var noise = new byte[3 << 20];
        new java.util.Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] &= 0x03; // compresses four times: no ratio alarm, but too much in sum
        }
        var bomb = Documents.withEntry(Documents.withEntry(plain(), "word/a.bin", noise), "word/b.bin", noise);

        assertThat(refusal(bomb, "plan.docx")).isInstanceOf(DocumentRefusal.ArchiveBomb.class);
    }

    @Test
    void zipBombByEntryCount() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < 60; i++) {
                zip.putNextEntry(new ZipEntry("word/part" + i + ".xml"));
            }
        }

        assertThat(refusal(out.toByteArray(), "plan.docx")).isInstanceOf(DocumentRefusal.ArchiveBomb.class);
    }

    @Test
    void nestedZipBomb() {
        var inner = Documents.zip("zeros.bin", new byte[5 << 20]);
        var innermost = Documents.zip("inner.zip", Documents.zip("more.zip", Documents.zip("x", new byte[10])));

        assertThat(refusal(Documents.withEntry(plain(), "word/embeddings/a.zip", inner), "plan.docx"))
                .isInstanceOf(DocumentRefusal.ArchiveBomb.class);
        assertThat(refusal(Documents.withEntry(plain(), "word/embeddings/b.zip", innermost), "plan.docx"))
                .isInstanceOf(DocumentRefusal.ArchiveBomb.class);
    }

    @Test
    void headerThatLiesAboutItsSize() throws IOException {
        var content = new byte[8 << 20];
        var crc = new CRC32();
        crc.update(content);
        var bomb = Documents.withEntry(plain(), "word/media/z.bin", content);
        patchUncompressedSize(bomb, crc.getValue(), 10);

        assertThat(refusal(bomb, "plan.docx"))
                .isInstanceOfAny(DocumentRefusal.ArchiveBomb.class, DocumentRefusal.Damaged.class);
    }

    /** Overwrites the size in the central directory entry with this checksum. */
    private static void patchUncompressedSize(byte[] archive, long crc, int size) {
        for (int i = 0; i + 46 < archive.length; i++) {
            boolean directory =
                    archive[i] == 'P' && archive[i + 1] == 'K' && archive[i + 2] == 1 && archive[i + 3] == 2;
            if (directory && Integer.toUnsignedLong(littleEndian(archive, i + 16)) == crc) {
                archive[i + 24] = (byte) size;
                archive[i + 25] = 0;
                archive[i + 26] = 0;
                archive[i + 27] = 0;
            }
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xff)
                | (bytes[at + 1] & 0xff) << 8
                | (bytes[at + 2] & 0xff) << 16
                | (bytes[at + 3] & 0xff) << 24;
    }

    @Test
    void documentTypeDeclarationInWordFile() {
        var xxe = """
                <?xml version="1.0"?><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>
                <w:t>&x;</w:t></w:r></w:p></w:body></w:document>""";

        assertThat(refusal(
                        Documents.withReplaced(plain(), "word/document.xml", xxe.getBytes(StandardCharsets.UTF_8)),
                        "plan.docx"))
                .isInstanceOf(DocumentRefusal.UnsafeXml.class);
    }

    @Test
    void xmlNestedWithoutEnd() {
        var deep = "<a>".repeat(5000) + "</a>".repeat(5000);

        assertThat(refusal(
                        Documents.withEntry(plain(), "word/extra.xml", deep.getBytes(StandardCharsets.UTF_8)),
                        "plan.docx"))
                .isInstanceOf(DocumentRefusal.UnsafeXml.class);
    }

    @Test
    void scanWithoutTextLayer() throws IOException {
        try (var document = new PDDocument()) {
            document.addPage(new PDPage());
            document.addPage(new PDPage());

            assertThat(refusal(Documents.saved(document), "scan.pdf")).isEqualTo(new DocumentRefusal.NoTextLayer(2));
        }
    }

    @Test
    void pdfWithTooManyPages() throws IOException {
        try (var document = new PDDocument()) {
            for (int i = 0; i < 6; i++) {
                document.addPage(new PDPage());
            }

            assertThat(refusal(Documents.saved(document), "long.pdf"))
                    .isEqualTo(new DocumentRefusal.TooManyPages(6, 5));
        }
    }

    @Test
    void pdfWhoseStreamInflatesWithoutMeasure() throws IOException {
        try (var document = new PDDocument()) {
            var page = new PDPage();
            document.addPage(page);
            var stream = new org.apache.pdfbox.pdmodel.common.PDStream(document);
            try (var out = stream.createOutputStream(org.apache.pdfbox.cos.COSName.FLATE_DECODE)) {
                out.write(new byte[8 << 20]);
            }
            page.setContents(stream);

            assertThat(refusal(Documents.saved(document), "bomb.pdf")).isInstanceOf(DocumentRefusal.ArchiveBomb.class);
        }
    }

    @Test
    void formsThatDrawEachOtherManyTimesStopInTime() throws IOException {
        var limits = new IntakeLimits(2L << 20, 4L << 20, 100, 50, 60, 5, 50_000, Duration.ofSeconds(2));
        var bomb = drawingBomb();
        var refused = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(15),
                () -> catchThrowableOfType(
                        DocumentRefused.class, () -> new PlanDocumentReader(limits).read(bomb, "bomb.pdf", null)));

        assertThat(refused.refusal())
                .isInstanceOfAny(
                        DocumentRefusal.TooSlow.class,
                        DocumentRefusal.NoTextLayer.class,
                        DocumentRefusal.Damaged.class);
    }

    /** Ten forms, each of which draws the next one thirty times. */
    private static byte[] drawingBomb() throws IOException {
        try (var document = new PDDocument()) {
            org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject inner = null;
            for (int depth = 0; depth < 10; depth++) {
                var form = new org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject(document);
                form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(100, 100));
                var resources = new org.apache.pdfbox.pdmodel.PDResources();
                form.setResources(resources);
                if (inner != null) {
                    var name = resources.add(inner).getName();
                    try (var out = form.getContentStream().createOutputStream()) {
                        out.write(("/" + name + " Do ").repeat(30).getBytes(StandardCharsets.US_ASCII));
                    }
                }
                inner = form;
            }
            var page = new PDPage();
            document.addPage(page);
            try (var content = new org.apache.pdfbox.pdmodel.PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            return Documents.saved(document);
        }
    }

    @Test
    void damagedFiles() {
        var word = plain();
        assertThat(refusal(java.util.Arrays.copyOf(word, word.length / 2), "plan.docx"))
                .isInstanceOf(DocumentRefusal.Damaged.class);
        assertThat(refusal("%PDF-1.7\nrubbish".getBytes(StandardCharsets.US_ASCII), "plan.pdf"))
                .isInstanceOf(DocumentRefusal.Damaged.class);
    }

    @Test
    void textThatIsNoUnicode() {
        byte[] oldEncoding = {'K', (byte) 0xd5, ' ', 'h', 'o', (byte) 0xb9, 'c', 'h', (byte) 0xff};
        byte[] binary = new byte[300];

        assertThat(refusal(oldEncoding, "plan.txt")).isInstanceOf(DocumentRefusal.NotText.class);
        assertThat(refusal(binary, "plan.txt")).isInstanceOf(DocumentRefusal.NotText.class);
    }

    @Test
    void textBeyondTheLimit() {
        var long60k = "Kế hoạch rất dài. ".repeat(4000);

        assertThat(refusal(long60k.getBytes(StandardCharsets.UTF_8), "plan.txt"))
                .isEqualTo(new DocumentRefusal.TooMuchText(50_000));
        assertThat(refusal(
                        Documents.docx(it -> {
                            for (int i = 0; i < 40; i++) {
                                Documents.paragraphs(it, "Đoạn " + i + " " + "x".repeat(2000));
                            }
                        }),
                        "plan.docx"))
                .isEqualTo(new DocumentRefusal.TooMuchText(50_000));
    }

    @Test
    void everyRefusalTellsAnOfficialWhatToDo() {
        for (var refusal : List.<DocumentRefusal>of(
                new DocumentRefusal.Empty(),
                new DocumentRefusal.TooLarge(1, 1),
                new DocumentRefusal.Encrypted(DocumentFormat.PDF),
                new DocumentRefusal.MacroCarrying("x"),
                new DocumentRefusal.Mislabelled("a", "b"),
                new DocumentRefusal.Unsupported("a"),
                new DocumentRefusal.ArchiveBomb("a"),
                new DocumentRefusal.UnsafeXml("a", "b"),
                new DocumentRefusal.Damaged(DocumentFormat.DOCX, null),
                new DocumentRefusal.NoTextLayer(3),
                new DocumentRefusal.NoText(DocumentFormat.DOCX),
                new DocumentRefusal.NotText("a"),
                new DocumentRefusal.TooManyPages(9, 5),
                new DocumentRefusal.TooMuchText(5),
                new DocumentRefusal.TooSlow(Duration.ofSeconds(5)))) {
            assertThat(refusal.code()).matches("document\\.[a-z-]+");
            assertThat(refusal.message()).contains("Hãy").doesNotContain("%");
        }
    }

    private static byte[] plain() {
        return Documents.docx(it -> Documents.paragraphs(it, "KẾ HOẠCH", "Làm sạch đường thôn"));
    }

    private DocumentRefusal refusal(byte[] content, String name) {
        var scratch = scratchFilesOfPdfBox();
        countTemporaryFiles();
        var refused = catchThrowableOfType(DocumentRefused.class, () -> reader.read(content, name, null));
        TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
        assertThat(refused).as("%s is refused", name).isNotNull();
        assertThat(temporaryFiles).hasValue(0);
        assertThat(scratchFilesOfPdfBox()).isSubsetOf(scratch);
        return refused.refusal();
    }
}
