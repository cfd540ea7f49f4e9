package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A dated duty to report that was scheduled and not withdrawn, as far as a new version of its plan needs to know it.
 *
 * @param dueDate the day that the document names; with the obligation it makes the duty unique
 * @param period that the report is about
 * @param legalEnd when lateness begins to count
 * @param fulfilled a report for it was sent, also when it was returned afterwards
 */
public record KnownDuty(
        UUID dutyId,
        UUID obligationId,
        LocalDate dueDate,
        ReportPeriod period,
        LocalDate legalEnd,
        boolean fulfilled) {}
