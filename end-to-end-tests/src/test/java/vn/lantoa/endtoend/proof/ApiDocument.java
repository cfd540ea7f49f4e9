package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import vn.lantoa.local.Http;

/** The merged OpenAPI document as the gateway serves it: what it does not name, no proof tries. */
final class ApiDocument {

    private static final Set<String> VERBS =
            Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");

    private final JsonNode root;

    private ApiDocument(JsonNode root) {
        this.root = root;
    }

    static ApiDocument at(Http gateway) {
        var root = gateway.get("/api/v1/openapi.json").expect(200).json();
        if (root.has("x-missing-services")) {
            throw new IllegalStateException("The document is incomplete: " + root.path("x-missing-services"));
        }
        return new ApiDocument(root);
    }

    /** Every path with every verb, in the document's order. */
    List<Operation> operations() {
        var found = new ArrayList<Operation>();
        root.path("paths").properties().forEach(path -> path.getValue().properties().stream()
                .filter(verb -> VERBS.contains(verb.getKey()))
                .forEach(verb -> found.add(operation(verb.getKey(), path.getKey(), path.getValue(), verb.getValue()))));
        return found;
    }

    private Operation operation(String verb, String path, JsonNode shared, JsonNode own) {
        var parameters = new LinkedHashSet<Operation.Parameter>();
        for (var list : List.of(shared.path("parameters"), own.path("parameters"))) {
            list.forEach(it -> parameters.add(parameter(resolved(it))));
        }
        var bodies = new ArrayList<Operation.Body>();
        resolved(own.path("requestBody"))
                .path("content")
                .properties()
                .forEach(content -> bodies.add(
                        new Operation.Body(content.getKey(), content.getValue().path("schema"))));
        return new Operation(
                verb.toUpperCase(java.util.Locale.ROOT), path, List.copyOf(parameters), List.copyOf(bodies));
    }

    private Operation.Parameter parameter(JsonNode parameter) {
        return new Operation.Parameter(
                parameter.path("name").asText(),
                parameter.path("in").asText(),
                parameter.path("required").asBoolean(),
                resolved(parameter.path("schema")));
    }

    /** What a reference refers to; anything else is itself. */
    JsonNode resolved(JsonNode node) {
        var found = node;
        while (found.has("$ref")) {
            var pointer = found.path("$ref").asText();
            found = root.at(pointer.substring(pointer.indexOf('#') + 1));
            if (found instanceof MissingNode) {
                throw new IllegalStateException("The document refers to " + pointer + ", which is not in it");
            }
        }
        return found;
    }
}
