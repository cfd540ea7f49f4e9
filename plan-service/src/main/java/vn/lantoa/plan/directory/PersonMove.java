package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;

/** A post that ends the day before a merger and goes on elsewhere from that day, so that there is no day without access or with both. */
record PersonMove(MembershipRecorded before, MembershipRecorded after) {

    /** @param unitId where it goes on; null for a post in no unit */
    static PersonMove onward(
            MembershipRecorded post, LocalDate day, UUID organizationId, @Nullable UUID unitId, Supplier<UUID> ids) {
        var begun = post.validFrom().isBefore(day);
        var ended = Memberships.with(
                post,
                post.organizationId(),
                post.membershipId(),
                post.unitId(),
                post.validFrom(),
                begun ? day.minusDays(1) : post.validTo(),
                begun);
        var goesOn = Memberships.with(
                post,
                organizationId,
                ids.get(),
                unitId,
                begun ? day : post.validFrom(),
                post.validTo(),
                post.kind() == MemberKind.PERSON); // a program is let in anew by who answers for it then
        return new PersonMove(ended, goesOn);
    }
}
