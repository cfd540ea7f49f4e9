package vn.lantoa.plan.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Lines of plain text in reading order. Letterhead and signature are often printed in two columns, parted by spaces,
 * a tab or a bar: the left column is read before the right one.
 */
final class Columns {
    /** Characters {@code [start, end)} of one line or one column of it. */
    record Segment(int start, int end) {}

    private static final Pattern GAP = Pattern.compile(" {4,}|\\t+ *| *\\| *");
    private static final Pattern RIGHT =
            Pattern.compile("^(?:cong hoa xa hoi|doc lap ?-|dang cong san|t[./]? ?m[. ]|k[./]? ?t[. ]|t[./]? ?l[. ]).*"
                    + "|.{1,40},\\s?ngay[\\s.…\\d].*");
    private static final Pattern NAME = Pattern.compile("^\\p{Lu}\\p{Ll}+(?: \\p{Lu}\\p{Ll}*){1,4}$");
    private static final int INDENT = 20;
    private static final int LEFT_MAX = 60;
    private static final int BLANKS_MAX = 8;

    private final String text;
    private final List<Segment> segments = new ArrayList<>();
    private final List<Segment> left = new ArrayList<>();
    private final List<Segment> right = new ArrayList<>();

    private Columns(String text) {
        this.text = text;
    }

    static List<Segment> of(String text) {
        var columns = new Columns(text);
        columns.read();
        return columns.segments;
    }

    private void read() {
        int blanks = 0;
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (text.substring(start, end).isBlank()) {
                blanks++;
            } else {
                place(start, end, blanks);
                blanks = 0;
            }
            if (blanks > 0 && (right.isEmpty() || blanks > BLANKS_MAX)) {
                close();
                segments.add(new Segment(start, end));
            }
            start = end + 1;
        }
        close();
    }

    private void place(int start, int end, int blanksBefore) {
        int gap = end - start > 200 ? -1 : gap(start, end);
        boolean open = !right.isEmpty();
        if (gap >= 0) {
            add(left, start, gap, blanksBefore);
            right.add(new Segment(gap, end));
        } else if (open && indent(start, end) >= INDENT) {
            right.add(new Segment(start, end));
        } else if (open && blanksBefore == 0 && end - start <= LEFT_MAX) {
            left.add(new Segment(start, end));
        } else {
            close();
            for (int i = 0; open && i < Math.min(blanksBefore, 1); i++) {
                segments.add(new Segment(start, start));
            }
            segments.add(new Segment(start, end));
        }
    }

    private static void add(List<Segment> column, int start, int end, int blanksBefore) {
        if (blanksBefore > 0) {
            column.add(new Segment(start, start));
        }
        column.add(new Segment(start, end));
    }

    private void close() {
        segments.addAll(left);
        if (!right.isEmpty()) {
            segments.add(new Segment(right.getFirst().start(), right.getFirst().start()));
        }
        segments.addAll(right);
        left.clear();
        right.clear();
    }

    private int indent(int start, int end) {
        int i = start;
        while (i < end && text.charAt(i) == ' ') {
            i++;
        }
        return i - start;
    }

    /** Where the right column begins, or -1. */
    private int gap(int start, int end) {
        int from = start + indent(start, end);
        var matcher = GAP.matcher(text).region(from, end);
        while (matcher.find()) {
            var rest = text.substring(matcher.end(), end)
                    .replaceAll("[|*\\s]+$", "")
                    .replaceAll("^[*\\s]+", "");
            if (matcher.start() > from && !rest.isEmpty() && rest.indexOf('|') < 0 && isRightColumn(rest)) {
                return matcher.end();
            }
        }
        return -1;
    }

    private static boolean isRightColumn(String words) {
        if (!Character.isLetter(words.charAt(0))) {
            return false;
        }
        return (Words.isUpperCase(words)
                        && words.chars().filter(Character::isLetter).count() >= 6)
                || RIGHT.matcher(Folding.fold(words)).matches()
                || NAME.matcher(words).matches();
    }
}
