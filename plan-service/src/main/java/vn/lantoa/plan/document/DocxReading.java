package vn.lantoa.plan.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import vn.lantoa.plan.document.DocxSheet.Para;
import vn.lantoa.plan.document.DocxSheet.Run;
import vn.lantoa.plan.document.DocxSheet.Section;

/** Reads how a Word document looks. The archive has been looked through before: its size and depth are bounded. */
final class DocxReading {

    private static final String BODY_PART = "word/document.xml";
    private static final int SINGLE = 240;
    /** What Word takes where nothing names a size. */
    private static final int DEFAULT_HALF_POINTS = 20;

    /** The sheet that Word takes where the document names none. */
    private static final int LETTER_WIDTH = 12_240;

    private static final int LETTER_HEIGHT = 15_840;
    private static final int INCH = 1_440;

    private static final int NESTING = 12;

    private final Map<String, Element> parts = new HashMap<>();
    private final DocxStyles styles;
    private final List<Para> paragraphs = new ArrayList<>();
    private final List<Section> sections = new ArrayList<>();
    private int tables;

    private DocxReading(byte[] archive) {
        try (var in = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                var name = entry.getName();
                if (name.equals(BODY_PART)
                        || name.equals("word/styles.xml")
                        || name.equals("word/_rels/document.xml.rels")
                        || name.matches("word/(?:header|footer)\\d*\\.xml")) {
                    parts.put(name, Xml.parse(in.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.styles = new DocxStyles(parts.get("word/styles.xml"));
    }

    /** @throws IllegalArgumentException when it is no Word document */
    static DocxSheet of(byte[] archive) {
        return new DocxReading(archive).sheet();
    }

    private DocxSheet sheet() {
        var document = parts.get(BODY_PART);
        var body = Xml.child(document, "body");
        if (body == null) {
            throw new IllegalArgumentException("no Word document");
        }
        var last = Xml.child(body, "sectPr");
        int width = textWidth(last);
        blocks(body, new Place(-1, 0, 0, 1, width), 0);
        for (var properties : descendantsOfParagraphs(body)) {
            sections.add(section(properties));
        }
        sections.add(section(last));
        var text = List.copyOf(paragraphs);
        return new DocxSheet(
                sections,
                text,
                headerOf(last, "headerReference", "first"),
                headerOf(last, "headerReference", "default"),
                headerOf(last, "footerReference", "default"));
    }

    private record Place(int table, int row, int column, int columns, int width) {}

    private void blocks(Element parent, Place place, int depth) {
        if (depth > NESTING) {
            return;
        }
        for (var child : Xml.children(parent)) {
            if (Xml.is(child, "p")) {
                paragraphs.add(paragraph(child, place));
            } else if (Xml.is(child, "tbl")) {
                table(child, depth);
            } else if (Xml.is(child, "sdt") || Xml.is(child, "sdtContent")) {
                blocks(child, place, depth + 1);
            }
        }
    }

    private void table(Element table, int depth) {
        int number = tables++;
        int row = 0;
        for (var tr : Xml.children(table, "tr")) {
            var cells = Xml.children(tr, "tc");
            for (int column = 0; column < cells.size(); column++) {
                int width = Xml.number(Xml.path(cells.get(column), "tcPr", "tcW"), "w", 0);
                blocks(cells.get(column), new Place(number, row, column, cells.size(), width), depth + 1);
            }
            row++;
        }
    }

    private Para paragraph(Element paragraph, Place place) {
        var own = Xml.child(paragraph, "pPr");
        var chain = styles.ofParagraph(own);
        var runs = new ArrayList<Run>();
        boolean[] marks = new boolean[2];
        runs(paragraph, own, runs, marks, 0);
        var border = strongest(chain, "pBdr");
        return new Para(
                runs,
                alignment(Xml.attribute(strongest(chain, "jc"), "val", "left")),
                number(chain, "ind", "firstLine", 0) - number(chain, "ind", "hanging", 0),
                Math.max(number(chain, "ind", "left", 0), number(chain, "ind", "start", 0)),
                Math.max(number(chain, "ind", "right", 0), number(chain, "ind", "end", 0)),
                number(chain, "spacing", "before", 0),
                number(chain, "spacing", "after", 0),
                number(chain, "spacing", "line", SINGLE),
                !word(chain, "spacing", "lineRule", "auto").equals("auto"),
                isDrawn(border, "top") || isDrawn(border, "bottom"),
                marks[0],
                marks[1],
                place.table(),
                place.row(),
                place.column(),
                place.columns(),
                place.width());
    }

    private static boolean isDrawn(@Nullable Element border, String side) {
        var line = Xml.child(border, side);
        return line != null && !List.of("none", "nil", "").contains(Xml.attribute(line, "val", ""));
    }

    private static String alignment(String word) {
        return switch (word) {
            case "start" -> "left";
            case "end" -> "right";
            case "distribute" -> "both";
            default -> word;
        };
    }

    /** @param marks whether a drawing, and whether the number of the page, was met */
    private void runs(Element parent, @Nullable Element paragraph, List<Run> runs, boolean[] marks, int depth) {
        if (depth > NESTING) {
            return;
        }
        for (var child : Xml.children(parent)) {
            switch (String.valueOf(child.getLocalName())) {
                case "r" -> run(child, paragraph, runs, marks);
                case "fldSimple" -> {
                    marks[1] |= Xml.attribute(child, "instr", "").contains("PAGE");
                    runs(child, paragraph, runs, marks, depth + 1);
                }
                case "hyperlink", "ins", "smartTag", "sdt", "sdtContent" ->
                    runs(child, paragraph, runs, marks, depth + 1);
                default -> {}
            }
        }
    }

    private void run(Element run, @Nullable Element paragraph, List<Run> runs, boolean[] marks) {
        var text = new StringBuilder();
        for (var child : Xml.children(run)) {
            switch (String.valueOf(child.getLocalName())) {
                case "t" -> text.append(child.getTextContent());
                case "tab" -> text.append('\t');
                case "br" -> text.append('\n');
                case "noBreakHyphen" -> text.append('-');
                case "instrText" -> marks[1] |= child.getTextContent().contains("PAGE");
                case "drawing", "pict", "AlternateContent", "object" -> marks[0] = true;
                default -> {}
            }
        }
        if (text.isEmpty()) {
            return;
        }
        var chain = styles.ofRun(paragraph, Xml.child(run, "rPr"));
        runs.add(new Run(
                text.toString(),
                font(chain),
                number(chain, "sz", "val", DEFAULT_HALF_POINTS) / 2.0,
                isOn(chain, "b"),
                isOn(chain, "i"),
                !word(chain, "u", "val", "none").equals("none"),
                isOn(chain, "caps"),
                word(chain, "color", "val", "auto").toLowerCase(Locale.ROOT)));
    }

    private static String font(List<Element> chain) {
        var named = word(chain, "rFonts", "hAnsi", "");
        return named.isEmpty() ? word(chain, "rFonts", "ascii", "") : named;
    }

    private static boolean isOn(List<Element> chain, String property) {
        var found = strongest(chain, property);
        return found != null && Xml.isOn(Xml.attribute(found, "val", "1"));
    }

    private static @Nullable Element strongest(List<Element> chain, String property) {
        Element found = null;
        for (var properties : chain) {
            var it = Xml.child(properties, property);
            found = it == null ? found : it;
        }
        return found;
    }

    /** Each attribute is inherited by itself: a style may set the space before, the paragraph that after it. */
    private static int number(List<Element> chain, String property, String attribute, int otherwise) {
        int found = otherwise;
        for (var properties : chain) {
            found = Xml.number(Xml.child(properties, property), attribute, found);
        }
        return found;
    }

    private static String word(List<Element> chain, String property, String attribute, String otherwise) {
        var found = otherwise;
        for (var properties : chain) {
            found = Xml.attribute(Xml.child(properties, property), attribute, found);
        }
        return found;
    }

    private static List<Element> descendantsOfParagraphs(Element body) {
        return Xml.children(body, "p").stream()
                .map(it -> Xml.path(it, "pPr", "sectPr"))
                .filter(it -> it != null)
                .toList();
    }

    private static int textWidth(@Nullable Element properties) {
        var section = section(properties);
        return section.width() - section.left() - section.right();
    }

    private static Section section(@Nullable Element properties) {
        var size = Xml.child(properties, "pgSz");
        var margins = Xml.child(properties, "pgMar");
        var title = Xml.child(properties, "titlePg");
        var numbers = Xml.child(properties, "pgNumType");
        int start = Xml.number(numbers, "start", Integer.MIN_VALUE);
        return new Section(
                Xml.number(size, "w", LETTER_WIDTH),
                Xml.number(size, "h", LETTER_HEIGHT),
                Xml.number(margins, "top", INCH),
                Xml.number(margins, "bottom", INCH),
                Xml.number(margins, "left", INCH),
                Xml.number(margins, "right", INCH),
                Xml.number(margins, "header", INCH / 2),
                title != null && Xml.isOn(Xml.attribute(title, "val", "1")),
                start == Integer.MIN_VALUE ? null : start);
    }

    private List<Para> headerOf(@Nullable Element properties, String reference, String type) {
        for (var it : Xml.children(properties, reference)) {
            if (Xml.attribute(it, "type", "").equals(type)) {
                var id = Xml.attribute(it, "id", "");
                for (var relation : Xml.children(parts.get("word/_rels/document.xml.rels"))) {
                    var part = parts.get("word/" + Xml.attribute(relation, "Target", ""));
                    if (Xml.attribute(relation, "Id", "").equals(id) && part != null) {
                        return reading(part);
                    }
                }
            }
        }
        return List.of();
    }

    /** Word keeps the number of the page in a block of its own. */
    private List<Para> reading(Element part) {
        int before = paragraphs.size();
        blocks(part, new Place(-1, 0, 0, 1, 0), 0);
        var added = paragraphs.subList(before, paragraphs.size());
        var found = List.copyOf(added);
        added.clear();
        return found;
    }
}
