package vn.lantoa.reporting.obligation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;

/**
 * An obligation to report, as a plan states it, with all its dated duties.
 *
 * @param organizationId who owes the report
 * @param receivingOrganizationId who receives it; null when the receiver is outside this system
 * @param to the receivers in the document's words
 * @param planVersion newest version of the plan that has it
 * @param endedInVersion version of the plan in which it is not any more, or that was in force when the plan ended; null while it
 *     holds
 * @param endedOn first day on which it does not hold any more
 * @param duties those that are owed or were fulfilled; empty for reports on demand (đột xuất)
 */
public record ObligationView(
        UUID id,
        UUID planId,
        String planSubject,
        UUID organizationId,
        @Nullable String organizationName,
        ReportKind kind,
        @Nullable ReportFrequency frequency,
        UUID fromUnitId,
        @Nullable String fromUnitName,
        @Nullable UUID receivingOrganizationId,
        List<String> to,
        @Nullable UUID viaUnitId,
        @Nullable String viaUnitName,
        String words,
        int planVersion,
        @Nullable Integer endedInVersion,
        @Nullable LocalDate endedOn,
        List<Duty> duties) {

    public ObligationView {
        to = List.copyOf(to);
        duties = List.copyOf(duties);
    }

    /**
     * @param dueOn the day that the document names
     * @param lastDay last day in time
     * @param lastSafeDay last working day not after it
     * @param legalEnd when lateness begins to count (Bộ luật Dân sự 2015, Điều 148)
     * @param past true when even that day is over
     * @param reportId the report that answers it, once a round of its period was opened
     */
    public record Duty(
            UUID id,
            String period,
            LocalDate periodStart,
            LocalDate periodEnd,
            LocalDate dueOn,
            DeadlineBound bound,
            String words,
            LocalDate lastDay,
            LocalDate lastSafeDay,
            LocalDate legalEnd,
            String calendarVersion,
            boolean past,
            @Nullable UUID reportId,
            @Nullable String reportState) {}
}
