package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Sends a submitted plan back for completion (trả lại). */
@ApplicationScoped
class ReturnPlan {

    record Command(PlanChange change, String reason) {}

    private final Plans plans;
    private final Outbox outbox;
    private final Clock clock;

    ReturnPlan(Plans plans, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        outbox.publish(plan.returnForCompletion(command.reason(), change.now(clock)));
    }
}
