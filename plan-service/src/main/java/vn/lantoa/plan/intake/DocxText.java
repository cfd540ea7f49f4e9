package vn.lantoa.plan.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.NotOfficeXmlFileException;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * The text of a Word document in reading order: paragraphs, tables cell by cell (letterhead and signature stand in
 * borderless tables), automatic numbers as text. A table inside a cell becomes lines of that cell.
 */
final class DocxText {
    private static final int MAX_NESTING = 8;

    private final IntakeLimits limits;
    private final StringBuilder text = new StringBuilder();
    private final List<DocumentText.Table> tables = new ArrayList<>();

    DocxText(IntakeLimits limits) {
        this.limits = limits;
    }

    DocumentText read(byte[] content) {
        new OoxmlGuard(limits).check(content);
        try (var document = new XWPFDocument(new ByteArrayInputStream(content))) {
            var numbering = new WordNumbering(document);
            appendBody(document, numbering, 0);
        } catch (NotOfficeXmlFileException e) {
            throw new DocumentRefused(new DocumentRefusal.Mislabelled("Word (.docx)", "tệp nén ZIP"), e);
        } catch (IOException | RuntimeException e) {
            if (e instanceof DocumentRefused refused) {
                throw refused;
            }
            throw new DocumentRefused(new DocumentRefusal.Damaged(DocumentFormat.DOCX, e.getMessage()), e);
        }
        return new DocumentText(text.toString(), DocumentFormat.DOCX, List.of(), tables, List.of());
    }

    private void appendBody(IBody body, WordNumbering numbering, int nesting) {
        if (nesting > MAX_NESTING) {
            throw new DocumentRefused(new DocumentRefusal.UnsafeXml("word/document.xml", "bảng lồng quá sâu"));
        }
        for (IBodyElement element : body.getBodyElements()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new DocumentRefused(new DocumentRefusal.TooSlow(limits.maxTime()));
            }
            switch (element) {
                case XWPFParagraph paragraph -> append(numbering.numberOf(paragraph) + paragraph.getText());
                case XWPFTable table -> appendTable(table, numbering, nesting);
                case XWPFSDT control -> append(control.getContent().getText());
                default -> {}
            }
        }
    }

    private void appendTable(XWPFTable table, WordNumbering numbering, int nesting) {
        List<DocumentText.Row> rows = new ArrayList<>();
        for (var row : table.getRows()) {
            List<DocumentText.Cell> cells = new ArrayList<>();
            for (var cell : row.getTableCells()) {
                int start = text.length();
                appendBody(cell, numbering, nesting + 1);
                cells.add(new DocumentText.Cell(start, Math.max(start, text.length() - 1)));
            }
            if (!cells.isEmpty()) {
                rows.add(new DocumentText.Row(cells));
            }
        }
        text.append('\n');
        if (!rows.isEmpty() && nesting == 0) {
            tables.add(new DocumentText.Table(rows));
        }
    }

    private void append(String paragraph) {
        var clean = TextCleaning.clean(paragraph);
        if (text.length() + clean.length() > limits.maxCharacters()) {
            throw new DocumentRefused(new DocumentRefusal.TooMuchText(limits.maxCharacters()));
        }
        text.append(clean).append('\n');
    }

    static {
        // Our own guard measures every entry first; the library's ratio must not refuse what the guard allowed.
        ZipSecureFile.setMinInflateRatio(0.001);
    }
}
