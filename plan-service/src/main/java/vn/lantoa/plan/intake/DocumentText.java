package vn.lantoa.plan.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The text of a document: NFC, lines ended by {@code \n}, no control characters. All offsets of a reading refer to it.
 * Tables are in the text cell by cell; {@code tables} says where.
 */
public record DocumentText(
        String text, DocumentFormat format, List<Page> pages, List<Table> tables, List<Integer> pagesWithoutText) {

    /** Page {@code number} (from 1) begins at {@code start}. */
    public record Page(int number, int start) {}

    /** Cells hold {@code [start, end)} offsets of their text. */
    public record Table(List<Row> rows) {
        public Table {
            rows = List.copyOf(rows);
        }

        int start() {
            return rows.getFirst().cells().getFirst().start();
        }

        int end() {
            return rows.getLast().cells().getLast().end();
        }
    }

    public record Row(List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }
    }

    public record Cell(int start, int end) {}

    public DocumentText {
        pages = List.copyOf(pages);
        tables = List.copyOf(tables);
        pagesWithoutText = List.copyOf(pagesWithoutText);
    }

    /** Plain text, normalised. */
    public static DocumentText of(String text) {
        return new DocumentText(TextCleaning.clean(text), DocumentFormat.TXT, List.of(), List.of(), List.of());
    }

    @Nullable
    Integer pageAt(int offset) {
        Integer found = null;
        for (var page : pages) {
            if (page.start() > offset) {
                break;
            }
            found = page.number();
        }
        return found;
    }

    Source source(int start, int end) {
        var words = text.substring(start, Math.min(end, start + Source.MAX_WORDS));
        return new Source(start, end, words, pageAt(start));
    }
}
