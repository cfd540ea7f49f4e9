package vn.lantoa.kit.audit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads what a path of {@link Audited} names: components of records, one below the other. */
final class AuditPath {

    private static final String RESULT = "result";
    private static final ConcurrentHashMap<Component, Method> ACCESSORS = new ConcurrentHashMap<>();

    private record Component(Class<?> owner, String name) {}

    private AuditPath() {}

    static List<UUID> ids(String path, Object command, @Nullable Object result) {
        return switch (value(path, command, result)) {
            case null -> List.of();
            case UUID id -> List.of(id);
            case Collection<?> ids -> ids.stream().map(UUID.class::cast).toList();
            case Object other ->
                throw new IllegalStateException(
                        path + " is no id but a " + other.getClass().getName());
        };
    }

    static @Nullable Object value(String path, Object command, @Nullable Object result) {
        var steps = Arrays.asList(path.split("\\.", -1));
        boolean ofResult = steps.getFirst().equals(RESULT);
        var value = ofResult ? result : command;
        for (var step : ofResult ? steps.subList(1, steps.size()) : steps) {
            if (value == null) {
                return null;
            }
            value = component(value, step);
        }
        return value;
    }

    private static @Nullable Object component(Object owner, String name) {
        try {
            return ACCESSORS
                    .computeIfAbsent(new Component(owner.getClass(), name), AuditPath::accessor)
                    .invoke(owner);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    "Cannot read " + name + " of " + owner.getClass().getName(), e);
        }
    }

    private static Method accessor(Component component) {
        try {
            var accessor = component.owner().getDeclaredMethod(component.name());
            accessor.setAccessible(true); // commands are nested in use cases that nobody else sees
            return accessor;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("@Audited names what is not there: " + component, e);
        }
    }
}
