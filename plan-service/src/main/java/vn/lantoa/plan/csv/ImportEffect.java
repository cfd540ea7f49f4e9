package vn.lantoa.plan.csv;

/** What a row does to the directory. */
public enum ImportEffect {
    ADD,
    CHANGE,
    NOTHING,
    ERROR
}
