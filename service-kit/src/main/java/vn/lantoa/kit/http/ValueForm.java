package vn.lantoa.kit.http;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What a value of a type looks like, in signs that need no translation. */
final class ValueForm {

    private ValueForm() {}

    /** As text, in an address. */
    static String of(Class<?> type) {
        if (type.isEnum()) {
            return String.join(", ", words(type));
        }
        if (type == UUID.class) {
            return "UUID";
        }
        if (type == LocalDate.class) {
            return "YYYY-MM-DD";
        }
        if (type == OffsetDateTime.class) {
            return "YYYY-MM-DDThh:mm:ss+07:00";
        }
        if (type == LocalTime.class) {
            return "hh:mm";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true, false";
        }
        return type == String.class ? "a-z, 0-9, …" : "0-9";
    }

    /** As a value of JSON. */
    static String inJson(Class<?> type) {
        if (Collection.class.isAssignableFrom(type) || type.isArray()) {
            return "[…]";
        }
        if (type == String.class) {
            return "\"…\"";
        }
        boolean isPlain = type.isEnum()
                || type.isPrimitive()
                || Number.class.isAssignableFrom(type)
                || type.getName().startsWith("java.");
        return isPlain ? of(type) : "{…}";
    }

    /** Those of an enumeration; nothing for another type. */
    static List<String> words(Class<?> type) {
        var constants = type.getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(it -> ((Enum<?>) it).name()).toList();
    }
}
