package vn.lantoa.plan.cascade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Objects;
import vn.lantoa.plan.cascade.Branches.Branch;
import vn.lantoa.plan.cascade.Branches.Item;
import vn.lantoa.plan.plan.StandingPlans;

/** Shows the level above where the plan of an organization stands, and once it is issued, where it deviates. */
@ApplicationScoped
class LookAtBranch {

    record Command(Branch branch) {}

    private final StandingPlans plans;
    private final Branches branches;

    LookAtBranch(StandingPlans plans, Branches branches) {
        this.plans = plans;
        this.branches = branches;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Command command) {
        var branch = command.branch();
        var below = plans.get(branch.organizationId(), Objects.requireNonNull(branch.planId()));
        var handedDown =
                branches.items(branch.id()).stream().filter(Item::chosen).toList();
        branches.seen(branch.id(), below, Deviation.of(handedDown, below.items()));
    }
}
