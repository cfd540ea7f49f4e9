package vn.lantoa.plan.directory;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import vn.lantoa.events.MembershipRecorded;

/** Writes what becomes of posts in a merger: of those who are disabled too, so that enabling gives back what they would have now. */
@Singleton
class PostsOnward {

    private final Memberships memberships;
    private final RecordMembership record;

    PostsOnward(Memberships memberships, RecordMembership record) {
        this.memberships = memberships;
        this.record = record;
    }

    /**
     * @param day of the merger
     * @param lent handed roles, with their last day
     */
    void write(LocalDate day, List<PersonMove> people, List<MembershipRecorded> lent) {
        for (var move : people) {
            end(move.before(), day, () -> {
                record.handle(new RecordMembership.Command(move.after(), false));
                memberships.noteOnward(
                        move.before().membershipId(), move.after().membershipId());
            });
        }
        lent.forEach(it -> end(it, day, () -> {}));
    }

    private void end(MembershipRecorded post, LocalDate day, Runnable goOn) {
        record.handle(new RecordMembership.Command(post, false));
        goOn.run();
        if (!PersonMove.isBegun(post, day)) {
            memberships.forgetTaken(post.membershipId());
        }
    }
}
