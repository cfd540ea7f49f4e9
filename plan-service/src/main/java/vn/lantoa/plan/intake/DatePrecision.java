package vn.lantoa.plan.intake;

/** How much of a date the document states. */
public enum DatePrecision {
    DAY,
    MONTH,
    YEAR,
    NONE
}
