package vn.lantoa.reporting.figure;

/** What is known of an indicator in a period. Zero is a value like any other: REPORTED. */
public enum FigureState {
    REPORTED,
    /** Should be known, and is not. */
    MISSING,
    /** The indicator makes no sense for this organization or period. */
    NOT_APPLICABLE,
    /** Its first target lies in a later year. */
    NOT_YET_DUE
}
