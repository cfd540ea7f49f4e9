package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Brings a plan to its end (tổng kết, kết thúc): no task stays open that the leader does not know of. */
@ApplicationScoped
class ClosePlan {

    record Command(PlanChange change, Closing closing) {}

    private final Plans plans;
    private final OpenTasks openTasks;
    private final Outbox outbox;
    private final Clock clock;

    ClosePlan(Plans plans, OpenTasks openTasks, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.openTasks = openTasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var plan = plans.toChange(command.change());
        outbox.publish(plan.close(
                command.closing(), openTasks.of(plan.organizationId(), plan.id()), command.change().now(clock)));
    }
}
