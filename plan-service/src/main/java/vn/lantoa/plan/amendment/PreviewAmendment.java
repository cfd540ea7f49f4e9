package vn.lantoa.plan.amendment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.plan.plan.PlanAmendments;

/** Tells what an amendment would change, and changes nothing. */
@ApplicationScoped
class PreviewAmendment {

    record Command(UUID organizationId, UUID planId, UUID personId, AmendmentWish wish) {}

    private final PlanAmendments plans;
    private final Previews previews;

    PreviewAmendment(PlanAmendments plans, Previews previews) {
        this.plans = plans;
        this.previews = previews;
    }

    @Transactional
    AmendmentPreview preview(Command command) {
        var plan = plans.get(command.organizationId(), command.planId());
        return previews.of(plan, command.wish(), command.personId()).preview();
    }
}
