package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A paragraph put together again from its lines, with the marker in front of it. */
record Paragraph(Passage passage, @Nullable Marker marker) {
    private static final int WRAP_WIDTH_MAX = 140;
    private static final int WRAP_LINES_MIN = 10;
    /** No paragraph of a plan is longer; what is, was not one paragraph. In characters. */
    private static final int LONGEST = 8_000;

    private static final int LONGEST_TITLE = 600;

    private static final double FULL_LINE = 0.72;
    private static final double FULLER_LINE = 0.9;
    private static final double FULLEST_LINE = 0.85;
    /** Words that never end a paragraph. */
    private static final Pattern CUT_OFF =
            Pattern.compile("(?i)\\s(?:ngày|tháng|của|và|với|các|tại|(?:nghị quyết|quyết định|kế hoạch|công văn) số)$");

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

    /** How lines of this document end: {@code width} is that of a full line, or 0 when every line is a paragraph. */
    record Wrapping(int width, boolean blankLinesSeparate) {
        static final Wrapping NONE = new Wrapping(0, false);

        static Wrapping of(List<Line> lines) {
            var prose = lines.stream().filter(line -> !line.inTable()).toList();
            var lengths = prose.stream()
                    .mapToInt(line -> line.passage().length())
                    .sorted()
                    .toArray();
            if (lengths.length < WRAP_LINES_MIN || lengths[lengths.length * 97 / 100] > WRAP_WIDTH_MAX) {
                return NONE;
            }
            int width = lengths[lengths.length * 9 / 10];
            var full = prose.stream()
                    .filter(line -> line.passage().length() >= width * FULLEST_LINE)
                    .toList();
            long unfinished = full.stream()
                    .filter(line -> !Words.endsSentence(line.text()))
                    .count();
            if (unfinished * 2 < full.size()) {
                return NONE; // long lines end where sentences end: they are paragraphs, not pieces
            }
            long separated = prose.stream().filter(Line::afterBlank).count();
            return new Wrapping(width, separated * 5 > prose.size());
        }
    }

    /** Joins lines that a page break, a converter or a narrow page split. */
    static List<Paragraph> join(List<Line> lines, Wrapping wrapping) {
        List<Paragraph> paragraphs = new ArrayList<>();
        Passage open = Passage.NONE;
        int lastLength = 0;
        for (var line : lines) {
            if (!open.isEmpty() && continues(open, lastLength, line, wrapping)) {
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

    private static boolean continues(Passage open, int lastLength, Line line, Wrapping wrapping) {
        var text = line.text();
        if (open.length() > LONGEST) {
            return false;
        }
        boolean ended = Words.endsSentence(open.text()) || open.text().endsWith("./");
        if (!ended && CUT_OFF.matcher(tail(open.text())).find() && Character.isLetterOrDigit(text.charAt(0))) {
            return true;
        }
        if (Marker.of(line.passage()) != null || Captions.opensWithCaption(line.passage())) {
            return false;
        }
        if (ended && Outline.opensClosing(line.passage())) {
            return false;
        }
        boolean capitals = open.length() <= LONGEST_TITLE && Words.isUpperCase(open.text());
        if (capitals || Words.isUpperCase(text)) {
            return wrapping.width() > 0 && !line.afterBlank() && capitals && Words.isUpperCase(text) && !ended;
        }
        if (!ended
                && (Words.startsLowerCase(text)
                        || open.text().endsWith(",")
                        || open.text().endsWith("-"))) {
            return true;
        }
        if (wrapping.width() == 0 || line.afterBlank()) {
            return false;
        }
        if (wrapping.blankLinesSeparate()) {
            return true;
        }
        boolean item =
                Marker.of(open) != null; // an item goes on until the next marker; plain text may end on a full line
        return lastLength >= wrapping.width() * FULL_LINE
                && (!ended || (item && lastLength >= wrapping.width() * FULLER_LINE));
    }

    private static String tail(String text) {
        return text.substring(Math.max(0, text.length() - 30));
    }
}
