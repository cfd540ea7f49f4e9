package vn.lantoa.plan.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import vn.lantoa.events.Role;

/** What somebody with these roles may do with a plan as it stands: for the answer to them, and for the answer about them. */
final class PlanRights {

    private PlanRights() {}

    static List<PlanAction> of(Plan plan, Set<Role> roles) {
        boolean complete = plan.blockingQuestions().isEmpty();
        return Arrays.stream(PlanAction.values())
                .filter(action -> action.isAllowedIn(plan.state()) && action.isFor(roles))
                .filter(action -> action != PlanAction.SUBMIT || complete)
                .toList();
    }
}
