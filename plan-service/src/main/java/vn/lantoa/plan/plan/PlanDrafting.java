package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.intake.DocumentType;
import vn.lantoa.plan.intake.ExtractedPlan;
import vn.lantoa.plan.intake.PartialDate;
import vn.lantoa.plan.intake.Phrase;
import vn.lantoa.plan.intake.Schedule;

/** Makes a draft of what was read: units are looked up in the directory, and what stays unclear becomes a question. */
final class PlanDrafting {

    private final IssuingBody body;
    private final MeantBodies meant;

    PlanDrafting(IssuingBody body) {
        this.body = body;
        this.meant = new MeantBodies(body);
    }

    /** @param findings those of the reading, and of the import */
    Plan.Draft draft(ExtractedPlan read, List<ExtractedPlan.Finding> findings) {
        var tasks = read.tasks().stream().map(this::task).toList();
        var duties = read.unitDuties().stream().map(this::unitDuty).toList();
        var reports = read.reportObligations().stream().map(this::report).toList();
        var type = read.document().type();
        return new Plan.Draft(
                body.organization().organizationId(),
                (type == null ? DocumentType.KE_HOACH : type).name(),
                read.subject() == null ? null : read.subject().text(),
                PlanReading.of(read, findings),
                tasks,
                read.indicators().stream().map(PlanDrafting::indicator).toList(),
                duties,
                reports,
                new DraftQuestions(read, body, meant).of(tasks, duties, reports));
    }

    private PlanTask task(ExtractedPlan.Task it) {
        var leadWords = it.leadUnit() == null ? null : it.leadUnit().name();
        var lead = meant.singleUnit(leadWords);
        return new PlanTask(new PlanTask.Draft(
                Ids.next(),
                it.number(),
                it.title(),
                it.text(),
                it.group(),
                mode(it.mode(), lead.orElse(null)),
                leadWords,
                lead.map(Unit::unitId).orElse(null),
                it.coordinatingUnits().stream().map(meant::named).toList(),
                it.implementingUnits().stream().map(meant::named).toList(),
                schedule(it.schedule()),
                it.schedule() == null ? null : it.schedule().words(),
                it.product() == null ? null : it.product().text(),
                null,
                it.source(),
                it.confidence()));
    }

    private AssignMode mode(ExtractedPlan.Mode read, @Nullable Unit lead) {
        return lead != null && body.mayOnlyRequest(lead) ? AssignMode.REQUEST : AssignMode.valueOf(read.name());
    }

    private PlanUnitDuty unitDuty(ExtractedPlan.UnitDuty it) {
        var units = it.units().stream().map(meant::named).toList();
        var only = units.size() == 1 ? meant.unit(units.getFirst().words()).orElse(null) : null;
        return new PlanUnitDuty(
                Ids.next(),
                it.number(),
                it.asWritten(),
                units,
                mode(it.mode(), only),
                it.overallLead(),
                it.duties().stream()
                        .map(duty -> new PlanDuty(
                                Ids.next(),
                                duty.text(),
                                schedule(duty.schedule()),
                                null,
                                duty.source(),
                                duty.confidence()))
                        .toList(),
                it.source(),
                it.confidence());
    }

    private PlanReportObligation report(ExtractedPlan.ReportObligation it) {
        return new PlanReportObligation(new PlanReportObligation.Draft(
                Ids.next(),
                it.kind(),
                it.frequency(),
                it.due().stream()
                        .map(due -> new ReportDue(due.words(), due.before(), due.onOrBefore(), due.time()))
                        .toList(),
                it.from(),
                meant.singleUnit(it.from()).map(Unit::unitId).orElse(null),
                it.to(),
                meant.receiver(it.to()).orElse(null),
                it.via(),
                meant.singleUnit(it.via()).map(Unit::unitId).orElse(null),
                it.onwardTo(),
                it.words(),
                it.source(),
                it.confidence()));
    }

    private static PlanIndicator indicator(ExtractedPlan.Indicator it) {
        return new PlanIndicator(
                Ids.next(),
                it.name(),
                it.unit(),
                it.numerator(),
                it.denominator(),
                it.communicationContent(),
                it.targets().stream()
                        .map(target -> new PlanTarget(
                                target.year(),
                                target.comparator().symbol(),
                                target.value(),
                                target.upperValue(),
                                target.unit(),
                                target.aspirational(),
                                target.words()))
                        .toList(),
                it.source(),
                it.confidence());
    }

    /** Null when the words name no time that a calendar knows: then a person is asked. */
    static @Nullable TaskSchedule schedule(@Nullable Schedule read) {
        if (read == null) {
            return null;
        }
        return switch (read.kind()) {
            case UNSPECIFIED -> null;
            case BY -> {
                var by = read.by();
                // "trước tháng 3" ends with February, "chậm nhất tháng 3" with March
                var day = by == null ? null : read.byInclusive() ? by.latest() : by.earliest();
                yield day == null
                        ? null
                        : scheduled(
                                read,
                                null,
                                day,
                                read.byInclusive() ? DeadlineBound.ON_OR_BEFORE : DeadlineBound.BEFORE);
            }
            case FROM -> scheduled(read, earliest(read.from()), null, null);
            case RANGE, QUARTER, MONTH ->
                read.to() == null
                        ? null
                        : scheduled(
                                read,
                                earliest(read.from()),
                                Objects.requireNonNull(read.to()).latest(),
                                DeadlineBound.ON_OR_BEFORE);
            case CONTINUOUS, YEARLY_DAY, RELATIVE_TO_EVENT, PHASES -> scheduled(read, null, null, null);
        };
    }

    private static TaskSchedule scheduled(
            Schedule read, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable DeadlineBound bound) {
        return new TaskSchedule(
                TaskSchedule.Kind.valueOf(read.kind().name()),
                from,
                to,
                bound,
                read.yearlyDays().stream().map(PlanDrafting::yearlyDay).toList(),
                read.words());
    }

    private static TaskSchedule.YearlyDay yearlyDay(Schedule.YearlyDay it) {
        var day = it.day();
        var name = it.name() != null ? it.name() : "Ngày %d/%d".formatted(day.getDayOfMonth(), day.getMonthValue());
        return new TaskSchedule.YearlyDay("%02d-%02d".formatted(day.getMonthValue(), day.getDayOfMonth()), name);
    }

    private static @Nullable LocalDate earliest(@Nullable PartialDate date) {
        return date == null ? null : date.earliest();
    }

    /** True when the words of the reading hold nothing that anybody could do. */
    static boolean hasNothingToDo(ExtractedPlan read) {
        return read.tasks().isEmpty()
                && read.unitDuties().isEmpty()
                && read.solutions().stream().map(ExtractedPlan.Solution::items).allMatch(List<Phrase>::isEmpty)
                && read.reportObligations().isEmpty();
    }
}
