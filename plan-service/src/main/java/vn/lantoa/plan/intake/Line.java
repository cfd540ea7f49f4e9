package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One printed line worth reading: rules, lone page numbers and blank lines are gone, but {@code afterBlank} remembers
 * the latter.
 */
record Line(Passage passage, boolean afterBlank, boolean inTable) {
    /** Longer lines are read in pieces of this many characters: no plan has such a line, and time must stay bounded. */
    private static final int LONGEST = 8_000;

    private static final Pattern RULE = Pattern.compile("[\\s_\\-–—=*.…·~|+:]*");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("\\d{1,3}|-\\s?\\d{1,3}\\s?-|(?i:trang\\s+\\d{1,3}(?:/\\d{1,3})?)");

    static List<Line> of(DocumentText document) {
        List<Line> lines = new ArrayList<>();
        var text = document.text();
        boolean afterBlank = true;
        for (var segment : segments(document)) {
            boolean inTable =
                    inDataTable(document, segment.start()) || TextTables.isRow(text, segment.start(), segment.end());
            for (int start = segment.start(); start <= segment.end(); start += LONGEST) {
                var passage = Passage.of(text, start, Math.min(segment.end(), start + LONGEST));
                if (RULE.matcher(passage.text()).matches()) {
                    afterBlank = true;
                } else if (inTable || !PAGE_NUMBER.matcher(passage.text()).matches()) {
                    lines.add(new Line(passage, afterBlank, inTable));
                    afterBlank = false;
                }
            }
        }
        return lines;
    }

    /** Word says itself what its columns are; elsewhere they must be told from the spaces between them. */
    private static List<Columns.Segment> segments(DocumentText document) {
        if (document.format() != DocumentFormat.DOCX) {
            return Columns.of(document.text());
        }
        List<Columns.Segment> segments = new ArrayList<>();
        var text = document.text();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            segments.add(new Columns.Segment(start, end));
            start = end + 1;
        }
        return segments;
    }

    /** Tables of three columns and more hold data; narrower ones only lay out letterhead and signature. */
    private static boolean inDataTable(DocumentText document, int offset) {
        for (var table : document.tables()) {
            if (offset >= table.start() && offset <= table.end()) {
                return table.rows().stream().anyMatch(row -> row.cells().size() > 2);
            }
        }
        return false;
    }

    String folded() {
        return passage.folded();
    }

    String text() {
        return passage.text();
    }

    boolean isUpperCase() {
        return Words.isUpperCase(passage.text());
    }
}
