package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Makes a second task like one of the draft, behind its last. */
@ApplicationScoped
class CopyTask {

    record Command(PlanChange change, UUID taskId) {}

    private final Plans plans;
    private final Clock clock;

    CopyTask(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    /** @return the id of the new task */
    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    UUID handle(Command command) {
        var change = command.change();
        return plans.toChange(change).copyTask(command.taskId(), change.personId(), OffsetDateTime.now(clock));
    }
}
