package vn.lantoa.events;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The clerk issued the plan (ban hành), or entered one that was issued on paper. It carries all that the other services need to begin: the tasks with their units, the
 * indicators with their targets, and the report obligations.
 *
 * @param documentNumber number in the register; null while the document is registered as "chưa có số"
 * @param documentSymbol for example {@code KH-UBND}
 * @param startsOn first day of execution
 * @param endsOn last day of the plan: the end of its last target year, or of the year of issue
 */
public record PlanPromulgated(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        @Nullable String documentNumber,
        @Nullable String documentSymbol,
        LocalDate promulgatedOn,
        UUID promulgatedBy,
        UUID approvedBy,
        LocalDate startsOn,
        LocalDate endsOn,
        List<TaskItem> tasks,
        List<IndicatorItem> indicators,
        List<ReportObligationItem> reportObligations)
        implements PlanInForce {

    public PlanPromulgated {
        tasks = List.copyOf(tasks);
        indicators = List.copyOf(indicators);
        reportObligations = List.copyOf(reportObligations);
    }

    @Override
    public LocalDate inForceFrom() {
        return promulgatedOn;
    }

    @Override
    public UUID decidedBy() {
        return approvedBy;
    }

    /**
     * One task of the plan (nhiệm vụ).
     *
     * @param itemId stable over versions of the plan: the natural key of what is created from it
     * @param number as printed ("2.1"); null when the document gives none
     * @param mode ASSIGN inside the chain of command, REQUEST outside of it
     * @param coordinatingUnitIds with those that the document names as carrying the task out and that do not lead it
     * @param coordinatingAsWritten the document's own words, kept visible after groups are expanded
     * @param excerpt the words of the document that the task comes from
     */
    public record TaskItem(
            UUID itemId,
            @Nullable String number,
            String title,
            AssignMode mode,
            UUID leadUnitId,
            List<UUID> coordinatingUnitIds,
            List<String> coordinatingAsWritten,
            TaskSchedule schedule,
            @Nullable String product,
            @Nullable String excerpt) {

        public TaskItem {
            coordinatingUnitIds = List.copyOf(coordinatingUnitIds);
            coordinatingAsWritten = List.copyOf(coordinatingAsWritten);
        }
    }

    /**
     * One indicator of the plan (chỉ tiêu) with its path of targets.
     *
     * @param unit "%" for a ratio; then numerator and denominator are needed for every figure
     * @param numerator what is counted, in words; null when the document does not say
     * @param denominator out of what, in words; null when the document does not say
     */
    public record IndicatorItem(
            UUID indicatorId,
            String name,
            String unit,
            @Nullable String numerator,
            @Nullable String denominator,
            List<Target> targets) {

        public IndicatorItem {
            targets = List.copyOf(targets);
        }
    }

    /**
     * What is to be reached in one year.
     *
     * @param comparator one of {@code >=}, {@code >}, {@code <=}, {@code <}, {@code =}
     */
    public record Target(int year, String comparator, BigDecimal value, boolean aspirational, String words) {}

    /**
     * Who reports to whom and when (chế độ báo cáo).
     *
     * @param kind PERIODIC (định kỳ), AD_HOC (đột xuất) or THEMATIC (chuyên đề)
     * @param due the yearly days; empty for AD_HOC
     * @param fromUnitId the unit that writes the report
     * @param receivingOrganizationId the organization in this system that receives it; null when it is outside
     * @param to the receivers in the document's words
     * @param viaUnitId the focal point through which it passes (đầu mối); null when it goes directly
     */
    public record ReportObligationItem(
            UUID obligationId,
            ReportKind kind,
            @Nullable ReportFrequency frequency,
            List<YearlyDue> due,
            UUID fromUnitId,
            @Nullable UUID receivingOrganizationId,
            List<String> to,
            @Nullable UUID viaUnitId,
            String words) {

        public ReportObligationItem {
            due = List.copyOf(due);
            to = List.copyOf(to);
        }
    }

    /**
     * A day of each year by which a report is due.
     *
     * @param monthDay {@code MM-DD}, each year of the plan
     */
    public record YearlyDue(String monthDay, DeadlineBound bound, String words) {}
}
