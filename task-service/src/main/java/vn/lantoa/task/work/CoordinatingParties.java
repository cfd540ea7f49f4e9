package vn.lantoa.task.work;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lantoa.events.Role;

/**
 * Who contributes to a task.
 *
 * @param units the coordinating units
 * @param organizations the organizations of their own that some of them stand for
 */
public record CoordinatingParties(Set<UUID> units, Set<UUID> organizations) {

    static final CoordinatingParties NONE = new CoordinatingParties(Set.of(), Set.of());

    public CoordinatingParties {
        units = Set.copyOf(units);
        organizations = Set.copyOf(organizations);
    }

    static CoordinatingParties of(Collection<CoordinatingDuty> duties) {
        return new CoordinatingParties(
                duties.stream().map(CoordinatingDuty::unitId).collect(Collectors.toSet()),
                duties.stream()
                        .map(CoordinatingDuty::receivingOrganizationId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    /** In the giver's organization whoever belongs to the unit; in an organization of its own those who work on tasks there. */
    boolean include(Actor actor) {
        return actor.memberOf().stream().anyMatch(units::contains)
                || (organizations.contains(actor.organizationId())
                        && actor.is(Role.UNIT_HEAD, Role.LEADER, Role.SPECIALIST));
    }
}
