package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Makes a task of a unit's duty. */
@ApplicationScoped
class MakeTask {

    record Command(PlanChange change, UUID dutyId, DutyTask.Choice choice) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Clock clock;

    MakeTask(Plans plans, IssuingBodies issuingBodies, Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    UUID handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        return plan.makeTask(command.dutyId(), command.choice(), body, change.now(clock));
    }
}
