package vn.lantoa.events;

/** "trước ngày D" excludes D; "chậm nhất ngày D", "đến ngày D" include it. */
public enum DeadlineBound {
    BEFORE,
    ON_OR_BEFORE
}
