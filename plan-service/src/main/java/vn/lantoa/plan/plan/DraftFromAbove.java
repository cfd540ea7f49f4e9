package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.audit.Audited;

/**
 * Writes the draft of an organization out of the plan of a level above. In the caller's transaction, which works in the background: a
 * draft is written where its maker has no hand.
 */
@ApplicationScoped
public class DraftFromAbove {

    /**
     * What is made for whom.
     *
     * @param leads the items to take over, with the kind of unit that leads a task where one was named
     */
    public record Command(
            UUID originOrganizationId,
            UUID originPlanId,
            UUID organizationId,
            UUID personId,
            Map<UUID, @Nullable UnitKind> leads) {}

    /**
     * The draft that was made.
     *
     * @param itemOf from each item above to the one that was made of it
     */
    public record Drafted(UUID planId, Map<UUID, UUID> itemOf) {}

    private final Plans plans;
    private final PlanSources sources;
    private final IssuingBodies issuingBodies;
    private final Clock clock;

    DraftFromAbove(Plans plans, PlanSources sources, IssuingBodies issuingBodies, Clock clock) {
        this.plans = plans;
        this.sources = sources;
        this.issuingBodies = issuingBodies;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    @Audited(subject = "plan", id = "result.planId", entity = Plan.class, organization = "organizationId")
    public Drafted handle(Command command) {
        var origin = plans.get(command.originOrganizationId(), command.originPlanId());
        var making = new CascadedDraft(origin, issuingBodies.get(command.organizationId()), command.leads());
        var plan = new Plan(
                making.draft(),
                origin.sourceHash(),
                By.person(command.personId(), OffsetDateTime.now(clock)));
        plans.persist(plan);
        sources.persist(sources.findById(origin.id()).copiedFor(plan.id()));
        plans.flush();
        return new Drafted(plan.id(), making.madeOf());
    }
}
