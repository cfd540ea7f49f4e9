package vn.lantoa.endtoend.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Makes a body that a schema allows, so that no validation of its form hides the check behind it. */
final class SampleBody {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 8;
    private static final List<String> CANDIDATES =
            List.of("Nội dung", "1", "KH-UBND", "12", "00001", "2026", "xa-thu-nghiem", "H01.02");

    private final ApiDocument document;
    private final Function<String, String> ids;
    private final boolean everything;

    /**
     * @param ids the id to put where a property of this name asks for one
     * @param everything whether to fill what the schema does not require, too
     */
    SampleBody(ApiDocument document, Function<String, String> ids, boolean everything) {
        this.document = document;
        this.ids = ids;
        this.everything = everything;
    }

    JsonNode of(JsonNode schema) {
        return value("", schema, 0);
    }

    private JsonNode value(String name, JsonNode reference, int depth) {
        var schema = document.resolved(reference);
        for (var choice : new String[] {"oneOf", "anyOf"}) {
            if (schema.has(choice)) {
                return chosen(name, schema, choice, depth);
            }
        }
        if (schema.has("allOf")) {
            return merged(name, schema, depth);
        }
        if (schema.has("const")) {
            return schema.path("const");
        }
        if (schema.has("enum")) {
            return schema.path("enum").get(0);
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(name, schema, depth);
            case "integer" -> JSON.numberNode(whole(schema));
            case "number" -> JSON.numberNode(schema.path("minimum").asDouble(1));
            case "boolean" -> JSON.booleanNode(false);
            case "string" -> JSON.textNode(text(name, schema));
            default -> JSON.objectNode();
        };
    }

    private JsonNode chosen(String name, JsonNode schema, String choice, int depth) {
        var mapping = schema.path("discriminator").path("mapping").properties();
        for (var option : schema.path(choice)) {
            if (type(document.resolved(option)).equals("null")) {
                continue;
            }
            var made = value(name, option, depth + 1);
            for (var entry : mapping) {
                if (entry.getValue().asText().equals(option.path("$ref").asText()) && made.isObject()) {
                    ((com.fasterxml.jackson.databind.node.ObjectNode) made)
                            .put(
                                    schema.path("discriminator")
                                            .path("propertyName")
                                            .asText(),
                                    entry.getKey());
                }
            }
            return made;
        }
        return JSON.nullNode();
    }

    private JsonNode merged(String name, JsonNode schema, int depth) {
        var all = JSON.objectNode();
        for (var part : schema.path("allOf")) {
            var made = value(name, part, depth + 1);
            if (!made.isObject()) {
                return made;
            }
            made.properties().forEach(it -> all.set(it.getKey(), it.getValue()));
        }
        return all;
    }

    private JsonNode object(JsonNode schema, int depth) {
        var made = JSON.objectNode();
        var required = names(schema.path("required"));
        schema.path("properties").properties().stream()
                .filter(it -> required.contains(it.getKey()) || (everything && depth < DEEPEST))
                .forEach(it -> made.set(it.getKey(), value(it.getKey(), it.getValue(), depth + 1)));
        return made;
    }

    private JsonNode array(String name, JsonNode schema, int depth) {
        var made = JSON.arrayNode();
        int wanted = Math.max(schema.path("minItems").asInt(0), everything && depth < DEEPEST ? 1 : 0);
        for (int i = 0; i < wanted; i++) {
            made.add(value(name, schema.path("items"), depth + 1));
        }
        return made;
    }

    private static long whole(JsonNode schema) {
        return schema.path("minimum").asLong(1);
    }

    private String text(String name, JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "uuid" -> ids.apply(name);
            case "date" -> "2026-11-30";
            case "date-time" -> "2026-11-30T08:00:00+07:00";
            case "time" -> "08:00:00";
            case "email" -> "nguoi.nhan@example.org";
            case "uri" -> "https://example.org/";
            case "binary" -> "Kế hoạch";
            default ->
                name.equals("ifMatch")
                        ? "*" // so that no stale version hides the check behind it
                        : schema.has("pattern")
                                ? matching(
                                        Pattern.compile(schema.path("pattern").asText()),
                                        schema.path("minLength").asInt())
                                : "Nội dung";
        };
    }

    /**
     * The few shapes that our patterns ask for: some text, a number with or without a letter, one of several words. A pattern
     * may mean the whole text or any part of it; what is the whole is right for both.
     */
    private static String matching(Pattern pattern, int atLeast) {
        var candidates =
                CANDIDATES.stream().filter(it -> it.length() >= atLeast).toList();
        return candidates.stream()
                .filter(it -> pattern.matcher(it).matches())
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(it -> pattern.matcher(it).find())
                        .findFirst())
                .orElseGet(() -> {
                    var words = pattern.pattern();
                    return words.contains("|")
                            ? words.substring(0, words.indexOf('|')).replaceAll("[^a-zA-Z0-9]", "")
                            : "x";
                });
    }

    private static String type(JsonNode schema) {
        var type = schema.path("type");
        if (!type.isArray()) {
            return type.asText(schema.has("properties") ? "object" : "");
        }
        for (var one : type) {
            if (!one.asText().equals("null")) {
                return one.asText();
            }
        }
        return "null";
    }

    private static Set<String> names(JsonNode list) {
        var names = new HashSet<String>();
        list.forEach(it -> names.add(it.asText()));
        return names;
    }
}
