package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;

/** Makes a new draft of a plan, also of one that has ended. Nobody is told: there is nothing to do yet. */
@ApplicationScoped
class CopyPlan {

    /** @param origin the plan that is copied; it is not changed */
    record Command(PlanChange origin, YearShift shift) {}

    private final Plans plans;
    private final PlanSources sources;
    private final Clock clock;

    CopyPlan(Plans plans, PlanSources sources, Clock clock) {
        this.plans = plans;
        this.sources = sources;
        this.clock = clock;
    }

    /** @return the id of the draft */
    @Transactional
    @Audited(subject = "plan", id = "result", entity = Plan.class, organization = "origin.organizationId")
    UUID handle(Command command) {
        var origin = plans.toChange(command.origin()); // whoever changes it now is waited for
        var source = sources.findByIdOptional(origin.id()).orElseThrow(() -> new Problem.NotFound("plan.not-found"));
        var copy = Plan.copied(origin, command.shift(), command.origin().personId(), OffsetDateTime.now(clock));
        plans.persist(copy);
        sources.persist(source.copiedFor(copy.id()));
        return copy.id();
    }
}
