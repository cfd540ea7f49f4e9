package vn.lantoa.kit.identity;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import vn.lantoa.kit.http.Problem;

/**
 * Nobody gets past here whose membership has ended or whose account is disabled, whatever an endpoint asks or forgets to ask: as
 * soon as this service has heard of it, and although their token is still good.
 */
@Provider
@Singleton
@Priority(MembersOnly.BEFORE_ALL_MANNERS)
class MembersOnly implements ContainerRequestFilter {

    static final int BEFORE_ALL_MANNERS = 3000;

    private final SecurityIdentity identity;
    private final Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    MembersOnly(SecurityIdentity identity, Caller caller) {
        this.identity = identity;
        this.caller = caller;
    }

    /** @throws Problem.NotAllowed unless the caller is a member of the organization for which they act */
    @Override
    public void filter(ContainerRequestContext request) {
        if (resource.getResourceMethod() != null
                && !has(PermitAll.class)
                && !has(ForStrangersToo.class)
                && !identity.isAnonymous()) {
            caller.memberships();
        }
    }

    private boolean has(Class<? extends Annotation> mark) {
        return resource.getResourceMethod().isAnnotationPresent(mark)
                || resource.getResourceClass().isAnnotationPresent(mark);
    }
}
