package vn.lantoa.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a schema took away from those who rely on its released form. Additions are free, as long as they are optional. */
final class SchemaGrowth {

    private final JsonNode releasedRoot;
    private final JsonNode currentRoot;
    private final List<String> losses = new ArrayList<>();

    private SchemaGrowth(JsonNode releasedRoot, JsonNode currentRoot) {
        this.releasedRoot = releasedRoot;
        this.currentRoot = currentRoot;
    }

    /** Empty when everything that a reader or an old event relied on still holds. */
    static List<String> losses(JsonNode released, JsonNode current) {
        var growth = new SchemaGrowth(released, current);
        growth.compare("", released, current);
        return growth.losses;
    }

    private void compare(String path, JsonNode released, JsonNode current) {
        if (!allowsNull(released) && allowsNull(current)) {
            losses.add(path + " may be null now");
        }
        var before = plain(released, releasedRoot);
        var after = plain(current, currentRoot);
        if (!typeOf(before).equals(typeOf(after)) || !before.path("format").equals(after.path("format"))) {
            losses.add(path + " has another type");
            return;
        }
        var missing = difference(texts(before.path("enum")), texts(after.path("enum")));
        if (!missing.isEmpty()) {
            losses.add(path + " lost the values " + missing);
        }
        if (before.has("items")) {
            compare(path + "/items", before.path("items"), after.path("items"));
        }
        if (before.has("properties")) {
            compareProperties(path, before, after);
        }
    }

    private void compareProperties(String path, JsonNode before, JsonNode after) {
        var requiredBefore = texts(before.path("required"));
        var requiredAfter = texts(after.path("required"));
        difference(requiredBefore, requiredAfter)
                .forEach(name -> losses.add(path + "/" + name + " is not certain any more"));
        difference(requiredAfter, requiredBefore)
                .forEach(name -> losses.add(path + "/" + name + " is required, and older events lack it"));
        before.path("properties").properties().forEach(property -> {
            var name = path + "/" + property.getKey();
            if (after.path("properties").has(property.getKey())) {
                compare(name, property.getValue(), after.path("properties").get(property.getKey()));
            } else {
                losses.add(name + " is gone");
            }
        });
    }

    private static JsonNode plain(JsonNode schema, JsonNode root) {
        var one = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        return one.has("$ref") ? root.at(one.path("$ref").asText().substring(1)) : one;
    }

    private static boolean allowsNull(JsonNode schema) {
        return schema.has("anyOf") || texts(schema.path("type")).contains("null");
    }

    private static String typeOf(JsonNode schema) {
        var type = schema.path("type");
        return type.isArray() ? type.path(0).asText() : type.asText();
    }

    private static Set<String> texts(JsonNode array) {
        var texts = new TreeSet<String>();
        array.forEach(node -> {
            if (!node.isNull()) {
                texts.add(node.asText());
            }
        });
        return texts;
    }

    private static Set<String> difference(Set<String> all, Set<String> without) {
        var rest = new TreeSet<>(all);
        rest.removeAll(without);
        return rest;
    }
}
