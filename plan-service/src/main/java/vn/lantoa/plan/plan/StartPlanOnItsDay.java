package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.messaging.Outbox;

/** Begins the execution of an issued plan because its first day has come. The caller holds the plan. */
@ApplicationScoped
class StartPlanOnItsDay {

    record Command(UUID organizationId, UUID planId) {}

    private final Plans plans;
    private final Outbox outbox;
    private final Clock clock;

    StartPlanOnItsDay(Plans plans, Outbox outbox, Clock clock) {
        this.plans = plans;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    @Audited(subject = "plan", id = "planId", entity = Plan.class, organization = "organizationId")
    void handle(Command command) {
        var plan = plans.get(command.organizationId(), command.planId());
        outbox.publish(plan.start(Grounds.NONE, By.time(OffsetDateTime.now(clock))));
    }
}
