package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanState;
import vn.lantoa.plan.year.PlanYear;

/**
 * What a plan asks for in one calendar year, and nothing of its other years.
 *
 * @param planStartsOn of the issued plan; of a draft what its document says, else the day of drafting
 * @param planEndsOn of the issued plan; of a draft what its document says, else the end of its last target year
 * @param indicators with the targets of the year only
 * @param tasks those whose schedule touches the year
 * @param undatedTasks those whose schedule no calendar can read: they may concern any year
 * @param reports due in the year; the report on the last year may be due in the year after it
 * @param undatedReports periodic ones for which no days are known
 */
@Schema(name = "PlanYear")
record PlanYearView(
        UUID planId,
        int year,
        PlanState state,
        @Nullable String subject,
        LocalDate planStartsOn,
        LocalDate planEndsOn,
        List<IndicatorOfYear> indicators,
        List<TaskOfYear> tasks,
        List<UndatedTask> undatedTasks,
        List<ReportOfYear> reports,
        List<UndatedReport> undatedReports) {

    /** @param targets usually one: a second one is the higher goal that is striven for */
    @Schema(name = "PlanYearIndicator")
    record IndicatorOfYear(
            UUID id,
            String name,
            @Nullable String unit,
            @Nullable String denominator,
            List<PlanTarget> targets) {}

    /**
     * @param reason how it concerns the year
     * @param days its fixed days in that year
     * @param lastDay on which it is still done in time; null when no day of the year ends it
     */
    @Schema(name = "PlanYearTask")
    record TaskOfYear(
            UUID id,
            @Nullable String number,
            String title,
            AssignMode mode,
            @Nullable String leadUnit,
            @Nullable UUID leadUnitId,
            PlanYear.Reason reason,
            List<YearlyDays.Occurrence> days,
            @Nullable LocalDate lastDay,
            @Nullable String words) {}

    @Schema(name = "PlanYearUndatedTask")
    record UndatedTask(
            UUID id,
            @Nullable String number,
            String title,
            @Nullable UUID leadUnitId,
            @Nullable String words) {}

    /**
     * @param bound whether the day itself is still in time
     * @param period what it is about: "6 tháng đầu năm 2027"
     */
    @Schema(name = "PlanYearReport")
    record ReportOfYear(
            UUID id,
            LocalDate dueOn,
            DeadlineBound bound,
            String period,
            @Nullable String from,
            @Nullable UUID fromUnitId,
            List<String> to,
            String words) {}

    @Schema(name = "PlanYearUndatedReport")
    record UndatedReport(
            UUID id, String frequency, @Nullable UUID fromUnitId, List<String> to, String words) {}
}
