package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Problem;

/**
 * What a post becomes from a day on: the old one ends the day before, and another follows; one that has not begun by then is
 * replaced, since there is nothing to keep.
 *
 * @param ended the old one with its last day
 */
record PostChange(MembershipRecorded before, MembershipRecorded ended, MembershipRecorded after) {

    /** @throws Problem.RuleBroken for a day after its end, or when another post of the person lies in its way */
    static PostChange of(PersonFile file, MembershipRecorded before, Posts.Terms terms, Supplier<UUID> ids) {
        var day = terms.validFrom();
        if (!before.active() || (before.validTo() != null && before.validTo().isBefore(day))) {
            throw new Problem.RuleBroken("membership.ended");
        }
        boolean replaces = !before.validFrom().isBefore(day);
        var change = new PostChange(
                before,
                Posts.until(before, file.person(), day.minusDays(1)),
                Posts.of(file.person(), before.organizationId(), replaces ? before.membershipId() : ids.get(), terms));
        change.done(file).requireNoOverlap(change.after());
        return change;
    }

    boolean replaces() {
        return before.membershipId().equals(after.membershipId());
    }

    /** The person's posts once it is done. */
    PersonFile done(PersonFile file) {
        var others = file.posts().stream().filter(it -> !it.membershipId().equals(before.membershipId()));
        var own = replaces() ? Stream.of(after) : Stream.of(ended, after);
        return new PersonFile(file.person(), Stream.concat(others, own).toList());
    }

    /** Roles that are no longer held afterwards. */
    List<Role> lost() {
        return before.roles().stream().filter(it -> !after.roles().contains(it)).toList();
    }

    LocalDate day() {
        return after.validFrom();
    }
}
