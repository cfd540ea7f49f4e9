package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.kit.http.Problem;

/**
 * What an organization may see and manage: itself and what lies below it today. What has ended stays below its last parent, and what
 * has not begun is below its first one already.
 */
@Singleton
public class Reach {

    private final Jdbi db;

    Reach(Jdbi db) {
        this.db = db;
    }

    /** True for the acting organization and all below it. */
    public boolean manages(UUID acting, UUID organizationId) {
        return isWithin(acting, organizationId);
    }

    /** @throws Problem.NotFound when it is neither the acting organization nor below it */
    public void requireManaged(UUID acting, UUID organizationId) {
        if (!isWithin(acting, organizationId)) {
            throw new Problem.NotFound("organization.not-found");
        }
    }

    /**
     * What may be managed may be seen; so may those whose work one goes on with, and whose records one now keeps.
     *
     * @throws Problem.NotFound when none of it holds
     */
    public void requireSeen(UUID acting, UUID organizationId) {
        if (!isWithin(acting, organizationId) && !goesOnWith(acting, organizationId)) {
            throw new Problem.NotFound("organization.not-found");
        }
    }

    /** True for the acting organization itself and all below it. */
    public boolean isWithin(UUID acting, UUID organizationId) {
        return found("""
                with recursive above (id) as (
                    select organization_id from directory_organization where organization_id = :organization
                    union
                    select parent_on(above.id, (select acting_today())) from above where above.id is not null)
                select true from above where id = :acting""", acting, organizationId);
    }

    private boolean goesOnWith(UUID acting, UUID organizationId) {
        return found("""
                with recursive later (id) as (
                    select successor_id from directory_succession where predecessor_id = :organization
                    union
                    select s.successor_id from directory_succession s join later on s.predecessor_id = later.id)
                select true from later where id = :acting""", acting, organizationId);
    }

    private boolean found(String query, UUID acting, UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery(query)
                .bind("acting", acting)
                .bind("organization", organizationId)
                .mapTo(Boolean.class)
                .findFirst()
                .isPresent());
    }
}
