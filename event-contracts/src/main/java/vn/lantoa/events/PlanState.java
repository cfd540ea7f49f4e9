package vn.lantoa.events;

/** Where a plan stands. */
public enum PlanState {
    DRAFT,
    CONSULTING,
    SUBMITTED,
    RETURNED,
    APPROVED,
    PROMULGATED,
    IN_EXECUTION,
    REPLACED,
    REVOKED,
    CLOSED
}
