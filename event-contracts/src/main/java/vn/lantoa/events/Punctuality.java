package vn.lantoa.events;

/** How a completed task stands to its due date: hoàn thành trước hạn, đúng hạn, quá hạn, không có hạn. */
public enum Punctuality {
    EARLY,
    ON_TIME,
    OVERDUE,
    NO_DEADLINE
}
