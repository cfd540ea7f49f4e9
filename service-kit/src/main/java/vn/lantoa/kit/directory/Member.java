package vn.lantoa.kit.directory;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;

/** A person or machine client in one organization, with what they may do there today. */
public record Member(
        UUID membershipId,
        UUID organizationId,
        UUID personId,
        String displayName,
        @Nullable String email,
        @Nullable UUID unitId,
        List<Role> roles,
        @Nullable String position) {}
