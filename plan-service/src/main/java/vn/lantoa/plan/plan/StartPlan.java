package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Begins the execution of an issued plan (triển khai). */
@ApplicationScoped
class StartPlan {

    record Command(PlanChange change, Grounds grounds) {}

    private final Plans plans;
    private final Outbox outbox;
    private final Clock clock;

    StartPlan(Plans plans, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var plan = plans.toChange(command.change());
        outbox.publish(plan.start(command.grounds(), command.change().now(clock)));
    }
}
