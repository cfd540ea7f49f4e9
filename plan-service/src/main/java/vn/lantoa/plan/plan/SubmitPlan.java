package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Hands a complete draft to the leader (trình). */
@ApplicationScoped
class SubmitPlan {

    record Command(PlanChange change, Grounds grounds) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Outbox outbox;
    private final Clock clock;

    SubmitPlan(Plans plans, IssuingBodies issuingBodies, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        outbox.publish(plan.submit(body, command.grounds(), change.now(clock)));
    }
}
