package vn.lantoa.plan.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Word document as it looks: every paragraph with the properties that its styles and itself give it together. Lengths are twentieths
 * of a point, as in the file.
 */
record DocxSheet(
        List<Section> sections, List<Para> paragraphs, List<Para> firstHeader, List<Para> header, List<Para> footer) {

    DocxSheet {
        sections = List.copyOf(sections);
        paragraphs = List.copyOf(paragraphs);
        firstHeader = List.copyOf(firstHeader);
        header = List.copyOf(header);
        footer = List.copyOf(footer);
    }

    /** @param firstPageApart true when the first page has a header of its own */
    record Section(
            int width,
            int height,
            int top,
            int bottom,
            int left,
            int right,
            int header,
            boolean firstPageApart,
            @Nullable Integer numberStart) {}

    /** @param size in points */
    record Run(
            String text,
            String font,
            double size,
            boolean bold,
            boolean italic,
            boolean underlined,
            boolean caps,
            String color) {}

    /**
     * @param table which table of the document it stands in, from 0; -1 outside of tables
     * @param row within the table
     * @param column within the row
     * @param columns how many the row has
     * @param width of the column or the page, between its margins
     * @param line distance of lines: 240 is single when {@code exactLine} is false, otherwise a length
     * @param pageField true when it holds the number of the page
     */
    record Para(
            List<Run> runs,
            String align,
            int firstLine,
            int left,
            int right,
            int before,
            int after,
            int line,
            boolean exactLine,
            boolean border,
            boolean drawing,
            boolean pageField,
            int table,
            int row,
            int column,
            int columns,
            int width) {

        Para {
            runs = List.copyOf(runs);
        }

        String text() {
            var text = new StringBuilder();
            runs.forEach(run -> text.append(run.text()));
            return text.toString();
        }

        /** With single blanks, as a person reads it. */
        String words() {
            return text().replaceAll("[\\s\\u00a0]+", " ").strip();
        }

        boolean isBlank() {
            return words().isEmpty();
        }

        boolean isRule() {
            return isBlank() && (border || drawing);
        }

        boolean isInTable() {
            return table >= 0;
        }

        /** True on the right side of two columns. */
        boolean isRight() {
            return columns > 1 && column == columns - 1;
        }

        /** True on the left side of two columns. */
        boolean isLeft() {
            return columns > 1 && column == 0;
        }

        boolean isBold() {
            return !isBlank()
                    && runs.stream().filter(run -> !run.text().isBlank()).allMatch(Run::bold);
        }

        boolean isCapitals() {
            var words = words();
            return !isBlank()
                    && (words.equals(words.toUpperCase(java.util.Locale.ROOT))
                            || runs.stream()
                                    .filter(run -> !run.text().isBlank())
                                    .allMatch(Run::caps));
        }
    }
}
