package vn.lantoa.plan.cascade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Objects;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.cascade.Branches.Branch;
import vn.lantoa.plan.cascade.Branches.Item;
import vn.lantoa.plan.plan.StandingPlans;

/** Proposes to an organization what has changed above since it last decided. A change that leaves its items alone asks nothing. */
@ApplicationScoped
class ProposeChanges {

    record Command(Branch branch) {}

    private final StandingPlans plans;
    private final Branches branches;
    private final Proposals proposals;
    private final Clock clock;

    ProposeChanges(StandingPlans plans, Branches branches, Proposals proposals, Clock clock) {
        this.plans = plans;
        this.branches = branches;
        this.proposals = proposals;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Command command) {
        var branch = command.branch();
        var above = plans.get(branch.originOrganizationId(), branch.originPlanId());
        var below = plans.get(branch.organizationId(), Objects.requireNonNull(branch.planId()));
        var items = branches.items(branch.id());
        var changes = ProposedChange.of(
                items.stream().filter(Item::chosen).toList(),
                above.items(),
                below.items(),
                items.stream().map(Item::originItemId).toList());
        if (changes.isEmpty() || isOver(below.state())) {
            branches.heard(branch.id(), above.edition());
        } else {
            proposals.add(Ids.next(), branch, above.edition(), changes, OffsetDateTime.now(clock));
        }
    }

    private static boolean isOver(PlanState state) {
        return switch (state) {
            case DRAFT, CONSULTING, SUBMITTED, RETURNED, APPROVED, PROMULGATED, IN_EXECUTION -> false;
            case REPLACED, REVOKED, CLOSED -> true;
        };
    }
}
