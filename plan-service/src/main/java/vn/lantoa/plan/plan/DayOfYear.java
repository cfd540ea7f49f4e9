package vn.lantoa.plan.plan;

/**
 * A day that comes back every year, written {@code MM-DD}. 29 February is one: in a common year it falls on the 28th, in every
 * service alike.
 */
public final class DayOfYear {

    /** What {@link java.time.MonthDay} reads, and nothing else: 02-30 or 04-31 would stop every service that plans by it. */
    public static final String PATTERN =
            "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])";

    private DayOfYear() {}
}
