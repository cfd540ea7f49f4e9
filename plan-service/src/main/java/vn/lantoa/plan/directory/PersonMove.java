package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;

/**
 * Somebody's post that ends the day before a merger and goes on elsewhere from that day, so that there is no day without access or with
 * both. What disabling took from them for a time stays taken, here and there.
 */
record PersonMove(MembershipRecorded before, MembershipRecorded after) {

    /** @param unitId where it goes on; null for a post in no unit */
    static PersonMove onward(
            MembershipRecorded post, LocalDate day, UUID organizationId, @Nullable UUID unitId, Supplier<UUID> ids) {
        var goesOn = Memberships.with(
                post,
                organizationId,
                ids.get(),
                unitId,
                isBegun(post, day) ? day : post.validFrom(),
                post.validTo(),
                post.active());
        return new PersonMove(ended(post, day), goesOn);
    }

    /** With its last day before the merger; what would begin later is never held. */
    static MembershipRecorded ended(MembershipRecorded post, LocalDate day) {
        boolean begun = isBegun(post, day);
        return Memberships.with(
                post,
                post.organizationId(),
                post.membershipId(),
                post.unitId(),
                post.validFrom(),
                begun ? day.minusDays(1) : post.validTo(),
                begun && post.active());
    }

    /** Handed roles go nowhere by themselves: whoever handed them does so anew, out of their post there. */
    static boolean isLent(MembershipRecorded post) {
        return post.onBehalfOfPersonId() != null;
    }

    static boolean isBegun(MembershipRecorded post, LocalDate day) {
        return post.validFrom().isBefore(day);
    }
}
