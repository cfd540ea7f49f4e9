package vn.lantoa.kit.audit;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Set;
import java.util.TreeMap;

/**
 * One text for one value, after RFC 8785: members sorted by UTF-16 code units, no white space, the shortest escapes. Numbers
 * that are not whole are written as text, sets are sorted by the text of their elements, and what is null is left out.
 */
final class CanonicalJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule("sorted-sets").addSerializer(new SortedElements()))
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(JsonWriteFeature.WRITE_HEX_UPPER_CASE)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .visibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY)
            .withConfigOverride(
                    BigDecimal.class, it -> it.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .withConfigOverride(Double.class, it -> it.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .withConfigOverride(double.class, it -> it.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    private static final MapType MEMBERS =
            MAPPER.getTypeFactory().constructMapType(TreeMap.class, String.class, Object.class);

    private CanonicalJson() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "No canonical text for " + value.getClass().getName(), e);
        }
    }

    /** The members of an object, in their order. */
    static TreeMap<String, Object> read(String object) {
        try {
            return MAPPER.readValue(object, MEMBERS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An entry of the audit cannot be read", e);
        }
    }

    /** A set has no order, and the one it happens to have changes with the process. */
    private static final class SortedElements extends StdSerializer<Set<?>> {

        private static final long serialVersionUID = 1;

        SortedElements() {
            super(Set.class, false);
        }

        @Override
        public void serialize(Set<?> set, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeStartArray();
            for (var element : set.stream().map(CanonicalJson::of).sorted().toList()) {
                out.writeRawValue(element);
            }
            out.writeEndArray();
        }
    }
}
