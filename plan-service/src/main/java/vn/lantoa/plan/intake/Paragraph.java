package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paragraph put together again from its lines, with the marker in front of it. */
record Paragraph(Passage passage, @Nullable Marker marker) {
    private static final int WRAP_WIDTH_MAX = 140;
    private static final int WRAP_LINES_MIN = 12;
    private static final double FULL_LINE = 0.72;

    static Paragraph of(Passage passage) {
        return new Paragraph(passage, Marker.of(passage));
    }

    /** The words after the marker. */
    Passage content() {
        return marker == null ? passage : passage.from(marker.width());
    }

    boolean isBullet() {
        return marker != null && marker.isBullet();
    }

    /**
     * Joins lines that a page break, a converter or a narrow page split. Word's paragraphs come whole, so only a break
     * in mid-sentence is mended there.
     */
    static List<Paragraph> join(List<Line> lines, boolean wholeParagraphs) {
        int width = wholeParagraphs ? 0 : wrapWidth(lines);
        boolean blankLinesSeparate = width > 0 && blankLinesSeparate(lines);
        List<Paragraph> paragraphs = new ArrayList<>();
        Passage open = Passage.NONE;
        int lastLength = 0;
        for (var line : lines) {
            if (!open.isEmpty() && continues(open, lastLength, line, width, blankLinesSeparate)) {
                open = open.then(line.passage());
            } else {
                if (!open.isEmpty()) {
                    paragraphs.add(Paragraph.of(open));
                }
                open = line.passage();
            }
            lastLength = line.passage().length();
        }
        if (!open.isEmpty()) {
            paragraphs.add(Paragraph.of(open));
        }
        return paragraphs;
    }

    private static boolean continues(Passage open, int lastLength, Line line, int width, boolean blankLinesSeparate) {
        var text = line.text();
        if (Marker.of(line.passage()) != null || Captions.opensWithCaption(line.passage())) {
            return false;
        }
        boolean ended = Words.endsSentence(open.text()) || open.text().endsWith("./");
        if (!ended && !Words.isUpperCase(open.text()) && Words.startsLowerCase(text)) {
            return true;
        }
        if (Words.isUpperCase(open.text()) || Words.isUpperCase(text)) {
            return width > 0
                    && !line.afterBlank()
                    && Words.isUpperCase(open.text())
                    && Words.isUpperCase(text)
                    && !ended;
        }
        if (!ended && (open.text().endsWith(",") || open.text().endsWith("-"))) {
            return true;
        }
        if (width == 0) {
            return false;
        }
        if (blankLinesSeparate) {
            return !line.afterBlank();
        }
        return !line.afterBlank() && lastLength >= width * FULL_LINE && !(ended && lastLength < width * 0.9);
    }

    /** The usual length of a full line when the text is wrapped to a page, else 0. */
    private static int wrapWidth(List<Line> lines) {
        var lengths = lines.stream()
                .mapToInt(line -> line.passage().length())
                .sorted()
                .toArray();
        if (lengths.length < WRAP_LINES_MIN || lengths[lengths.length * 97 / 100] > WRAP_WIDTH_MAX) {
            return 0;
        }
        return lengths[lengths.length * 9 / 10];
    }

    private static boolean blankLinesSeparate(List<Line> lines) {
        long separated = lines.stream().filter(Line::afterBlank).count();
        return separated * 5 > lines.size();
    }
}
