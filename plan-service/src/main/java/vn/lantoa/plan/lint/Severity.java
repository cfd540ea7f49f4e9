package vn.lantoa.plan.lint;

/** How bad it is. */
public enum Severity {
    /** The plan cannot be submitted like this. */
    ERROR,
    /** Whoever signs should have seen it. */
    WARNING,
    /** Worth a look. */
    INFO
}
