package vn.lantoa.kit.http;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Demands If-Match where {@link IfMatchRequired} says so, and shows who came too late how the thing stands now. */
@Provider
@Singleton
@Priority(Manners.PRECONDITIONS)
class Preconditions implements ContainerRequestFilter, ContainerResponseFilter {

    private static final int STALE = 412;
    private static final Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Instance<CurrentState> states;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    Preconditions(@jakarta.enterprise.inject.Any Instance<CurrentState> states) {
        this.states = states;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (required(request) != null && request.getHeaderString(HttpHeaders.IF_MATCH) == null) {
            throw new Problem.PreconditionRequired("request.precondition-required");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != STALE || !(response.getEntity() instanceof ProblemBody problem)) {
            return;
        }
        var required = required(request);
        var id = required == null
                ? null
                : required.id().isEmpty()
                        ? ""
                        : request.getUriInfo().getPathParameters().getFirst(required.id());
        if (required == null || id == null) {
            return;
        }
        try {
            var now = states.select(required.value()).get().current(id);
            response.getHeaders().putSingle(HttpHeaders.ETAG, now.tag().quoted());
            response.setEntity(problem.with("current", now.view()));
        } catch (Problem goneMeanwhile) {
            // then there is nothing to show
        }
    }

    private @Nullable IfMatchRequired required(ContainerRequestContext request) {
        if (READING.contains(request.getMethod()) || resource.getResourceMethod() == null) {
            return null;
        }
        var ofMethod = resource.getResourceMethod().getAnnotation(IfMatchRequired.class);
        return ofMethod == null ? resource.getResourceClass().getAnnotation(IfMatchRequired.class) : ofMethod;
    }
}
