package vn.lantoa.task.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.TaskEffect;
import vn.lantoa.effects.TaskEffects;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.task.work.CancelTasks;
import vn.lantoa.task.work.TaskCancellation;

/**
 * Calls off what is open of a plan that is over. The end is remembered, so that a version that comes late gives nothing any more; a
 * second end changes nothing.
 */
@ApplicationScoped
class FollowPlanEnd {

    record Command(UUID planId, UUID organizationId, PlanEnded end) {
        static Command of(PlanEnded end) {
            return new Command(end.planId(), end.organizationId(), end);
        }
    }

    private final PromulgatedPlans plans;
    private final PlanTasks planTasks;
    private final CancelTasks cancelTasks;
    private final Recurrences recurrences;

    FollowPlanEnd(PromulgatedPlans plans, PlanTasks planTasks, CancelTasks cancelTasks, Recurrences recurrences) {
        this.plans = plans;
        this.planTasks = planTasks;
        this.cancelTasks = cancelTasks;
        this.recurrences = recurrences;
    }

    @Transactional
    @Audited(subject = "plan", id = "planId", organization = "organizationId")
    void handle(Command command) {
        var end = command.end();
        plans.hold(end.planId());
        if (!plans.end(end)) {
            return;
        }
        var successors = successors(end);
        cancelTasks.handle(new CancelTasks.Command(TaskEffects.ofEnd(planTasks.held(end.planId())).stream()
                .map(TaskEffect.Cancelled.class::cast)
                .map(it -> cancellation(it, end, successors.get(it.task().itemId())))
                .toList()));
        recurrences.end(end.planId());
        planTasks.end(end.planId(), end.endedOn().minusDays(1));
    }

    /** Items of the plan that goes on, by those of this one. */
    private static Map<UUID, UUID> successors(PlanEnded end) {
        return end instanceof PlanReplaced replaced
                ? replaced.moved().stream()
                        .collect(Collectors.toMap(
                                PlanReplaced.MovedItem::itemId,
                                PlanReplaced.MovedItem::continuedByItemId,
                                (first, _) -> first))
                : Map.of();
    }

    private static TaskCancellation cancellation(
            TaskEffect.Cancelled cancelled, PlanEnded end, @Nullable UUID continuedByItemId) {
        return new TaskCancellation(
                cancelled.task().taskId(),
                end.version(),
                PlanDecision.of(end),
                continuedByItemId != null && end instanceof PlanReplaced replaced ? replaced.replacingPlanId() : null,
                continuedByItemId,
                end.endedBy());
    }
}
