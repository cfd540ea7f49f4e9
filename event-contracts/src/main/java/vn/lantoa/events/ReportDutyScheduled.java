package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One dated duty to report, derived from an obligation of a plan. Told again when the calendar moves its dates.
 *
 * @param organizationId the organization that owes the report
 * @param unitId the unit that writes it
 * @param receivingOrganizationId null when the receiver is outside this system
 * @param period for people: "6 tháng đầu năm 2027"
 * @param periodEnd closing date of the data (chốt số liệu), Decree 09/2019/NĐ-CP, Article 12
 * @param deadline with its last safe working day
 */
public record ReportDutyScheduled(
        UUID dutyId,
        UUID organizationId,
        UUID planId,
        UUID obligationId,
        UUID unitId,
        @Nullable UUID receivingOrganizationId,
        List<String> to,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        ReportDeadline deadline,
        String words)
        implements ReportEvent {

    public ReportDutyScheduled {
        to = List.copyOf(to);
    }

    @Override
    public UUID aggregateId() {
        return dutyId;
    }

    /**
     * The deadline worked out from the obligation with the working-day tables.
     *
     * @param date the day that the document names
     * @param lastDay last day on which the report is in time
     * @param lastSafeDay last working day not after it: what reminders aim at
     * @param legalEnd when lateness begins to count (Bộ luật Dân sự 2015, Điều 148)
     * @param calendarVersion state of the working-day tables used
     */
    public record ReportDeadline(
            LocalDate date,
            DeadlineBound bound,
            LocalDate lastDay,
            LocalDate lastSafeDay,
            LocalDate legalEnd,
            String calendarVersion) {}
}
