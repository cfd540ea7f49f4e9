package vn.lantoa.plan.plan;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who does something to a plan, when, and for whom.
 *
 * @param personId null when nobody does: the day itself brings it about
 * @param onBehalfOf the person who delegated the role that it takes; null when it is their own
 * @param unitId the unit out of whose post they act; null for a post of the organization as a whole
 */
record By(
        @Nullable UUID personId,
        OffsetDateTime at,
        @Nullable UUID onBehalfOf,
        @Nullable UUID unitId) {

    /** Nobody: it is time. */
    static By time(OffsetDateTime at) {
        return new By(null, at, null, null);
    }

    /** In their own right, and for the organization as a whole. */
    static By person(UUID personId, OffsetDateTime at) {
        return new By(personId, at, null, null);
    }

    /** For what a person alone can do. */
    UUID person() {
        return Objects.requireNonNull(personId, "only a person can do this");
    }
}
