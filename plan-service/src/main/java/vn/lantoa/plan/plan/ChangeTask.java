package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Corrects a task of a draft. */
@ApplicationScoped
class ChangeTask {

    record Command(PlanChange change, UUID taskId, Plan.TaskChoice choice) {}

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Clock clock;

    ChangeTask(Plans plans, IssuingBodies issuingBodies, Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var change = command.change();
        var plan = plans.toChange(change);
        var body = issuingBodies.get(change.organizationId());
        plan.changeTask(command.taskId(), command.choice(), body, change.now(clock));
    }
}
