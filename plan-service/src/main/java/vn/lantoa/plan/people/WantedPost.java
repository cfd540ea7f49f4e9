package vn.lantoa.plan.people;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;

/** The post that a row speaks of, among those that somebody has in the row's unit, and what the row wants of it. */
final class WantedPost {

    private final PersonRow wish;
    private final LocalDate today;
    private final List<MembershipRecorded> inUnit;

    WantedPost(PersonFile file, UUID organizationId, PersonRow wish, LocalDate today) {
        this.wish = wish;
        this.today = today;
        this.inUnit = file.posts().stream()
                .filter(it -> PersonFile.isOwn(it)
                        && it.active()
                        && it.organizationId().equals(organizationId)
                        && Objects.equals(it.unitId(), wish.post().unitId()))
                .sorted(Comparator.comparing(MembershipRecorded::validFrom))
                .toList();
    }

    /** The very post; else the one that holds on the day; else the next one, unless the wanted one ends before it. */
    Optional<MembershipRecorded> known() {
        var lastDay = wish.post().validTo();
        return inUnit.stream()
                .filter(it -> it.validFrom().equals(wish.post().validFrom()) && says(it, wish.post()))
                .findFirst()
                .or(() -> inUnit.stream()
                        .filter(it -> PersonFile.holdsOn(it, day()))
                        .findFirst())
                .or(() -> inUnit.stream()
                        .filter(it ->
                                it.validFrom().isAfter(day()) && (lastDay == null || !lastDay.isBefore(it.validFrom())))
                        .findFirst());
    }

    /** What the known post is to be from its day on: today or later. Without a last day it goes on until a change known already. */
    Posts.Terms terms(MembershipRecorded known) {
        var day = !wish.dayIsSaid() && known.validFrom().isAfter(day()) ? known.validFrom() : day();
        return new Posts.Terms(
                wish.post().unitId(), wish.post().roles(), wish.post().position(), day, lastDay(known));
    }

    /** True when the row says what holds anyway. */
    boolean isThere(MembershipRecorded known) {
        var terms = terms(known);
        return says(known, terms) && !terms.validFrom().isBefore(known.validFrom());
    }

    private @Nullable LocalDate lastDay(MembershipRecorded known) {
        if (wish.post().validTo() != null || known.validTo() == null) {
            return wish.post().validTo();
        }
        var next = known.validTo().plusDays(1);
        return inUnit.stream().anyMatch(it -> it.validFrom().equals(next)) ? known.validTo() : null;
    }

    private LocalDate day() {
        return wish.post().validFrom().isBefore(today) ? today : wish.post().validFrom();
    }

    private static boolean says(MembershipRecorded post, Posts.Terms terms) {
        return new HashSet<>(post.roles()).equals(new HashSet<>(terms.roles()))
                && Objects.equals(post.position(), terms.position())
                && Objects.equals(post.validTo(), terms.validTo());
    }
}
