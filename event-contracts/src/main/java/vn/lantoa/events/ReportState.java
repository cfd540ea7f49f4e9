package vn.lantoa.events;

/** Where one organization's report of a round stands. */
public enum ReportState {
    REQUESTED,
    DRAFTING,
    PENDING_APPROVAL,
    APPROVED,
    SENT,
    ACCEPTED,
    RETURNED
}
