package vn.lantoa.kit.directory;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;

/**
 * A person or machine client in one organization, with what they may do there today.
 *
 * @param scopes to what a machine client is let in; empty for people
 * @param onBehalfOfPersonId whose roles these are while they are delegated; null for one's own
 */
public record Member(
        UUID membershipId,
        UUID organizationId,
        UUID personId,
        String displayName,
        @Nullable String email,
        @Nullable UUID unitId,
        List<Role> roles,
        @Nullable String position,
        MemberKind kind,
        Set<Scope> scopes,
        @Nullable UUID onBehalfOfPersonId) {

    /** In their own right. */
    public Member(
            UUID membershipId,
            UUID organizationId,
            UUID personId,
            String displayName,
            @Nullable String email,
            @Nullable UUID unitId,
            List<Role> roles,
            @Nullable String position,
            MemberKind kind,
            Set<Scope> scopes) {
        this(membershipId, organizationId, personId, displayName, email, unitId, roles, position, kind, scopes, null);
    }

    /** False for roles that somebody else delegated. */
    public boolean isOwn() {
        return onBehalfOfPersonId == null;
    }

    /** True for a machine client. */
    public boolean isMachine() {
        return kind == MemberKind.MACHINE;
    }
}
