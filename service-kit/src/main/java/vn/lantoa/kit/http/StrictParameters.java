package vn.lantoa.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.Priority;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A query parameter that nobody reads is a mistake of the caller, who would take an unfiltered list for a filtered one: it is
 * refused, as is one given twice that counts once, and one that cannot be read.
 */
@Provider
@Singleton
@Priority(Manners.PARAMETERS)
class StrictParameters implements ContainerRequestFilter {

    private final Map<Method, QueryParameters> known = new ConcurrentHashMap<>();
    private final ObjectMapper json;

    @Context
    @SuppressWarnings("NullAway.Init")
    ResourceInfo resource;

    StrictParameters(ObjectMapper json) {
        this.json = json;
    }

    private QueryParameters taken(Method method) {
        var declared = QueryParameters.of(method);
        return AnswerShape.of(method, json).isPresent() ? declared.andText(SparseAnswers.FIELDS) : declared;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var method = resource.getResourceMethod();
        var given = request.getUriInfo().getQueryParameters();
        if (method == null || given.isEmpty()) {
            return;
        }
        var taken = known.computeIfAbsent(method, this::taken);
        var errors = new ArrayList<Problem.Invalid.Error>();
        boolean unknown = false;
        for (var parameter : given.entrySet()) {
            var name = parameter.getKey();
            if (!taken.knows(name)) {
                unknown = true;
                errors.add(new Problem.Invalid.Error(
                        "?" + name, "request.parameter-not-known-here", String.join(", ", taken.names())));
            } else if (parameter.getValue().size() > 1 && !taken.takesSeveral(name)) {
                errors.add(new Problem.Invalid.Error("?" + name, "request.parameter-repeated"));
            } else {
                parameter.getValue().stream()
                        .map(value -> taken.objection(name, value))
                        .filter(java.util.Objects::nonNull)
                        .findFirst()
                        .ifPresent(form -> errors.add(
                                new Problem.Invalid.Error("?" + name, "request.parameter-unreadable", form)));
            }
        }
        // The map of the request has no order of its own: the same request must get the same answer, word for word.
        errors.sort(Comparator.comparing(Problem.Invalid.Error::pointer));
        if (unknown) {
            throw new Problem.Invalid("request.unknown-parameter", String.join(", ", taken.names()))
                    .errors(errors)
                    .with("knownParameters", taken.names());
        }
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
    }
}
