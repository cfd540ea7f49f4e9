package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;

/** Somebody with all posts that the reader may see, ended ones too, the oldest first. */
record PersonFile(Person person, List<MembershipRecorded> posts) {

    /** Of what is theirs and of every post: a change of either is a change of the person. */
    EntityTag tag() {
        return EntityTag.ofParts(person, posts);
    }

    /** @throws Problem.Stale when the header names another state */
    void require(@Nullable String ifMatch) {
        tag().requireNamedBy(ifMatch);
    }

    Optional<MembershipRecorded> post(UUID membershipId) {
        return posts.stream()
                .filter(it -> it.membershipId().equals(membershipId))
                .findFirst();
    }

    PersonFile and(MembershipRecorded post) {
        return new PersonFile(
                person, Stream.concat(posts.stream(), Stream.of(post)).toList());
    }

    /** With a post as it is now. */
    PersonFile with(MembershipRecorded changed) {
        return new PersonFile(
                person,
                posts.stream()
                        .map(it -> it.membershipId().equals(changed.membershipId()) ? changed : it)
                        .toList());
    }

    PersonFile with(Person changed) {
        return new PersonFile(
                changed, posts.stream().map(it -> Posts.with(it, changed)).toList());
    }

    /** The first organization in which they still have a post, else the last in which they had one. */
    UUID organizationId(LocalDate today) {
        return posts.stream()
                .filter(it ->
                        isOwn(it) && (it.validTo() == null || !it.validTo().isBefore(today)))
                .findFirst()
                .orElse(posts.getLast())
                .organizationId();
    }

    /** @throws Problem.RuleBroken when the person has another post in the same unit at the same time */
    void requireNoOverlap(MembershipRecorded wanted) {
        boolean overlaps = posts.stream()
                .filter(it -> isOwn(it)
                        && it.active()
                        && !it.membershipId().equals(wanted.membershipId())
                        && it.organizationId().equals(wanted.organizationId())
                        && Objects.equals(it.unitId(), wanted.unitId()))
                .anyMatch(it -> !ends(it, wanted.validFrom()) && !ends(wanted, it.validFrom()));
        if (overlaps) {
            throw new Problem.RuleBroken("membership.overlapping");
        }
    }

    /** From a day on; empty when there is none, because one of the posts is open. */
    Optional<LocalDate> firstDayWithoutOwn(UUID organizationId, LocalDate from) {
        var day = from;
        while (true) {
            var asked = day;
            var held = posts.stream()
                    .filter(it -> isOwn(it) && it.organizationId().equals(organizationId) && holdsOn(it, asked))
                    .toList();
            if (held.isEmpty()) {
                return Optional.of(day);
            }
            if (held.stream().anyMatch(it -> it.validTo() == null)) {
                return Optional.empty();
            }
            for (var post : held) {
                var next = Objects.requireNonNull(post.validTo()).plusDays(1);
                day = next.isAfter(day) ? next : day;
            }
        }
    }

    private static boolean ends(MembershipRecorded post, LocalDate before) {
        return post.validTo() != null && post.validTo().isBefore(before);
    }

    static boolean isOwn(MembershipRecorded post) {
        return post.onBehalfOfPersonId() == null;
    }

    static boolean holdsOn(MembershipRecorded post, LocalDate day) {
        return post.active()
                && !post.validFrom().isAfter(day)
                && (post.validTo() == null || !post.validTo().isBefore(day));
    }

    static boolean is(MembershipRecorded post, Role role) {
        return post.roles().contains(role);
    }
}
