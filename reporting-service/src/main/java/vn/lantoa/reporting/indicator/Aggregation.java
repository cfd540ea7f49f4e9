package vn.lantoa.reporting.indicator;

import java.util.Set;

/** How the figures of several communes become one. */
public enum Aggregation {
    /** Sum of numerators over sum of denominators; never a mean of percentages. */
    RATIO("Tổng tử số chia tổng mẫu số của các đơn vị đã được tiếp nhận báo cáo; không lấy trung bình cộng các tỷ lệ."),
    /** Plain sum. */
    SUM("Tổng số liệu của các đơn vị đã được tiếp nhận báo cáo."),
    /** Scores and ranks cannot be added; the figures stand side by side. */
    NONE("Số liệu tính bằng điểm, hạng hoặc chỉ số không cộng được giữa các đơn vị; xem số liệu của từng đơn vị.");

    private static final Set<String> NOT_ADDITIVE = Set.of("diem", "hang", "bac", "muc", "chi-so", "thu-hang", "he-so");

    private final String words;

    Aggregation(String words) {
        this.words = words;
    }

    /** The method in words, for people. */
    public String words() {
        return words;
    }

    /** Decided by the unit, which is the last part of every matching key. */
    public static Aggregation ofKey(String matchingKey) {
        var unit = matchingKey.substring(matchingKey.lastIndexOf('~') + 1);
        if (unit.equals("pct")) {
            return RATIO;
        }
        return NOT_ADDITIVE.contains(unit) ? NONE : SUM;
    }
}
