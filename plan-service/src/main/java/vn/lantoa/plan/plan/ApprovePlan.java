package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Signs a submitted plan (ký duyệt). */
@ApplicationScoped
class ApprovePlan {

    record Command(PlanChange change, SigningMode signingMode) {}

    private final Plans plans;
    private final Outbox outbox;
    private final Clock clock;

    ApprovePlan(Plans plans, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        outbox.publish(plan.approve(command.signingMode(), change.personId(), OffsetDateTime.now(clock)));
    }
}
