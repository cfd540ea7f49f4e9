package vn.lantoa.kit.machines;

import jakarta.ws.rs.HttpMethod;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import vn.lantoa.events.Scope;

/** Whether an endpoint lets machine clients in, and by which scope. */
public sealed interface MachineAccess {

    /** For people only: nobody said otherwise. */
    record Closed() implements MachineAccess {}

    /** To every machine client. */
    record Open() implements MachineAccess {}

    /** To those who hold the scope. */
    record Scoped(Scope scope) implements MachineAccess {}

    Set<String> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** @param verb of the request, which decides between the scopes for reading and for writing */
    static MachineAccess of(Class<?> resource, Method method, String verb) {
        if (method.isAnnotationPresent(OpenToMachines.class)) {
            return new Open();
        }
        var ofMethod = method.getAnnotation(MachineScope.class);
        if (ofMethod == null && resource.isAnnotationPresent(OpenToMachines.class)) {
            return new Open();
        }
        var scopes = ofMethod == null ? resource.getAnnotation(MachineScope.class) : ofMethod;
        if (scopes == null) {
            return new Closed();
        }
        var named = READING.contains(verb) ? scopes.read() : scopes.write();
        if (named.length > 1) {
            throw new IllegalStateException(resource.getName() + "." + method.getName() + " names several scopes: "
                    + Arrays.stream(named).map(Scope::wire).collect(Collectors.joining(", ")));
        }
        return named.length == 0 ? new Closed() : new Scoped(named[0]);
    }

    /** True when a machine client with these scopes is let in. */
    default boolean lets(Set<Scope> held) {
        return switch (this) {
            case Closed _ -> false;
            case Open _ -> true;
            case Scoped scoped -> held.contains(scoped.scope());
        };
    }
}
