package vn.lantoa.kit.http;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The query parameters that an address takes, as its method declares them. */
final class QueryParameters {

    private final SortedMap<String, Class<?>> types = new TreeMap<>();

    private QueryParameters() {}

    static QueryParameters of(Method method) {
        var known = new QueryParameters();
        for (var parameter : method.getParameters()) {
            known.add(parameter, parameter.getName(), parameter.getType());
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                for (var field : parameter.getType().getDeclaredFields()) {
                    known.add(field, field.getName(), field.getType());
                }
            }
        }
        return known;
    }

    /** These, and one more that the method itself does not declare. */
    QueryParameters andText(String name) {
        types.put(name, String.class);
        return this;
    }

    private void add(AnnotatedElement declared, String name, Class<?> type) {
        var rest = declared.getAnnotation(RestQuery.class);
        var plain = declared.getAnnotation(QueryParam.class);
        if (rest != null) {
            types.put(rest.value().isEmpty() ? name : rest.value(), type);
        } else if (plain != null) {
            types.put(plain.value(), type);
        }
    }

    /** The name of the query parameter whose value broke a rule; null when it was something else. */
    static @Nullable String violated(ConstraintViolation<?> violation) {
        var nodes = violation.getPropertyPath().iterator();
        var first = nodes.next();
        if (first.getKind() != ElementKind.METHOD) {
            return null;
        }
        var types = first.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
        var last = first;
        while (nodes.hasNext()) {
            last = nodes.next();
        }
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            try {
                if (of(type.getDeclaredMethod(first.getName(), types)).knows(last.getName())) {
                    return last.getName();
                }
            } catch (NoSuchMethodException inherited) {
                // looked for above, as the subclass that the framework makes carries no annotations
            }
        }
        return null;
    }

    Collection<String> names() {
        return types.keySet();
    }

    boolean knows(String name) {
        return types.containsKey(name);
    }

    boolean takesSeveral(String name) {
        var type = types.get(name);
        return type != null && (Collection.class.isAssignableFrom(type) || type.isArray());
    }

    /** What a value must look like, when this one does not; null when it can be read. */
    @Nullable
    String objection(String name, String value) {
        var type = types.get(name);
        if (type == null) {
            return null;
        }
        if (type.isEnum()) {
            return ValueForm.words(type).contains(value) ? null : ValueForm.of(type);
        }
        try {
            return read(type, value);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return ValueForm.of(type);
        }
    }

    private static @Nullable String read(Class<?> type, String value) {
        if (type == int.class || type == Integer.class) {
            Integer.parseInt(value);
        } else if (type == long.class || type == Long.class) {
            Long.parseLong(value);
        } else if (type == UUID.class
                && value.length() != UUID.fromString(value).toString().length()) {
            return ValueForm.of(type);
        } else if (type == LocalDate.class) {
            LocalDate.parse(value);
        } else if (type == OffsetDateTime.class) {
            OffsetDateTime.parse(value);
        } else if ((type == boolean.class || type == Boolean.class)
                && !value.equals("true")
                && !value.equals("false")) {
            return ValueForm.of(type);
        }
        return value.indexOf('\u0000') < 0 ? null : ValueForm.of(type);
    }
}
