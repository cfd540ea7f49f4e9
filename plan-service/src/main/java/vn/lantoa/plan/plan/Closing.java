package vn.lantoa.plan.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.http.Problem;

/**
 * With what a plan is brought to its end.
 *
 * @param document the final report or conclusion
 * @param reason what the leader says of the end as a whole
 * @param leftOpen tasks that stay unfinished, each with the reason
 */
record Closing(DecidingDocument document, @Nullable String reason, List<LeftOpen> leftOpen) {

    record LeftOpen(UUID taskId, String reason) {}

    Closing {
        leftOpen = List.copyOf(leftOpen);
    }

    /**
     * The unfinished tasks; what is listed and was finished meanwhile is none of them.
     *
     * @throws Problem.RuleBroken when one is not listed
     */
    List<LeftOpen> leaving(List<OpenTask> open) {
        var listed = leftOpen.stream().map(LeftOpen::taskId).collect(Collectors.toSet());
        var unlisted =
                open.stream().filter(task -> !listed.contains(task.taskId())).toList();
        if (!unlisted.isEmpty()) {
            throw new Problem.RuleBroken("plan.tasks-open", unlisted.size()).with("openTasks", unlisted);
        }
        var unfinished = open.stream().map(OpenTask::taskId).collect(Collectors.toSet());
        return leftOpen.stream().filter(it -> unfinished.contains(it.taskId())).toList();
    }

    /** Why it ends with tasks left open; null when none is and nothing else was said. */
    @Nullable
    String reasonFor(List<LeftOpen> left) {
        if (reason != null || left.isEmpty()) {
            return reason;
        }
        return left.stream().map(LeftOpen::reason).distinct().collect(Collectors.joining("; "));
    }

    /** As the other services are told. */
    PlanClosed event(Plan plan, PlanState before, List<LeftOpen> left, By by) {
        return new PlanClosed(
                plan.id(),
                plan.organizationId(),
                plan.edition(),
                plan.statedSubject(),
                before,
                plan.state(),
                Objects.requireNonNull(plan.endedOn()),
                by.person(),
                reasonFor(left),
                document,
                left.stream().map(LeftOpen::taskId).toList());
    }

    static Map<String, String> details(List<LeftOpen> left) {
        var details = new LinkedHashMap<String, String>();
        left.forEach(it -> details.put("left open " + it.taskId(), it.reason()));
        return details;
    }
}
