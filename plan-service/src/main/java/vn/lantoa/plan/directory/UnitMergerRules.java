package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

/** When units of one organization can be merged or split at all. */
final class UnitMergerRules {

    /** A committee goes with its organization, and a group is only a name for others. */
    private static final Set<UnitKind> FIXED = EnumSet.of(UnitKind.PEOPLE_COMMITTEE, UnitKind.GROUP);

    private UnitMergerRules() {}

    static void require(UnitMerger.Wish wish, UnitMerger.Known known, LocalDate today) {
        if (!wish.effectiveOn().isAfter(today)) {
            throw new Problem.RuleBroken("merger.in-the-past", today);
        }
        var named = Stream.concat(
                        wish.endingIds().stream(),
                        wish.successors().stream()
                                .map(UnitMerger.Successor::unitId)
                                .filter(Objects::nonNull))
                .toList();
        if (new HashSet<>(named).size() != named.size()) {
            throw new Problem.RuleBroken("unit-merger.with-itself");
        }
        if (named.size() < 2 && wish.successors().size() < 2) {
            throw new Problem.RuleBroken("unit-merger.changes-nothing");
        }
        named.forEach(id -> requireMergeable(id, wish, known));
        for (var successor : wish.successors()) {
            if (successor.unitId() == null
                    && (successor.name() == null || successor.name().isBlank())) {
                throw new Problem.Invalid("unit-merger.successor-incomplete");
            }
            if (successor.kind() != null && FIXED.contains(successor.kind())) {
                throw new Problem.RuleBroken(
                        "unit-merger.kind", successor.kind().name());
            }
        }
        requireKnownPosts(wish, known);
    }

    private static void requireMergeable(UUID id, UnitMerger.Wish wish, UnitMerger.Known known) {
        var unit = known.units().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("unit.not-found"));
        var dayBefore = wish.effectiveOn().minusDays(1);
        var state = unit.timeline().nearest(dayBefore);
        if (FIXED.contains(unit.kind()) || state.representsOrganizationId() != null) {
            throw new Problem.RuleBroken("unit-merger.kind", state.name());
        }
        if (unit.timeline().end() != null || unit.timeline().on(dayBefore).isEmpty()) {
            throw new Problem.RuleBroken("unit-merger.already-ended", state.name());
        }
    }

    private static void requireKnownPosts(UnitMerger.Wish wish, UnitMerger.Known known) {
        var movable = known.posts().stream()
                .filter(it -> it.unitId() != null && wish.endingIds().contains(it.unitId()) && !PersonMove.isLent(it))
                .map(MembershipRecorded::membershipId)
                .collect(Collectors.toSet());
        wish.postsTo().forEach((post, successor) -> {
            if (!movable.contains(post)
                    || successor < 0
                    || successor >= wish.successors().size()) {
                throw new Problem.RuleBroken("unit-merger.post-unknown", post);
            }
        });
    }
}
