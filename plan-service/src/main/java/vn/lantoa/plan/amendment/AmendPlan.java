package vn.lantoa.plan.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.plan.Plan;
import vn.lantoa.plan.plan.PlanAmendments;
import vn.lantoa.plan.plan.PlanChange;

/** Gives an issued plan a new version by an amending document (điều chỉnh, bổ sung), and tells every service. */
@ApplicationScoped
class AmendPlan {

    record Command(PlanChange change, AmendmentWish wish) {}

    private final PlanAmendments plans;
    private final Previews previews;

    AmendPlan(PlanAmendments plans, Previews previews) {
        this.plans = plans;
        this.previews = previews;
    }

    @Transactional
    @Audited(subject = "plan", id = "change.planId", entity = Plan.class, organization = "change.organizationId")
    void handle(Command command) {
        var plan = plans.toChange(command.change());
        var foreseen = previews.of(plan, command.wish(), command.change().personId());
        var token = command.wish().token();
        if (token != null && !token.equals(foreseen.preview().token())) {
            throw new Problem.Stale("plan.preview-outdated").with("preview", foreseen.preview());
        }
        plans.amend(plan, foreseen.amendment(), command.change());
    }
}
