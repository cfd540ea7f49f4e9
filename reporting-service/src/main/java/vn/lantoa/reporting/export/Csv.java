package vn.lantoa.reporting.export;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.runtime.MovableClock;

/**
 * Lines of RFC 4180. Text that a spreadsheet would take for a formula gets an apostrophe in front; numbers never do. Moments are
 * written in the time of Vietnam, as everywhere else. The file
 * begins with a byte order mark, without which spreadsheets garble Vietnamese.
 */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Appendable out;

    public Csv(Appendable out) {
        this.out = out;
    }

    /** The mark and the names of the columns. */
    public void begin(String... columns) throws IOException {
        out.append(BYTE_ORDER_MARK);
        line((Object[]) columns);
    }

    public void line(@Nullable Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                out.append(',');
            }
            out.append(cell(values[i]));
        }
        out.append("\r\n");
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case OffsetDateTime moment ->
                DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(moment.atZoneSameInstant(MovableClock.VIETNAM));
            case Collection<?> several ->
                quoted(safe(several.stream().map(String::valueOf).collect(Collectors.joining("; "))));
            default -> quoted(safe(value.toString()));
        };
    }

    private static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(it -> it == '"' || it == ',' || it == '\n' || it == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
