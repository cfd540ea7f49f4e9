package vn.lantoa.plan.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** Documents for tests, made with the real libraries. */
final class Documents {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private Documents() {}

    static ExtractedPlan plan(String resource) {
        return new PlanReader().read(DocumentText.of(text(resource)));
    }

    static String text(String resource) {
        try (var in = Documents.class.getResourceAsStream("/intake/" + resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The plan the demo reads; it lives with the launcher. */
    static String demoPlan() {
        try {
            return Files.readString(
                    Path.of("..", "deploy", "local", "src", "main", "resources", "sample", "ke-hoach-xa-may-ha.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] docx(DocxContent content) {
        try (var document = new XWPFDocument()) {
            content.write(document);
            var out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    interface DocxContent {
        void write(XWPFDocument document) throws IOException;
    }

    static void paragraphs(XWPFDocument document, String... texts) {
        for (var text : texts) {
            document.createParagraph().createRun().setText(text);
        }
    }

    /** A borderless table of one row, one paragraph a line, as letterheads and signatures are set. */
    static void sideBySide(XWPFDocument document, List<String> left, List<String> right) {
        var table = document.createTable(1, 2);
        table.removeBorders();
        fill(table.getRow(0).getCell(0), left);
        fill(table.getRow(0).getCell(1), right);
    }

    private static void fill(org.apache.poi.xwpf.usermodel.XWPFTableCell cell, List<String> lines) {
        cell.removeParagraph(0);
        lines.forEach(line -> cell.addParagraph().createRun().setText(line));
    }

    static void table(XWPFDocument document, String[]... rows) {
        var table = document.createTable(rows.length, rows[0].length);
        for (int r = 0; r < rows.length; r++) {
            for (int c = 0; c < rows[r].length; c++) {
                table.getRow(r).getCell(c).setText(rows[r][c]);
            }
        }
    }

    /** Adds an automatic list to the document; its number is to be set on paragraphs. */
    static BigInteger numbering(XWPFDocument document, STNumberFormat.Enum[] formats, String[] patterns) {
        var list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(
                BigInteger.valueOf(document.createNumbering().getAbstractNums().size()));
        for (int level = 0; level < formats.length; level++) {
            var definition = list.addNewLvl();
            definition.setIlvl(BigInteger.valueOf(level));
            definition.addNewStart().setVal(BigInteger.ONE);
            definition.addNewNumFmt().setVal(formats[level]);
            definition.addNewLvlText().setVal(patterns[level]);
        }
        var id = document.getNumbering().addAbstractNum(new org.apache.poi.xwpf.usermodel.XWPFAbstractNum(list));
        return document.getNumbering().addNum(id);
    }

    static void numbered(XWPFDocument document, BigInteger list, int level, String text) {
        var paragraph = document.createParagraph();
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
        paragraph.createRun().setText(text);
    }

    /** Pages of short lines in an embedded font. */
    static byte[] pdf(List<List<String>> pages) {
        try (var document = new PDDocument();
                var fontFile = PDDocument.class.getResourceAsStream(FONT)) {
            var font = PDType0Font.load(document, fontFile, true);
            for (var lines : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    float y = 750;
                    for (var line : lines) {
                        content.beginText();
                        content.setFont(font, 11);
                        content.newLineAtOffset(60, y);
                        content.showText(line);
                        content.endText();
                        y -= 15;
                    }
                }
            }
            return saved(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] saved(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A copy of the archive with one entry more. */
    static byte[] withEntry(byte[] archive, String name, byte[] content) {
        return rewritten(archive, null, name, content);
    }

    /** A copy of the archive with one entry replaced. */
    static byte[] withReplaced(byte[] archive, String name, byte[] content) {
        return rewritten(archive, name, name, content);
    }

    private static byte[] rewritten(byte[] archive, String left, String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.getName().equals(left)) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    in.transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] zip(String name, byte[] content) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
