package vn.lantoa.plan.plan;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.ExtractedPlan.Frequency;

/** What an answer changes in the plan. Whether its kind fits the question has been checked before. */
final class AnswerEffect {

    private final Plan plan;
    private final IssuingBody body;

    AnswerEffect(Plan plan, IssuingBody body) {
        this.plan = plan;
        this.body = body;
    }

    void apply(PlanQuestion question, Answer answer) {
        switch (answer) {
            case Answer.Unit it -> unit(question, body.singleUnit(it.unitId()));
            case Answer.Units it -> resolve(question, it.unitIds());
            case Answer.Schedule it -> task(question).schedule(it.schedule().asSchedule());
            case Answer.Organization it -> receiver(question, it.organizationId());
            case Answer.Outside _ -> report(question).receivedOutside();
            case Answer.Dates it -> dates(question, it);
            case Answer.Text it -> plan.subject(it.text().strip());
            case Answer.Dismiss _ -> dismiss(question);
            case Answer.Acknowledge _ -> {} // that somebody has seen it is all that is asked
        }
    }

    private void unit(PlanQuestion question, Unit unit) {
        switch (question.code()) {
            case TASK_LEAD -> task(question).lead(unit, body.mayOnlyRequest(unit));
            case REPORT_FROM -> report(question).writtenBy(unit.unitId());
            default -> resolve(question, List.of(unit.unitId()));
        }
    }

    private void resolve(PlanQuestion question, List<UUID> unitIds) {
        var words = Objects.requireNonNull(question.words());
        var units = unitIds.stream().distinct().map(body::unit).toList();
        var ids = units.stream().map(Unit::unitId).toList();
        boolean requestOnly = units.stream().allMatch(body::mayOnlyRequest);
        plan.tasks().forEach(it -> it.resolve(words, ids, requestOnly));
        plan.unitDuties().forEach(it -> it.resolve(words, ids));
        if (ids.size() == 1) {
            plan.reportObligations().forEach(it -> it.resolve(words, ids.getFirst()));
        }
    }

    private void receiver(PlanQuestion question, UUID organizationId) {
        if (!body.canReportTo(organizationId)) {
            throw new Problem.Invalid("plan.receiver-unknown", organizationId);
        }
        report(question).receivedBy(organizationId);
    }

    private void dates(PlanQuestion question, Answer.Dates answer) {
        var due = answer.due().stream()
                .map(day -> switch (day.bound()) {
                    case BEFORE -> new ReportDue(day.monthDay(), day.monthDay(), null, null);
                    case ON_OR_BEFORE -> new ReportDue(day.monthDay(), null, day.monthDay(), null);
                })
                .toList();
        report(question).dueOn(Frequency.valueOf(answer.frequency().name()), due);
    }

    private void dismiss(PlanQuestion question) {
        switch (question.code()) {
            case REPORT_FROM, REPORT_DATES -> report(question).leaveUntracked();
            default -> {} // a name or a remark that nobody follows up
        }
    }

    private PlanTask task(PlanQuestion question) {
        return plan.task(Objects.requireNonNull(question.subjectId()))
                .orElseThrow(() -> new Problem.NotFound("plan.task-not-found"));
    }

    private PlanReportObligation report(PlanQuestion question) {
        return plan.reportObligation(question.subjectId())
                .orElseThrow(() -> new Problem.NotFound("plan.item-not-found"));
    }
}
