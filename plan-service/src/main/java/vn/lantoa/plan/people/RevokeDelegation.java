package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.ValidPlaces;

/** Takes handed roles back at once. */
@ApplicationScoped
class RevokeDelegation {

    /** @param administers true when the caller may do so for others */
    record Command(UUID organizationId, UUID callerId, boolean administers, UUID delegationId) {}

    private final Delegations delegations;
    private final ValidPlaces places;

    RevokeDelegation(Delegations delegations, ValidPlaces places) {
        this.delegations = delegations;
        this.places = places;
    }

    /** @throws Problem.RuleBroken when it was taken back already */
    @Transactional
    @Audited(subject = "delegation", id = "delegationId", organization = "organizationId")
    void handle(Command command) {
        places.lock();
        var delegation = delegations
                .find(command.delegationId())
                .filter(it -> it.organizationId().equals(command.organizationId()))
                .filter(it -> command.administers()
                        || it.fromPersonId().equals(command.callerId())
                        || it.toPersonId().equals(command.callerId()))
                .orElseThrow(() -> new Problem.NotFound("delegation.not-found"));
        if (delegation.revokedAt() != null) {
            throw new Problem.RuleBroken("delegation.revoked");
        }
        delegations.revoke(delegation, command.callerId());
    }
}
