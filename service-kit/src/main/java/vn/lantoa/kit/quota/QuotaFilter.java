package vn.lantoa.kit.quota;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.QuotaClass;
import vn.lantoa.kit.http.Manners;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/**
 * Counts every request of a known client and says in each answer what is left, in the headers of the IETF draft "RateLimit
 * header fields for HTTP". An answer that nothing has changed (304) costs nothing.
 */
@Provider
@Singleton
@Priority(Manners.QUOTA)
class QuotaFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String COUNT = QuotaFilter.class.getName();
    private static final int NOT_MODIFIED = 304;

    private final Quotas quotas;
    private final SecurityIdentity identity;
    private final Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    QuotaFilter(Quotas quotas, SecurityIdentity identity, Caller caller) {
        this.quotas = quotas;
        this.identity = identity;
        this.caller = caller;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (identity.isAnonymous()) {
            return; // whoever is not known is counted by the gateway, by address
        }
        var count = quotas.take(caller.subject(), organization(), quotaClass());
        request.setProperty(COUNT, count);
        if (count.isUsedUp()) {
            throw new Problem.TooMany("client.quota-used-up", count.perMinute(), count.secondsToNext())
                    .with("quotaClass", count.quotaClass())
                    .with("perMinute", count.perMinute())
                    .retryAfter(Math.toIntExact(count.secondsToNext()));
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(COUNT) instanceof Quotas.Count count)) {
            return;
        }
        long remaining = count.remaining();
        if (response.getStatus() == NOT_MODIFIED) {
            count.bucket().addTokens(1);
            remaining++;
        }
        var name = count.quotaClass().name().toLowerCase(Locale.ROOT);
        response.getHeaders()
                .putSingle(
                        "RateLimit-Policy",
                        "\"%s\";q=%d;w=%d".formatted(name, count.perMinute(), Quotas.WINDOW.toSeconds()));
        response.getHeaders()
                .putSingle("RateLimit", "\"%s\";r=%d;t=%d".formatted(name, remaining, count.secondsToFull()));
    }

    private QuotaClass quotaClass() {
        var method = resource.getResourceMethod();
        if (method != null
                && (method.isAnnotationPresent(MovesMuch.class)
                        || resource.getResourceClass().isAnnotationPresent(MovesMuch.class))) {
            return QuotaClass.BULK;
        }
        return caller.isMachine() ? QuotaClass.MACHINE : QuotaClass.SCREEN;
    }

    private @Nullable UUID organization() {
        try {
            return caller.organizationId();
        } catch (Problem.NotAllowed namesNoSingleOrganization) {
            return null;
        }
    }
}
