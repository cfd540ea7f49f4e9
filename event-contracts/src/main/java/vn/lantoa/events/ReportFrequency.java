package vn.lantoa.events;

/** How often a periodic report is due. */
public enum ReportFrequency {
    WEEKLY,
    MONTHLY,
    QUARTERLY,
    HALF_YEARLY,
    YEARLY
}
