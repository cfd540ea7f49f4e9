package vn.lantoa.plan.machines;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.Reach;

/** The machine clients of all organizations; every access names the organization in whose name it happens. */
@Singleton
class MachineClients implements PanacheRepositoryBase<MachineClient, UUID> {

    private final Reach reach;

    MachineClients(Reach reach) {
        this.reach = reach;
    }

    /** @throws Problem.NotFound when there is none that the organization manages */
    MachineClient get(UUID acting, UUID clientId) {
        return managed(acting, findById(clientId));
    }

    /**
     * Whoever comes second waits here.
     *
     * @throws Problem.Stale when it is no longer as the person has seen it
     */
    MachineClient toChange(MachineChange change) {
        var client = managed(change.acting(), findById(change.clientId(), LockModeType.PESSIMISTIC_WRITE));
        var expected = change.expectedVersion();
        if (expected != null && expected != client.version()) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        return client;
    }

    /** Of one organization, by name; at most {@code limit} after a place in the list. */
    List<MachineClient> of(UUID organizationId, @Nullable String afterName, @Nullable UUID afterId, int limit) {
        return (afterName == null || afterId == null
                        ? find("organizationId = ?1 order by name, id", organizationId)
                        : find(
                                "organizationId = ?1 and (name > ?2 or (name = ?2 and id > ?3)) order by name, id",
                                organizationId,
                                afterName,
                                afterId))
                .range(0, limit - 1)
                .list();
    }

    private MachineClient managed(UUID acting, @Nullable MachineClient client) {
        if (client == null || !reach.manages(acting, client.organizationId())) {
            throw new Problem.NotFound("machine.not-found");
        }
        return client;
    }
}
