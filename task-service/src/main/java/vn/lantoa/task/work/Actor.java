package vn.lantoa.task.work;

import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.identity.Caller;

/**
 * Who acts, for which organization, with which posts there.
 *
 * @param headOf units that they head
 * @param specialistOf units in which they are a specialist
 * @param memberOf units to which they belong in whatever role
 */
public record Actor(
        UUID personId,
        UUID organizationId,
        Set<Role> roles,
        Set<UUID> headOf,
        Set<UUID> specialistOf,
        Set<UUID> memberOf) {

    public Actor {
        roles = Set.copyOf(roles);
        headOf = Set.copyOf(headOf);
        specialistOf = Set.copyOf(specialistOf);
        memberOf = Set.copyOf(memberOf);
    }

    public static Actor of(Caller caller) {
        return new Actor(
                caller.personId(),
                caller.organizationId(),
                caller.roles(),
                caller.unitsAs(Role.UNIT_HEAD),
                caller.unitsAs(Role.SPECIALIST),
                caller.units());
    }

    boolean is(Role... anyOf) {
        return Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    /** The unit on whose behalf they act on something of that unit; null when they do not belong to it. */
    public @Nullable UUID onBehalfOf(UUID unitId) {
        return memberOf.contains(unitId) ? unitId : null;
    }
}
