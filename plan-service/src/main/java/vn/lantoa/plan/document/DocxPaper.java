package vn.lantoa.plan.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.text.Normalizer;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableRowAlign;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;
import vn.lantoa.plan.document.Paper.Block;
import vn.lantoa.plan.document.Paper.Grid;
import vn.lantoa.plan.document.Paper.Line;
import vn.lantoa.plan.document.Paper.Pair;
import vn.lantoa.plan.document.Paper.Rule;

/**
 * A paper as a Word document (Office Open XML). Each element has a paragraph style of its own, so that who edits the document keeps its
 * look; text is NFC. The same paper makes the same bytes.
 */
final class DocxPaper {

    /** Twentieths of a point. */
    private static final int TWIPS = 20;

    /** From the office of the signer to the name, in points: room for the signature and the seal. */
    private static final int SIGNING_ROOM = 72;

    private static final int RULE_HEIGHT = 3;

    /** Entries of an archive carry no moment of their own: the first that the format can say. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Paper paper;
    private final PaperRules rules;
    private final XWPFDocument document;

    private DocxPaper(Paper paper, XWPFDocument document) {
        this.paper = paper;
        this.rules = paper.rules();
        this.document = document;
    }

    static byte[] write(Paper paper) {
        try (var document = new XWPFDocument()) {
            new DocxPaper(paper, document).write();
            var out = new ByteArrayOutputStream();
            document.write(out);
            return withoutTimes(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("A plan cannot be written as a document", e);
        }
    }

    private void write() {
        properties(document.getProperties());
        styles();
        page();
        for (var pair : paper.head()) {
            sideBySide(pair);
        }
        paper.body().forEach(this::block);
        keepLastWithNext();
        sideBySide(paper.end());
        smallLastParagraph();
    }

    private void properties(POIXMLProperties properties) {
        var moment = Optional.of(Date.from(paper.at()));
        var core = properties.getCoreProperties();
        core.setTitle(nfc(paper.title()));
        core.setCreator("");
        core.setCreated(moment);
        core.setModified(moment);
        core.setIdentifier(paper.planId().toString());
        properties.getExtendedProperties().setApplication("Lan Tỏa");
    }

    // --- styles

    private void styles() {
        var styles = document.createStyles();
        var fonts = CTFonts.Factory.newInstance();
        name(fonts);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
        rules.looks().forEach(look -> styles.addStyle(new XWPFStyle(style(look), styles)));
    }

    private CTStyle style(Look look) {
        var style = CTStyle.Factory.newInstance();
        style.setType(STStyleType.PARAGRAPH);
        style.setStyleId(look.element().style());
        style.addNewName().setVal("Lan Tỏa: " + look.element().vietnamese());
        style.addNewQFormat();
        var paragraph = style.addNewPPr();
        paragraph.addNewJc().setVal(STJc.Enum.forString(look.align().word()));
        var spacing = paragraph.addNewSpacing();
        spacing.setBefore(twips(gapBefore(look.element())));
        spacing.setAfter(BigInteger.ZERO);
        if (isIndented(look.element())) {
            paragraph.addNewInd().setFirstLine(twips(PaperRules.points(PaperRules.FIRST_LINE_MM)));
        }
        if (look.element() == Element.SECTION || look.element() == Element.SUBSECTION) {
            paragraph.addNewKeepNext();
        }
        font(style.addNewRPr(), look);
        return style;
    }

    private static double gapBefore(Element element) {
        return switch (element) {
            case BASIS, SECTION, SUBSECTION, BODY, ADDRESSEE -> PaperRules.PARAGRAPH_GAP;
            case TYPE -> 18;
            case SIGNER -> SIGNING_ROOM;
            default -> 0;
        };
    }

    private static boolean isIndented(Element element) {
        return switch (element) {
            case BASIS, SECTION, SUBSECTION, BODY, ADDRESSEE -> true;
            default -> false;
        };
    }

    private static void font(CTRPr run, Look look) {
        name(run.addNewRFonts());
        if (look.isBold()) {
            run.addNewB();
        }
        if (look.isItalic()) {
            run.addNewI();
        }
        run.addNewColor().setVal("000000");
        var size = BigInteger.valueOf(Math.round(look.size() * 2));
        run.addNewSz().setVal(size);
        run.addNewSzCs().setVal(size);
    }

    private static void name(CTFonts fonts) {
        fonts.setAscii(PaperRules.FONT);
        fonts.setHAnsi(PaperRules.FONT);
        fonts.setCs(PaperRules.FONT);
        fonts.setEastAsia(PaperRules.FONT);
    }

    // --- page

    private void page() {
        var body = document.getDocument().getBody();
        CTSectPr section = body.isSetSectPr() ? body.getSectPr() : body.addNewSectPr();
        var size = section.addNewPgSz();
        size.setW(twips(PaperRules.points(PaperRules.Page.WIDTH_MM)));
        size.setH(twips(PaperRules.points(PaperRules.Page.HEIGHT_MM)));
        size.setOrient(STPageOrientation.PORTRAIT);
        var page = rules.page();
        var margins = section.addNewPgMar();
        margins.setTop(twips(PaperRules.points(page.top())));
        margins.setBottom(twips(PaperRules.points(page.bottom())));
        margins.setLeft(twips(PaperRules.points(page.left())));
        margins.setRight(twips(PaperRules.points(page.right())));
        margins.setHeader(twips(PaperRules.points(PaperRules.PAGE_NUMBER_MM)));
        margins.setFooter(twips(PaperRules.points(PaperRules.PAGE_NUMBER_MM)));
        margins.setGutter(BigInteger.ZERO);
        section.addNewPgNumType().setStart(BigInteger.ONE);
        section.addNewTitlePg(); // the first page shows no number
        document.createHeader(HeaderFooterType.FIRST).createParagraph();
        var number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        look(number, Element.PAGE_NUMBER);
        field(number, STFldCharType.BEGIN);
        run(number, Element.PAGE_NUMBER).getCTR().addNewInstrText().setStringValue("PAGE");
        field(number, STFldCharType.SEPARATE);
        run(number, Element.PAGE_NUMBER).setText("2");
        field(number, STFldCharType.END);
    }

    private void field(XWPFParagraph paragraph, STFldCharType.Enum type) {
        run(paragraph, Element.PAGE_NUMBER).getCTR().addNewFldChar().setFldCharType(type);
    }

    // --- blocks

    private void block(Block block) {
        switch (block) {
            case Line it -> line(document.createParagraph(), it);
            case Rule it -> rule(document.createParagraph(), it, rules.page().textWidthPoints());
            case Grid it -> grid(it);
        }
    }

    private void line(XWPFParagraph paragraph, Line line) {
        look(paragraph, line.element());
        run(paragraph, line.element()).setText(nfc(line.text()));
    }

    private void look(XWPFParagraph paragraph, Element element) {
        paragraph.setStyle(element.style());
    }

    /** The look is said again where the text is: programs that drop styles keep it. */
    private XWPFRun run(XWPFParagraph paragraph, Element element) {
        var look = rules.look(element);
        var run = paragraph.createRun();
        run.setFontFamily(PaperRules.FONT);
        run.setFontSize(look.size());
        if (look.isBold()) {
            run.setBold(true);
        }
        if (look.isItalic()) {
            run.setItalic(true);
        }
        if (look.underlined()) {
            run.setUnderline(UnderlinePatterns.SINGLE);
        }
        return run;
    }

    /** A paragraph without height whose upper border is the line, centred by equal indents. */
    private void rule(XWPFParagraph paragraph, Rule rule, double available) {
        double side = Math.max(0, (available - rule.points()) / 2);
        paragraph.setIndentationLeft((int) Math.round(side * TWIPS));
        paragraph.setIndentationRight((int) Math.round(side * TWIPS));
        paragraph.setSpacingBefore(2 * TWIPS);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(RULE_HEIGHT, LineSpacingRule.EXACT);
        paragraph.setBorderTop(Borders.SINGLE);
        var border = paragraph.getCTP().getPPr().getPBdr().getTop();
        border.setSz(BigInteger.valueOf(6));
        border.setSpace(BigInteger.ZERO);
        border.setColor("000000");
        var run = paragraph.createRun();
        run.setFontFamily(PaperRules.FONT);
        run.setFontSize(1);
    }

    // --- tables

    private void sideBySide(Pair pair) {
        double width = rules.page().textWidthPoints();
        double left = width * Paper.LEFT_COLUMN;
        var table = table(1, List.of(left, width - left));
        table.removeBorders();
        table.getRow(0).setCantSplitRow(true);
        cell(table, 0, pair.left(), left);
        cell(table, 1, pair.right(), width - left);
        gap(6);
    }

    private void cell(XWPFTable table, int column, List<Block> blocks, double width) {
        var cell = table.getRow(0).getCell(column);
        boolean first = true;
        for (var block : blocks) {
            var paragraph = first ? cell.getParagraphs().getFirst() : cell.addParagraph();
            first = false;
            switch (block) {
                case Line it -> line(paragraph, it);
                case Rule it -> rule(paragraph, it, width);
                case Grid _ -> throw new IllegalArgumentException("a table within a table");
            }
        }
    }

    private void grid(Grid grid) {
        double width = rules.page().textWidthPoints();
        var widths = java.util.stream.IntStream.range(0, grid.widths().size())
                .mapToObj(column -> grid.share(column) * width)
                .toList();
        gap(6);
        var table = table(grid.rows().size() + 1, widths);
        margins(table.getCTTbl().getTblPr(), 2, 4);
        row(table, 0, grid.head(), Element.TABLE_HEAD);
        table.getRow(0).setRepeatHeader(true);
        table.getRow(0).setCantSplitRow(true);
        for (int i = 0; i < grid.rows().size(); i++) {
            row(table, i + 1, grid.rows().get(i), Element.TABLE_TEXT);
            table.getRow(i + 1).setCantSplitRow(true);
        }
        gap(1);
    }

    private void row(XWPFTable table, int row, List<String> texts, Element element) {
        for (int column = 0; column < texts.size(); column++) {
            var cell = table.getRow(row).getCell(column);
            cell.setVerticalAlignment(XWPFTableCell.XWPFVertAlign.CENTER);
            var paragraph = cell.getParagraphs().getFirst();
            line(paragraph, new Line(element, texts.get(column)));
            if (element == Element.TABLE_TEXT && column != 1) {
                paragraph.setAlignment(ParagraphAlignment.CENTER);
            }
        }
    }

    /** A table of fixed columns, over the whole width. */
    private XWPFTable table(int rows, List<Double> widths) {
        var table = document.createTable(rows, widths.size());
        var properties = table.getCTTbl().getTblPr();
        var total = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        width(total, widths.stream().mapToDouble(Double::doubleValue).sum());
        properties.addNewTblLayout().setType(STTblLayoutType.FIXED);
        table.setTableAlignment(TableRowAlign.CENTER);
        margins(properties, 0, 0);
        var columns = table.getCTTbl().getTblGrid() == null
                ? table.getCTTbl().addNewTblGrid()
                : table.getCTTbl().getTblGrid();
        while (columns.sizeOfGridColArray() > 0) {
            columns.removeGridCol(0);
        }
        widths.forEach(it -> columns.addNewGridCol().setW(twips(it)));
        for (var row : table.getRows()) {
            for (int column = 0; column < widths.size(); column++) {
                var cell = row.getCell(column).getCTTc();
                var cellProperties = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
                width(
                        cellProperties.isSetTcW() ? cellProperties.getTcW() : cellProperties.addNewTcW(),
                        widths.get(column));
            }
        }
        return table;
    }

    /** Said also when it is nothing: left out, programs take margins of their own. */
    private static void margins(CTTblPr table, double vertical, double horizontal) {
        var margins = table.isSetTblCellMar() ? table.getTblCellMar() : table.addNewTblCellMar();
        width(margins.isSetTop() ? margins.getTop() : margins.addNewTop(), vertical);
        width(margins.isSetLeft() ? margins.getLeft() : margins.addNewLeft(), horizontal);
        width(margins.isSetBottom() ? margins.getBottom() : margins.addNewBottom(), vertical);
        width(margins.isSetRight() ? margins.getRight() : margins.addNewRight(), horizontal);
    }

    private static void width(CTTblWidth target, double points) {
        target.setType(STTblWidth.DXA);
        target.setW(twips(points));
    }

    /** Two tables without a paragraph between them become one. */
    private void gap(int points) {
        var paragraph = document.createParagraph();
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(points, LineSpacingRule.EXACT);
        var run = paragraph.createRun();
        run.setFontFamily(PaperRules.FONT);
        run.setFontSize(1);
    }

    /** Nobody signs a page that holds nothing but the signature. */
    private void keepLastWithNext() {
        if (paper.body().getLast() instanceof Line) {
            document.getParagraphs().getLast().setKeepNext(true);
            gap(10);
            document.getParagraphs().getLast().setKeepNext(true);
        }
    }

    private void smallLastParagraph() {
        document.getParagraphs().getLast().setSpacingBetween(1, LineSpacingRule.EXACT);
    }

    private static BigInteger twips(double points) {
        return BigInteger.valueOf(Math.round(points * TWIPS));
    }

    private static String nfc(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static byte[] withoutTimes(byte[] archive) throws IOException {
        var out = new ByteArrayOutputStream(archive.length);
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive));
                var zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(NO_TIME);
                zip.putNextEntry(same);
                in.transferTo(zip);
            }
        }
        return out.toByteArray();
    }
}
