package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;

/** Notes that the execution was reviewed halfway (sơ kết), with the report that came of it. */
@ApplicationScoped
class ReviewPlan {

    /** @param reportId of the reporting service, which alone knows whether it is there */
    record Command(PlanChange change, @Nullable UUID reportId, Grounds grounds) {}

    private final Plans plans;
    private final Clock clock;

    ReviewPlan(Plans plans, Clock clock) {
        this.plans = plans;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var plan = plans.toChange(command.change());
        plan.interimReview(
                command.reportId(), command.grounds(), command.change().now(clock));
    }
}
