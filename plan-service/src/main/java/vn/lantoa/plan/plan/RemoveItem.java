package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** Takes out of a draft what was taken for a part of the plan and is none. */
@ApplicationScoped
class RemoveItem {

    record Command(PlanChange change, UUID itemId, @Nullable String reason) {}

    private final Plans plans;
    private final Clock clock;

    RemoveItem(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        plan.remove(command.itemId(), command.reason(), change.now(clock));
    }
}
