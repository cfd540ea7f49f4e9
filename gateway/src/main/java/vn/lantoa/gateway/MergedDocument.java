package vn.lantoa.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One OpenAPI document out of those of the services. A component that two services define alike appears once; one that they
 * define differently gets the service's name before its own.
 */
final class MergedDocument {

    private final JsonObject paths = new JsonObject();
    private final JsonObject components = new JsonObject();
    private final Map<String, JsonObject> tags = new LinkedHashMap<>();

    /** @param isRouted whether a path of a service is reachable through the gateway; the others are left out */
    void add(String service, JsonObject document, BiPredicate<String, String> isRouted) {
        var own = withoutConflicts(service, document);
        for (var section : own.getJsonObject("components", new JsonObject())) {
            if (section.getValue() instanceof JsonObject entries) {
                section(section.getKey()).mergeIn(entries);
            }
        }
        for (var path : own.getJsonObject("paths", new JsonObject())) {
            if (isRouted.test(service, path.getKey())) {
                paths.put(path.getKey(), path.getValue());
            }
        }
        for (var tag : own.getJsonArray("tags", new JsonArray())) {
            if (tag instanceof JsonObject object) {
                tags.putIfAbsent(object.getString("name"), object);
            }
        }
    }

    /** @param missing services whose part is not in it */
    JsonObject finish(String publicUrl, String version, List<String> missing) {
        var schemes = new JsonObject()
                .put(
                        "bearer",
                        new JsonObject()
                                .put("type", "http")
                                .put("scheme", "bearer")
                                .put("bearerFormat", "JWT")
                                .put("description", "Access token for exactly one organization, audience lantoa-api."))
                .put(
                        "session",
                        new JsonObject()
                                .put("type", "apiKey")
                                .put("in", "cookie")
                                .put("name", "q_session")
                                .put("description", "Session of a browser, from /auth/login?organization=<alias>."));
        section("securitySchemes").mergeIn(schemes);
        var document = new JsonObject()
                .put("openapi", "3.1.0")
                .put(
                        "info",
                        new JsonObject()
                                .put("title", "Lan Tỏa")
                                .put("version", version)
                                .put(
                                        "description",
                                        missing.isEmpty()
                                                ? "All services. In a browser: [sign in](/auth/login?returnTo=/api/docs/) first;"
                                                        + " then every call of this page goes with your session, and no token is kept in"
                                                        + " the browser. [Another organization](/auth/organizations?returnTo=/api/docs/)."
                                                : "Incomplete: without " + String.join(", ", missing)
                                                        + ", which did not answer."))
                .put("servers", new JsonArray().add(new JsonObject().put("url", publicUrl)))
                .put(
                        "security",
                        new JsonArray()
                                .add(new JsonObject().put("bearer", new JsonArray()))
                                .add(new JsonObject().put("session", new JsonArray())))
                .put("tags", new JsonArray(List.copyOf(tags.values())))
                .put("paths", paths)
                .put("components", components);
        return missing.isEmpty() ? document : document.put("x-missing-services", new JsonArray(missing));
    }

    private JsonObject section(String name) {
        if (!components.containsKey(name)) {
            components.put(name, new JsonObject());
        }
        return components.getJsonObject(name);
    }

    private JsonObject withoutConflicts(String service, JsonObject document) {
        var renamed = new HashMap<String, String>(); // JSON pointer of a component -> its new pointer
        var kept = new JsonObject();
        for (var section : document.getJsonObject("components", new JsonObject())) {
            if (!(section.getValue() instanceof JsonObject entries)) {
                continue;
            }
            var target = new JsonObject();
            for (var entry : entries) {
                var existing = section(section.getKey()).getValue(entry.getKey());
                boolean differs = existing != null && !existing.equals(entry.getValue());
                var name = differs ? service + "." + entry.getKey() : entry.getKey();
                if (differs) {
                    var pointer = "#/components/" + section.getKey() + "/";
                    renamed.put(pointer + entry.getKey(), pointer + name);
                }
                target.put(name, entry.getValue());
            }
            kept.put(section.getKey(), target);
        }
        var result = document.copy().put("components", kept);
        return renamed.isEmpty() ? result : (JsonObject) redirected(result, renamed);
    }

    private static @Nullable Object redirected(@Nullable Object node, Map<String, String> renamed) {
        return switch (node) {
            case JsonObject object -> {
                var copy = new JsonObject();
                object.forEach(field -> copy.put(
                        field.getKey(),
                        field.getKey().equals("$ref") && field.getValue() instanceof String pointer
                                ? renamed.getOrDefault(pointer, pointer)
                                : redirected(field.getValue(), renamed)));
                yield copy;
            }
            case JsonArray array -> {
                var copy = new JsonArray();
                array.forEach(item -> copy.add(redirected(item, renamed)));
                yield copy;
            }
            case null, default -> node;
        };
    }
}
