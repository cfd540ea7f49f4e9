package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.EntityTag;

/**
 * @param onBehalfOf whose roles these are while they are delegated; null for one's own
 * @param active false for a post that was taken back before its days are over
 * @param etag for If-Match of a change
 */
@Schema(name = "Membership")
record PostView(
        UUID id,
        UUID personId,
        UUID organizationId,
        @Nullable UUID unitId,
        List<Role> roles,
        @Nullable String position,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean active,
        @Nullable UUID onBehalfOf,
        String etag) {

    static PostView of(MembershipRecorded it) {
        return new PostView(
                it.membershipId(),
                it.personId(),
                it.organizationId(),
                it.unitId(),
                it.roles(),
                it.position(),
                it.validFrom(),
                it.validTo(),
                it.active(),
                it.onBehalfOfPersonId(),
                tag(it).quoted());
    }

    static EntityTag tag(MembershipRecorded it) {
        return EntityTag.ofParts(it);
    }
}
