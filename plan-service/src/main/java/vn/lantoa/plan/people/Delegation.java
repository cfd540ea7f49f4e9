package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;

/**
 * Roles that somebody handed to somebody else of the organization for a time.
 *
 * @param id of the membership too that carries them
 * @param membershipId the post out of which they come
 */
record Delegation(
        UUID id,
        UUID organizationId,
        UUID membershipId,
        UUID fromPersonId,
        UUID toPersonId,
        List<Role> roles,
        LocalDate from,
        LocalDate to,
        String reason,
        UUID madeBy,
        OffsetDateTime madeAt,
        @Nullable UUID revokedBy,
        @Nullable OffsetDateTime revokedAt) {}
