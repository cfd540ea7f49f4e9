package vn.lantoa.plan.csv;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row with the text of its cells, stripped and composed. Equal rows have equal texts.
 *
 * @param line as an editor counts it, the header being 1; rows that span lines count once
 */
public record CsvRow(int line, SortedMap<String, String> cells) {

    private static final int LONGEST_CELL = 1000;
    private static final Pattern FORMULA = Pattern.compile("^[=+@\\t\\r-].*", Pattern.DOTALL);
    private static final Pattern BETWEEN_PARTS = Pattern.compile("\\|");

    public CsvRow {
        cells = Collections.unmodifiableSortedMap(new TreeMap<>(cells));
    }

    /** Empty when the cell is. */
    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** Null when the cell is empty. */
    public @Nullable String text(String column) {
        return cell(column).isEmpty() ? null : cell(column);
    }

    /** What stands between the bars of a cell; nothing when it is empty. */
    public List<String> parts(String column) {
        return Arrays.stream(BETWEEN_PARTS.split(cell(column), -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Null when the cell is empty. */
    public @Nullable LocalDate day(String column) {
        try {
            return cell(column).isEmpty() ? null : LocalDate.parse(cell(column));
        } catch (DateTimeException noDay) {
            throw RowRefused.invalid(column);
        }
    }

    public LocalDate day(String column, LocalDate otherwise) {
        var day = day(column);
        return day == null ? otherwise : day;
    }

    public <E extends Enum<E>> E oneOf(String column, Class<E> kind) {
        return oneOf(column, cell(column), kind);
    }

    /** @param value a part of the cell */
    public static <E extends Enum<E>> E oneOf(String column, String value, Class<E> kind) {
        try {
            return Enum.valueOf(kind, value);
        } catch (IllegalArgumentException unknown) {
            throw RowRefused.invalid(column);
        }
    }

    public String matching(String column, Pattern shape) {
        if (!shape.matcher(cell(column)).matches()) {
            throw RowRefused.invalid(column);
        }
        return cell(column);
    }

    /** @throws RowRefused when a cell is too long, or would run in a spreadsheet */
    public void requireSafe() {
        cells.entrySet().stream()
                .filter(it -> it.getValue().length() > LONGEST_CELL
                        || FORMULA.matcher(it.getValue()).matches())
                .map(Map.Entry::getKey)
                .findFirst()
                .ifPresent(column -> {
                    throw new RowRefused("import.row-cell-unsafe", column);
                });
    }
}
