package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;

/** Finds tables drawn in plain text: cells parted by {@code |} or by tabs, one row a line. */
final class TextTables {
    private static final int COLUMNS_MIN = 3;

    private TextTables() {}

    static List<List<List<Passage>>> in(DocumentText document) {
        List<List<List<Passage>>> tables = new ArrayList<>();
        List<List<Passage>> open = new ArrayList<>();
        var text = document.text();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            var row = row(text, start, end);
            if (row.size() >= COLUMNS_MIN) {
                open.add(row);
            } else if (!isBlank(text, start, end) && !isRule(text, start, end)) {
                close(open, tables);
                open = new ArrayList<>();
            }
            start = end + 1;
        }
        close(open, tables);
        return tables;
    }

    private static boolean isRule(String text, int start, int end) {
        return text.substring(start, end).matches("[\\s|:\\-=+]*");
    }

    static boolean isRow(String text, int start, int end) {
        return start < end && cuts(text, start, end).size() > COLUMNS_MIN;
    }

    private static boolean isBlank(String text, int start, int end) {
        return text.substring(start, end).isBlank();
    }

    private static void close(List<List<Passage>> open, List<List<List<Passage>>> tables) {
        if (open.size() > 1) {
            tables.add(open);
        }
    }

    private static List<Passage> row(String text, int start, int end) {
        var cuts = cuts(text, start, end);
        List<Passage> cells = new ArrayList<>();
        for (int i = 0; i + 1 < cuts.size(); i++) {
            cells.add(Passage.of(text, Math.min(cuts.get(i) + 1, cuts.get(i + 1)), cuts.get(i + 1)));
        }
        boolean rule = cells.stream().allMatch(cell -> cell.text().matches("[\\s:\\-=+]*"));
        return rule ? List.of() : cells;
    }

    /** Positions of the separators, the ends of the line included. */
    private static List<Integer> cuts(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from < to && text.charAt(from) == ' ') {
            from++;
        }
        while (to > from && text.charAt(to - 1) == ' ') {
            to--;
        }
        boolean piped = text.substring(from, to).chars().filter(c -> c == '|').count() >= 2;
        char separator = piped ? '|' : '\t';
        List<Integer> cuts = new ArrayList<>();
        if (from == to || text.charAt(from) != '|' || !piped) {
            cuts.add(from - 1);
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i) == separator) {
                cuts.add(i);
            }
        }
        if (from == to || text.charAt(to - 1) != '|' || !piped) {
            cuts.add(to);
        }
        return cuts;
    }
}
