package vn.lantoa.kit.retiring;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;

/** Tells each caller of a retiring endpoint until when it lives, and remembers that they called. */
@Provider
@Singleton
class RetiringNotice implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String RETIRING = RetiringNotice.class.getName();

    private final RetiringUses uses;
    private final SecurityIdentity identity;
    private final Caller caller;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    RetiringNotice(RetiringUses uses, SecurityIdentity identity, Caller caller) {
        this.uses = uses;
        this.identity = identity;
        this.caller = caller;
    }

    /** Remembers what the endpoint says of itself: a request that matched none has no endpoint to ask when its answer leaves. */
    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var retiring = method == null ? null : method.getAnnotation(Retiring.class);
        if (retiring != null) {
            request.setProperty(RETIRING, retiring);
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(RETIRING) instanceof Retiring retiring)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Deprecation", "@" + midnight(retiring.since()).toEpochSecond());
        headers.putSingle("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(midnight(retiring.sunset())));
        headers.add("Link", "<%s>; rel=\"successor-version\"".formatted(retiring.instead()));
        if (!identity.isAnonymous()) {
            note(request.getMethod() + " " + address(), retiring);
        }
    }

    private void note(String operation, Retiring retiring) {
        try {
            uses.note(caller.organizationId(), caller.subject(), operation, LocalDate.parse(retiring.sunset()));
        } catch (Problem.NotAllowed namesNoSingleOrganization) {
            // was refused, and has used nothing
        }
    }

    /** As described, without the ids of this one request. */
    private String address() {
        return Stream.of(resource.getResourceClass(), resource.getResourceMethod())
                .map(it -> it.getAnnotation(Path.class))
                .filter(Objects::nonNull)
                .flatMap(path -> Stream.of(path.value().split("/")))
                .filter(segment -> !segment.isEmpty())
                .collect(Collectors.joining("/", "/", ""));
    }

    private static ZonedDateTime midnight(String day) {
        return LocalDate.parse(day).atStartOfDay(ZoneOffset.UTC);
    }
}
