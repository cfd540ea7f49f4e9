package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One printed line worth reading: rules, lone page numbers and blank lines are gone, but {@code afterBlank} remembers
 * the latter.
 */
record Line(Passage passage, boolean afterBlank, boolean inTable) {
    private static final Pattern RULE = Pattern.compile("[\\s_\\-–—=*.…·~|+:]*");
    private static final Pattern PAGE_NUMBER =
            Pattern.compile("(?:-\\s?)?\\d{1,3}(?:\\s?-)?|(?i:trang\\s+\\d{1,3}(?:/\\d{1,3})?)");

    static List<Line> of(DocumentText document) {
        List<Line> lines = new ArrayList<>();
        var text = document.text();
        boolean afterBlank = true;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            var passage = Passage.of(text, start, end);
            boolean inTable = inDataTable(document, start);
            if (RULE.matcher(passage.text()).matches()) {
                afterBlank = true;
            } else if (inTable || !PAGE_NUMBER.matcher(passage.text()).matches()) {
                lines.add(new Line(passage, afterBlank, inTable));
                afterBlank = false;
            }
            start = end + 1;
        }
        return lines;
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
