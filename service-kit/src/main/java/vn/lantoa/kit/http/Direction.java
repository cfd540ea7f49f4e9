package vn.lantoa.kit.http;

/** Which way a list is read: {@code sort=dueOn}, or with a minus the other way round: {@code sort=-dueOn}. */
public enum Direction {
    ASCENDING("asc", ">"),
    DESCENDING("desc", "<");

    private final String order;
    private final String beyond;

    Direction(String order, String beyond) {
        this.order = order;
        this.beyond = beyond;
    }

    /** @param sort the parameter, whose name the address has checked */
    public static Direction of(String sort) {
        return sort.startsWith("-") ? DESCENDING : ASCENDING;
    }

    /** For {@code order by}. */
    public String order() {
        return order;
    }

    /** Compares a row with the cursor: those that come after it. */
    public String beyond() {
        return beyond;
    }
}
