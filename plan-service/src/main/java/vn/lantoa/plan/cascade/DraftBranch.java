package vn.lantoa.plan.cascade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import vn.lantoa.plan.cascade.Branches.Branch;
import vn.lantoa.plan.cascade.Branches.Item;
import vn.lantoa.plan.plan.DraftFromAbove;
import vn.lantoa.plan.plan.StandingPlans;

/** Makes the draft of one organization, all or nothing. In the transaction that holds its branch. */
@ApplicationScoped
class DraftBranch {

    record Command(Branch branch) {}

    private final StandingPlans plans;
    private final Branches branches;
    private final DraftFromAbove draftFromAbove;

    DraftBranch(StandingPlans plans, Branches branches, DraftFromAbove draftFromAbove) {
        this.plans = plans;
        this.branches = branches;
        this.draftFromAbove = draftFromAbove;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Command command) {
        var branch = command.branch();
        var above = plans.get(branch.originOrganizationId(), branch.originPlanId());
        var drafted = draftFromAbove.handle(new DraftFromAbove.Command(
                branch.originOrganizationId(),
                branch.originPlanId(),
                branch.organizationId(),
                branch.handedDownBy(),
                branch.wanted()));
        branches.drafted(branch.id(), drafted.planId());
        branches.heard(branch.id(), above.edition());
        branches.keepItems(
                branch.id(),
                above.items().entrySet().stream()
                        .map(it -> new Item(
                                it.getKey(),
                                drafted.itemOf().get(it.getKey()),
                                branch.wanted().containsKey(it.getKey()),
                                it.getValue()))
                        .toList());
    }
}
