package vn.lantoa.plan.plan;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
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
        var plan = find("id = ?1 and organizationId = ?2", change.planId(), change.organizationId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> new Problem.NotFound("plan.not-found"));
        var expected = change.expectedVersion();
        if (expected != null && expected != plan.version()) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        return plan;
    }

    /** True when the same file has been imported before. */
    boolean knowSource(UUID organizationId, String sourceHash) {
        return count("organizationId = ?1 and sourceHash = ?2", organizationId, sourceHash) > 0;
    }
}
