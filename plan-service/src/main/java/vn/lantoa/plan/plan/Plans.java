package vn.lantoa.plan.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;

/** The plans of all organizations; every access names the organization in whose name it happens. */
@Singleton
class Plans implements PanacheRepositoryBase<Plan, UUID> {

    /** @throws Problem.NotFound when there is none in this organization */
    Plan get(UUID organizationId, UUID planId) {
        return find("id = ?1 and organizationId = ?2", planId, organizationId)
                .firstResultOptional()
                .orElseThrow(() -> new Problem.NotFound("plan.not-found"));
    }

    /**
     * Whoever comes second waits here, and then meets the plan as the first one left it.
     *
     * @throws Problem.Stale when the plan is no longer as the person has seen it
     */
    Plan toChange(PlanChange change) {
        var plan = locked(change.organizationId(), change.planId())
                .orElseThrow(() -> new Problem.NotFound("plan.not-found"));
        var expected = change.expectedVersion();
        if (expected != null && expected != plan.version()) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        return plan;
    }

    /**
     * As {@link #toChange}; the plan that takes its place is held, too. Always the smaller id first: two plans that are to replace
     * each other at once wait for one another, not both.
     *
     * @throws Problem.NotFound when one of them is none of the organization
     */
    Plan toReplace(PlanChange change, UUID replacingPlanId) {
        var organizationId = change.organizationId();
        if (replacingPlanId.toString().compareTo(change.planId().toString()) < 0) {
            boolean known = isLocked(organizationId, replacingPlanId);
            var plan = toChange(change);
            requireKnown(known);
            return plan;
        }
        var plan = toChange(change);
        requireKnown(isLocked(organizationId, replacingPlanId));
        return plan;
    }

    private static void requireKnown(boolean known) {
        if (!known) {
            throw new Problem.NotFound("plan.replacing-not-found");
        }
    }

    private boolean isLocked(UUID organizationId, UUID planId) {
        return locked(organizationId, planId).isPresent();
    }

    private Optional<Plan> locked(UUID organizationId, UUID planId) {
        return find("id = ?1 and organizationId = ?2", planId, organizationId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** True when the same file has been imported before. */
    boolean knowSource(UUID organizationId, String sourceHash) {
        return count("organizationId = ?1 and sourceHash = ?2", organizationId, sourceHash) > 0;
    }
}
