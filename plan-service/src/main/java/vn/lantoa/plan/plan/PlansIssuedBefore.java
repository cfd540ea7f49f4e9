package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.events.PlanState;
import vn.lantoa.plan.edition.IssuedBefore;

/** Tells of a plan from its rows what was told when it was issued; groups are written out as they are today. */
@Singleton
class PlansIssuedBefore implements IssuedBefore {

    private final Plans plans;
    private final IssuingBodies issuingBodies;

    PlansIssuedBefore(Plans plans, IssuingBodies issuingBodies) {
        this.plans = plans;
        this.issuingBodies = issuingBodies;
    }

    @Override
    public Optional<FirstVersion> find(UUID organizationId, UUID planId) {
        return plans.find("id = ?1 and organizationId = ?2 and promulgatedOn is not null", planId, organizationId)
                .firstResultOptional()
                .map(this::first);
    }

    private FirstVersion first(Plan plan) {
        var content = new PromulgatedContent(
                plan, issuingBodies.get(plan.organizationId()), Objects.requireNonNull(plan.promulgatedOn()));
        return new FirstVersion(
                content.event(
                        PlanState.APPROVED,
                        Objects.requireNonNull(plan.promulgatedBy()),
                        Objects.requireNonNull(plan.approvedBy())),
                plan.changedAt());
    }
}
