package vn.lantoa.events;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Holds a schema against the record that it describes, down to the last nested field. */
final class SchemaOfRecord {

    private final JsonNode root;
    private final List<String> differences = new ArrayList<>();

    private SchemaOfRecord(JsonNode root) {
        this.root = root;
    }

    /** Where schema and record disagree; empty when they say the same. */
    static List<String> differences(JsonNode schema, Class<?> record) {
        var comparison = new SchemaOfRecord(schema);
        comparison.compareObject("", schema, record);
        return comparison.differences;
    }

    private void compareObject(String path, JsonNode schema, Class<?> record) {
        expect(path + "/type", "object", schema.path("type").asText());
        expect(
                path + "/additionalProperties",
                "true",
                schema.path("additionalProperties").asText());
        var components = record.getRecordComponents();
        expect(
                path + "/properties",
                names(components, true).toString(),
                new TreeSet<>(fieldNames(schema.path("properties"))).toString());
        expect(
                path + "/required",
                names(components, false).toString(),
                new TreeSet<>(texts(schema.path("required"))).toString());
        for (var component : components) {
            compare(
                    path + "/" + component.getName(),
                    schema.path("properties").path(component.getName()),
                    component.getGenericType(),
                    isNullable(component));
        }
    }

    private void compare(String path, JsonNode property, Type type, boolean nullable) {
        expect(path + " allows null", String.valueOf(nullable), String.valueOf(allowsNull(property)));
        var schema = withoutNull(property);
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            expect(path + "/type", "array", typeOf(schema));
            compare(path + "/items", schema.path("items"), list.getActualTypeArguments()[0], false);
        } else if (type instanceof Class<?> simple && simple.isRecord()) {
            compareObject(path, schema, simple);
        } else if (type instanceof Class<?> simple && simple.isEnum()) {
            expect(path + "/type", "string", typeOf(schema));
            var constants = Arrays.stream(simple.getEnumConstants()).map(Object::toString);
            expect(
                    path + "/enum",
                    constants.collect(Collectors.toCollection(TreeSet::new)).toString(),
                    new TreeSet<>(texts(schema.path("enum"))).toString());
        } else {
            var expected = jsonTypeOf(type);
            expect(path + "/type", expected.type(), typeOf(schema));
            expect(path + "/format", expected.format(), schema.path("format").asText());
        }
    }

    private record JsonType(String type, String format) {}

    private static JsonType jsonTypeOf(Type type) {
        if (type == UUID.class) {
            return new JsonType("string", "uuid");
        } else if (type == LocalDate.class) {
            return new JsonType("string", "date");
        } else if (type == OffsetDateTime.class) {
            return new JsonType("string", "date-time");
        } else if (type == String.class) {
            return new JsonType("string", "");
        } else if (type == boolean.class || type == Boolean.class) {
            return new JsonType("boolean", "");
        } else if (Set.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return new JsonType("integer", "");
        } else if (type == BigDecimal.class) {
            return new JsonType("number", "");
        }
        throw new IllegalArgumentException("An event should not carry " + type);
    }

    private JsonNode withoutNull(JsonNode property) {
        var schema = property.has("anyOf") ? property.path("anyOf").path(0) : property;
        return schema.has("$ref") ? root.at(schema.path("$ref").asText().substring(1)) : schema;
    }

    private static boolean allowsNull(JsonNode property) {
        return property.has("anyOf")
                ? "null".equals(property.path("anyOf").path(1).path("type").asText())
                : texts(property.path("type")).contains("null");
    }

    private static String typeOf(JsonNode schema) {
        return schema.path("type").isArray()
                ? schema.path("type").path(0).asText()
                : schema.path("type").asText();
    }

    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static SortedSet<String> names(RecordComponent[] components, boolean withNullable) {
        return Arrays.stream(components)
                .filter(component -> withNullable || !isNullable(component))
                .map(RecordComponent::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(node -> !node.isNull())
                .map(JsonNode::asText)
                .toList();
    }

    private void expect(String where, String fromRecord, String fromSchema) {
        if (!fromRecord.equals(fromSchema)) {
            differences.add(where + ": the record says " + fromRecord + ", the schema " + fromSchema);
        }
    }
}
