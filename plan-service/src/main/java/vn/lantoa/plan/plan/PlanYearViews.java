package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportDuties;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;
import vn.lantoa.plan.year.PlanYear;

/** Cuts one year out of a plan. */
@Singleton
class PlanYearViews {

    private static final Comparator<PlanYearView.ReportOfYear> BY_DAY =
            Comparator.comparing(PlanYearView.ReportOfYear::dueOn).thenComparing(PlanYearView.ReportOfYear::id);

    /** Who writes it plays no part in when it is due. */
    private static final UUID NOBODY_YET = new UUID(0, 0);

    private final IssuingBodies issuingBodies;

    PlanYearViews(IssuingBodies issuingBodies) {
        this.issuingBodies = issuingBodies;
    }

    PlanYearView of(Plan plan, int year) {
        var part = year(plan, year);
        return new PlanYearView(
                plan.id(),
                year,
                plan.state(),
                plan.subject(),
                part.planStartsOn(),
                part.planEndsOn(),
                plan.indicators().stream()
                        .filter(indicator -> !indicator.isContent())
                        .map(indicator -> indicator(indicator, part))
                        .filter(indicator -> !indicator.targets().isEmpty())
                        .toList(),
                plan.tasks().stream().flatMap(task -> task(task, part)).toList(),
                plan.tasks().stream()
                        .filter(task -> part.isOfThePlan() && PlanYear.isUndated(task.schedule()))
                        .map(PlanYearViews::undated)
                        .toList(),
                plan.reportObligations().stream()
                        .filter(PlanReportObligation::isTracked)
                        .flatMap(obligation -> reports(obligation, part))
                        .sorted(BY_DAY)
                        .toList(),
                plan.reportObligations().stream()
                        .filter(obligation -> part.isOfThePlan() && isUndated(obligation, part))
                        .map(PlanYearViews::undated)
                        .toList());
    }

    private PlanYear year(Plan plan, int year) {
        if (plan.startsOn() != null && plan.endsOn() != null) {
            return new PlanYear(year, plan.startsOn(), plan.endsOn());
        }
        var drafted = ZonedDateTime.ofInstant(plan.draftedAt().toInstant(), MovableClock.VIETNAM)
                .toLocalDate();
        var content = new PromulgatedContent(plan, issuingBodies.get(plan.organizationId()), drafted);
        return new PlanYear(year, content.startsOn(), content.endsOn());
    }

    private static PlanYearView.IndicatorOfYear indicator(PlanIndicator it, PlanYear year) {
        return new PlanYearView.IndicatorOfYear(
                it.id(),
                it.name(),
                it.unit(),
                it.denominator(),
                it.targets().stream()
                        .filter(target -> year.aimsAt(target.year()))
                        .toList());
    }

    private static Stream<PlanYearView.TaskOfYear> task(PlanTask it, PlanYear year) {
        var schedule = it.schedule();
        return schedule == null
                ? Stream.of()
                : year
                        .touch(schedule)
                        .map(touch -> new PlanYearView.TaskOfYear(
                                it.id(),
                                it.number(),
                                it.title(),
                                it.mode(),
                                it.leadWords(),
                                it.leadUnitId(),
                                touch.reason(),
                                touch.days(),
                                touch.lastDay(),
                                schedule.words()))
                        .stream();
    }

    private static PlanYearView.UndatedTask undated(PlanTask it) {
        return new PlanYearView.UndatedTask(
                it.id(), it.number(), it.title(), it.leadUnitId(), words(it.schedule(), it.scheduleWords()));
    }

    private static @Nullable String words(@Nullable TaskSchedule schedule, @Nullable String asWritten) {
        return schedule == null ? asWritten : schedule.words();
    }

    /** The days that the reports are due on once the plan is issued: worked out by the same rules. */
    private static Stream<PlanYearView.ReportOfYear> reports(PlanReportObligation it, PlanYear year) {
        if (it.kind() != ReportKind.PERIODIC) {
            return Stream.of();
        }
        var obligation = new PlanPromulgated.ReportObligationItem(
                it.id(),
                vn.lantoa.events.ReportKind.PERIODIC,
                PromulgatedContent.frequency(it.frequency()),
                YearlyDues.of(it, year.planStartsOn(), year.planEndsOn()),
                it.fromUnitId() == null ? NOBODY_YET : it.fromUnitId(),
                it.receivingOrganizationId(),
                it.toWords(),
                it.viaUnitId(),
                it.words());
        return ReportDuties.of(obligation, year.planStartsOn(), year.planEndsOn()).stream()
                .filter(duty -> year.isIn(duty.deadline().date()))
                .map(duty -> new PlanYearView.ReportOfYear(
                        it.id(),
                        duty.deadline().date(),
                        DeadlineBound.valueOf(duty.deadline().bound().name()),
                        duty.period().label(),
                        it.fromWords(),
                        it.fromUnitId(),
                        it.toWords(),
                        duty.words()));
    }

    private static boolean isUndated(PlanReportObligation it, PlanYear year) {
        return it.isTracked()
                && it.kind() == ReportKind.PERIODIC
                && YearlyDues.of(it, year.planStartsOn(), year.planEndsOn()).isEmpty();
    }

    private static PlanYearView.UndatedReport undated(PlanReportObligation it) {
        return new PlanYearView.UndatedReport(
                it.id(), it.frequency().name(), it.fromUnitId(), it.toWords(), it.words());
    }
}
