package vn.lantoa.plan.intake;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds measured amounts in a clause: "ít nhất 10%", "đạt trên 40%", "từ 60 - 70%", "tối thiểu 04 hội nghị". */
final class Quantities {
    /** {@code start} includes the words of comparison, {@code end} the unit. */
    record Quantity(
            TargetComparator comparator,
            BigDecimal value,
            @Nullable BigDecimal upper,
            @Nullable String unit,
            boolean aspirational,
            boolean compared,
            int start,
            int end) {}

    private static final String NUMBER = "(\\d{1,3}(?:\\.\\d{3})+(?:,\\d{1,4})?|\\d{1,9}(?:[,.]\\d{1,4})?)";
    private static final Pattern AMOUNT = Pattern.compile("(?<![\\p{L}\\d/.,\\-])" + NUMBER
            + "\\s?(%|phan tram)?(?:\\s?(?:-|den)\\s?(?:duoi\\s)?" + NUMBER + "\\s?(%|phan tram)?)?(?![\\d/\\p{L}])");
    private static final Pattern COMPARISON = Pattern.compile(
            "(phan dau|muc tieu|huong toi|no luc)?\\s?(?:co |dat |dat ty le |giu |duy tri |tang |bang )?\\s?"
                    + "(it nhat|toi thieu|khong thap hon|khong it hon|tu|tren|hon|vuot|qua|duoi|khong qua|toi da|khong vuot qua|it hon|khoang|gan|xap xi|dat ty le|dat|tu du|bang|la|den|len|co|con)?"
                    + "\\s?(?:dat |ty le |muc )?(tren|hon|duoi|tu|toi thieu|it nhat|khoang)?\\s?$");
    private static final Pattern NO_COMPARISON = Pattern.compile("la|co|con|den|tu|len|co con");
    private static final int REACH = 40;
    private static final Pattern UNIT = Pattern.compile("^\\s(\\p{L}+(?:[ ,/]\\s?\\p{L}+){0,2})");

    private Quantities() {}

    static List<Quantity> in(Passage clause) {
        List<Quantity> found = new ArrayList<>();
        var folded = clause.folded();
        var matcher = AMOUNT.matcher(folded);
        for (int at = 0; matcher.find(at); ) {
            var quantity = quantity(clause, matcher);
            if (quantity != null) {
                found.add(quantity);
            }
            at = Math.max(matcher.end(), at + 1);
            if (at > folded.length()) {
                break;
            }
        }
        return found;
    }

    private static @Nullable Quantity quantity(Passage clause, Matcher matcher) {
        var folded = clause.folded();
        boolean percent = matcher.group(2) != null || matcher.group(4) != null;
        var before = folded.substring(Math.max(0, matcher.start() - REACH), matcher.start());
        if (!percent && isDateOrNumber(before, folded.substring(matcher.end()))) {
            return null;
        }
        var comparison = COMPARISON.matcher(before);
        if (!comparison.find()) {
            return null;
        }
        boolean aspirational =
                comparison.group(1) != null && comparison.group(1).startsWith("phan dau")
                        || before.contains("phan dau");
        var word = comparison.group(3) != null ? comparison.group(3) : comparison.group(2);
        boolean compared = !comparison.group().isBlank()
                && !NO_COMPARISON.matcher(comparison.group().strip()).matches()
                && wordStarts(before, comparison.start());
        if (!percent && !compared) {
            return null;
        }
        var value = number(matcher.group(1));
        boolean range = matcher.group(3) != null && (percent || compared);
        var upper = range ? number(matcher.group(3)) : null;
        boolean whole = percent && value.compareTo(BigDecimal.valueOf(100)) == 0;
        var comparator = upper != null && upper.compareTo(value) > 0
                ? TargetComparator.BETWEEN
                : whole ? TargetComparator.EQUAL : comparator(word, percent || compared);
        int start = matcher.start() - before.length() + comparison.start();
        while (start < matcher.start() && folded.charAt(start) == ' ') {
            start++;
        }
        var unit = percent ? "%" : unit(clause, matcher.end());
        return new Quantity(
                comparator,
                value,
                comparator == TargetComparator.BETWEEN ? upper : null,
                unit,
                aspirational,
                compared,
                start,
                matcher.end());
    }

    private static boolean wordStarts(String before, int start) {
        return start == 0 || before.charAt(start) == ' ' || !Character.isLetterOrDigit(before.charAt(start - 1));
    }

    /** Years, days, article numbers and symbols are no amounts. */
    private static boolean isDateOrNumber(String before, String after) {
        return before.matches(
                        ".*\\b(?:nam|ngay|thang|quy|so|dieu|khoan|muc|phan|thu|giai doan|dot|lan|khoa|tieu chi|nghi quyet|hang|cap)\\s?$")
                || before.matches(".*[\\p{L}\\d][-/]$")
                || after.startsWith("-") && after.length() > 1 && Character.isLetter(after.charAt(1))
                || after.matches("^\\s?(?:/|thang|nam\\b(?! hoc)|gio\\b|ngay\\b|tuoi\\b|thang tuoi).*");
    }

    private static TargetComparator comparator(@Nullable String word, boolean measured) {
        return switch (word == null ? "" : word) {
            case "tren", "hon", "vuot", "qua" -> TargetComparator.GREATER_THAN;
            case "duoi", "it hon" -> TargetComparator.LESS_THAN;
            case "khong qua", "toi da", "khong vuot qua" -> TargetComparator.AT_MOST;
            case "khoang", "gan", "xap xi" -> TargetComparator.ABOUT;
            case "bang" -> TargetComparator.EQUAL;
            case "" -> measured ? TargetComparator.AT_LEAST : TargetComparator.EQUAL;
            default -> TargetComparator.AT_LEAST;
        };
    }

    static BigDecimal number(String words) {
        boolean thousands = words.matches("\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?");
        return new BigDecimal((thousands ? words.replace(".", "") : words).replace(',', '.'));
    }

    private static @Nullable String unit(Passage clause, int end) {
        var matcher = UNIT.matcher(clause.text().substring(end));
        if (!matcher.find()) {
            return null;
        }
        var words = matcher.group(1).split("[ ,/]");
        return words[0];
    }
}
