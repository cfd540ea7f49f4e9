package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Puts another plan of the organization in the place of one (thay thế). */
@ApplicationScoped
class ReplacePlan {

    record Command(PlanChange change, UUID replacingPlanId, Succession succession, Grounds grounds) {}

    private final Plans plans;
    private final OpenTasks openTasks;
    private final Outbox outbox;
    private final Clock clock;

    ReplacePlan(Plans plans, OpenTasks openTasks, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.openTasks = openTasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toReplace(change, command.replacingPlanId());
        var successor = plans.get(change.organizationId(), command.replacingPlanId());
        outbox.publish(plan.replace(
                successor, command.succession(), openTasks.of(plan.organizationId(), plan.id()), command.grounds(), change.now(clock)));
    }
}
