package vn.lantoa.plan.people;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import vn.lantoa.events.Role;
import vn.lantoa.kit.identity.Caller;

@Path("/api/v1/delegations/{id}")
@Tag(name = "People")
class DelegationResource {

    private final RevokeDelegation revokeDelegation;
    private final Delegations delegations;
    private final Caller caller;

    DelegationResource(RevokeDelegation revokeDelegation, Delegations delegations, Caller caller) {
        this.revokeDelegation = revokeDelegation;
        this.delegations = delegations;
        this.caller = caller;
    }

    @POST
    @Path("revoke")
    @Operation(
            operationId = "revokeDelegation",
            summary = "Take handed roles back at once",
            description = "By who handed them, who has them, or an administrator of the organization.")
    public PersonResource.DelegationView revoke(@RestPath UUID id) {
        var acting = caller.memberships().getFirst().organizationId();
        revokeDelegation.handle(new RevokeDelegation.Command(acting, caller.personId(), caller.is(Role.ADMIN), id));
        return PersonResource.DelegationView.of(delegations.find(id).orElseThrow());
    }
}
