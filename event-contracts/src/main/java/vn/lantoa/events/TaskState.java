package vn.lantoa.events;

/** Where a task stands. Lateness is not a state: it is derived from the due date. */
public enum TaskState {
    PROPOSED,
    ASSIGNED,
    DECLINED,
    ACCEPTED,
    IN_PROGRESS,
    RESULT_SUBMITTED,
    COMPLETED,
    SUSPENDED,
    CANCELLED,
    REQUESTED,
    ACKNOWLEDGED,
    RESPONDED
}
