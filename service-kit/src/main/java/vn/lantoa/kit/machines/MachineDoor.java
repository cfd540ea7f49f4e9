package vn.lantoa.kit.machines;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/**
 * Lets a machine client in only where an endpoint says so ({@link MachineScope}) and only with the scope. Before anything of the
 * request is looked at: who has no business here learns nothing of what a right request looks like. People pass.
 */
@Provider
@Singleton
@Priority(Priorities.AUTHORIZATION)
class MachineDoor implements ContainerRequestFilter {

    private final SecurityIdentity identity;
    private final Caller caller;
    private final MachineUses uses;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    MachineDoor(SecurityIdentity identity, Caller caller, MachineUses uses) {
        this.identity = identity;
        this.caller = caller;
        this.uses = uses;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        if (method == null || identity.isAnonymous()) {
            return;
        }
        var machines = caller.machines();
        if (machines.isEmpty()) {
            return;
        }
        machines.forEach(uses::note);
        var access = MachineAccess.of(resource.getResourceClass(), method, request.getMethod());
        var held = caller.scopes();
        if (access.lets(held)) {
            return;
        }
        throw switch (access) {
            case MachineAccess.Scoped(var scope) ->
                new Problem.NotAllowed("machine.scope-missing", scope.wire()).with("requiredScope", scope.wire());
            case MachineAccess.Closed _, MachineAccess.Open _ -> new Problem.NotAllowed("machine.people-only");
        };
    }
}
