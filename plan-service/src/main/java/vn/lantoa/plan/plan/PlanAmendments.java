package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.plan.edition.Editions;

/** What the amending of plans needs of them. */
@Singleton
public class PlanAmendments {

    private final Plans plans;
    private final IssuingBodies issuingBodies;
    private final Editions editions;
    private final Outbox outbox;
    private final Caller caller;
    private final Clock clock;

    PlanAmendments(
            Plans plans, IssuingBodies issuingBodies, Editions editions, Outbox outbox, Caller caller, Clock clock) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
        this.editions = editions;
        this.outbox = outbox;
        this.caller = caller;
        this.clock = clock;
    }

    /** @throws Problem.NotAllowed when the caller holds no post that lets them amend a plan */
    public PlanChange change(UUID planId, @Nullable String ifMatch) {
        caller.require(PlanAction.AMEND.roles());
        return new PlanChange(caller.organizationId(), planId, EntityTag.expected(ifMatch, planId), caller.personId());
    }

    /**
     * To look at.
     *
     * @throws Problem.NotFound when there is none in this organization
     * @throws Problem.RuleBroken when it is not issued, or has ended
     */
    public Amendable get(UUID organizationId, UUID planId) {
        return amendable(plans.get(organizationId, planId));
    }

    /**
     * To be amended in this transaction; whoever comes second waits.
     *
     * @throws Problem.Stale when the plan is no longer as the person has seen it
     */
    public Amendable toChange(PlanChange change) {
        return amendable(plans.toChange(change));
    }

    private Amendable amendable(Plan plan) {
        plan.require(PlanAction.AMEND);
        return new Amendable(plan, issuingBodies.get(plan.organizationId()));
    }

    /** What will be told if the plan is amended so; nothing is changed. */
    public PlanAmended foretell(Amendable plan, Amendment amendment, UUID by) {
        return plan.plan().amended(amendment, by);
    }

    /** Keeps the new version, and tells everybody. */
    @Transactional(TxType.MANDATORY)
    public void amend(Amendable plan, Amendment amendment, PlanChange change) {
        var now = OffsetDateTime.now(clock);
        var told = plan.plan().amend(amendment, plan.body(), change.personId(), now);
        editions.keep(told, now);
        outbox.publish(told);
    }
}
