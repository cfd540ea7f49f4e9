package vn.lantoa.events;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * To what a machine client may be let in at all. Scopes only narrow: what it may do behind the door, and whose things it meets
 * there, is decided as for everybody. They are no scopes of OAuth, and never in a token.
 */
public enum Scope {
    PLANS_READ("plans:read"),
    PLANS_WRITE("plans:write"),
    TASKS_READ("tasks:read"),
    TASKS_WRITE("tasks:write"),
    REPORTS_READ("reports:read"),
    REPORTS_WRITE("reports:write"),
    NOTIFICATIONS_READ("notifications:read"),
    DIRECTORY_READ("directory:read"),
    DIRECTORY_WRITE("directory:write"),
    AUDIT_READ("audit:read");

    private final String wire;

    Scope(String wire) {
        this.wire = wire;
    }

    /** As it stands in events, in the database and in the API. */
    public String wire() {
        return wire;
    }

    /** Empty for one that this version does not know. */
    public static Optional<Scope> of(String wire) {
        return Arrays.stream(values()).filter(it -> it.wire.equals(wire)).findFirst();
    }

    /** Those that this version knows; one that a newer version granted opens nothing here. */
    public static Set<Scope> known(@Nullable Collection<String> wires) {
        return wires == null
                ? Set.of()
                : wires.stream()
                        .flatMap(wire -> of(wire).stream())
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Scope.class)));
    }
}
