package vn.lantoa.plan.intake;

/** How a figure must compare with its target. */
public enum TargetComparator {
    GREATER_THAN(">"),
    AT_LEAST(">="),
    EQUAL("="),
    AT_MOST("<="),
    LESS_THAN("<"),
    /** A range; the target carries its upper value. */
    BETWEEN("between"),
    /** "khoảng". */
    ABOUT("~");

    private final String symbol;

    TargetComparator(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }
}
