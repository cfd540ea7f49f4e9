package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Takes an issued plan back (bãi bỏ). */
@ApplicationScoped
class RevokePlan {

    record Command(
            PlanChange change, String reason, @Nullable DecidingDocument document) {}

    private final Plans plans;
    private final Outbox outbox;
    private final Clock clock;

    RevokePlan(Plans plans, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var plan = plans.toChange(command.change());
        outbox.publish(plan.revoke(
                command.reason(), command.document(), command.change().now(clock)));
    }
}
