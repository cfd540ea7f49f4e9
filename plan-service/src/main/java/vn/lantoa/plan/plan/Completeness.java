package vn.lantoa.plan.plan;

import java.util.Objects;
import vn.lantoa.events.AssignMode;
import vn.lantoa.kit.http.Problem;

/** What a plan must have before it leaves the hands that draft it: no open question that blocks, and one lead for each task. */
final class Completeness {

    private Completeness() {}

    /** @throws Problem.RuleBroken with what is missing */
    static void require(Plan plan, IssuingBody body) {
        var blocking = plan.blockingQuestions();
        if (!blocking.isEmpty()) {
            throw new Problem.RuleBroken("plan.questions-open", blocking.size())
                    .with(
                            "openQuestions",
                            blocking.stream().map(PlanQuestion::id).toList());
        }
        var incomplete = plan.tasks().stream()
                .filter(task -> task.leadUnitId() == null || task.schedule() == null)
                .toList();
        if (!incomplete.isEmpty()) { // a person may have cleared what the document gave
            throw new Problem.RuleBroken("plan.tasks-incomplete", incomplete.size())
                    .with("tasks", incomplete.stream().map(PlanTask::id).toList());
        }
        for (var task : plan.tasks()) {
            var lead = body.find(Objects.requireNonNull(task.leadUnitId()))
                    .orElseThrow(() -> new Problem.RuleBroken("plan.lead-gone", task.title()));
            if (task.mode() == AssignMode.ASSIGN && body.mayOnlyRequest(lead)) {
                throw new Problem.RuleBroken("plan.request-required", lead.name());
            }
        }
    }
}
