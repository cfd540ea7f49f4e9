package vn.lantoa.plan.plan;

import java.util.Objects;
import java.util.function.Predicate;
import vn.lantoa.plan.intake.ExtractedPlan.ReportKind;

/**
 * Judges which questions of a plan are still open. What a question asks may also be settled by changing the item, so the plan
 * itself decides, not the answer, wherever it can.
 */
final class OpenQuestions {

    private final Plan plan;

    OpenQuestions(Plan plan) {
        this.plan = plan;
    }

    boolean isOpen(PlanQuestion question) {
        boolean unanswered = question.answer() == null;
        return switch (question.code()) {
            case SUBJECT -> plan.subject() == null;
            case TASK_LEAD -> task(question, it -> it.leadUnitId() == null);
            case TASK_SCHEDULE -> task(question, it -> it.schedule() == null);
            case UNIT_NAME -> unanswered && leavesOpen(Objects.requireNonNull(question.words()));
            case UNIT_GROUP, ISSUER, REMARK -> unanswered && plan.isEditable();
            case NO_TASK -> unanswered && plan.tasks().isEmpty();
            case REPORT_FROM -> report(question, PlanReportObligation::lacksWriter);
            case REPORT_RECEIVER -> report(question, PlanReportObligation::lacksReceiver);
            case REPORT_DATES -> report(question, PlanReportObligation::isUndated);
            case DOCUMENT_NUMBER -> plan.promulgatedOn() == null || plan.registeredNumber() == null;
            case DOCUMENT_DATE -> plan.promulgatedOn() == null;
        };
    }

    boolean blocks(PlanQuestion question) {
        return isOpen(question)
                && switch (question.code()) {
                    case SUBJECT, TASK_LEAD, TASK_SCHEDULE, ISSUER, NO_TASK -> true;
                    // a report on demand has no date that could be missed
                    case REPORT_FROM, REPORT_RECEIVER, REPORT_DATES ->
                        report(question, it -> it.kind() == ReportKind.PERIODIC);
                    case UNIT_NAME, UNIT_GROUP, DOCUMENT_NUMBER, DOCUMENT_DATE, REMARK -> false;
                };
    }

    private boolean leavesOpen(String words) {
        return plan.tasks().stream().anyMatch(it -> it.leavesOpen(words))
                || plan.unitDuties().stream().anyMatch(it -> it.leavesOpen(words))
                || plan.reportObligations().stream().anyMatch(it -> it.leavesOpen(words));
    }

    private boolean task(PlanQuestion question, Predicate<PlanTask> test) {
        return plan.tasks().stream().anyMatch(it -> question.isAbout(it.id()) && test.test(it));
    }

    private boolean report(PlanQuestion question, Predicate<PlanReportObligation> test) {
        return plan.reportObligations().stream().anyMatch(it -> question.isAbout(it.id()) && test.test(it));
    }
}
