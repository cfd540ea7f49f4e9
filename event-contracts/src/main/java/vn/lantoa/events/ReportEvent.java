package vn.lantoa.events;

/** Duties to report, rounds and reports, told by reporting-service on topic {@code reports}; the key is the duty, round or report. */
public sealed interface ReportEvent extends DomainEvent
        permits ReportDutyScheduled,
                ReportDutyWithdrawn,
                ReportRoundOpened,
                ReportApproved,
                ReportSent,
                ReportAccepted,
                ReportReturned {}
