package vn.lantoa.plan.plan;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which plan is to be changed, by whom, in whose name.
 *
 * @param expectedVersion the version that the person has seen; null when they do not say
 * @param onBehalfOf who delegated the role that it takes; null when it is their own
 * @param unitId the unit out of whose post they act; null for a post of the organization as a whole
 */
public record PlanChange(
        UUID organizationId,
        UUID planId,
        @Nullable Long expectedVersion,
        UUID personId,
        @Nullable UUID onBehalfOf,
        @Nullable UUID unitId) {

    /** The change is made now. */
    By now(Clock clock) {
        return new By(personId, OffsetDateTime.now(clock), onBehalfOf, unitId);
    }
}
