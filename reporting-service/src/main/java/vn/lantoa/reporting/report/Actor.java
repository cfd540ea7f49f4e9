package vn.lantoa.reporting.report;

import java.util.Set;
import java.util.UUID;
import vn.lantoa.events.Role;
import vn.lantoa.kit.identity.Caller;

/** Who acts on a report, for which organization, in which roles. */
record Actor(UUID personId, UUID organizationId, Set<Role> roles) {

    Actor {
        roles = Set.copyOf(roles);
    }

    static Actor of(Caller caller) {
        return new Actor(caller.personId(), caller.organizationId(), caller.roles());
    }
}
