package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;

/** When organizations can be merged or split at all. */
final class MergerRules {

    private MergerRules() {}

    static void require(Merger.Wish wish, Merger.Known known, LocalDate today) {
        if (!wish.effectiveOn().isAfter(today)) {
            throw new Problem.RuleBroken("merger.in-the-past", today);
        }
        var named = Stream.concat(
                        wish.endingIds().stream(),
                        wish.successors().stream()
                                .map(Merger.Successor::organizationId)
                                .filter(Objects::nonNull))
                .toList();
        if (new HashSet<UUID>(named).size() != named.size()) {
            throw new Problem.RuleBroken("merger.with-itself");
        }
        if (named.size() < 2 && wish.successors().size() < 2) {
            throw new Problem.RuleBroken("merger.changes-nothing");
        }
        var concerned =
                Stream.concat(known.ending().stream(), known.staying().stream()).toList();
        var dayBefore = wish.effectiveOn().minusDays(1);
        for (var organization : concerned) {
            if (organization.timeline().end() != null
                    || organization.timeline().on(dayBefore).isEmpty()) {
                throw new Problem.RuleBroken(
                        "merger.already-ended",
                        organization.timeline().nearest(today).name());
            }
        }
        requireOneFamily(concerned, dayBefore);
        requireKnownUnits(wish, known);
        wish.successors().stream().filter(it -> it.organizationId() == null).forEach(it -> {
            given(it.alias());
            given(it.name());
        });
    }

    private static void requireOneFamily(List<OrganizationHistory> concerned, LocalDate day) {
        var families = concerned.stream()
                .map(it -> List.of(
                        it.kind(),
                        it.level(),
                        String.valueOf(it.timeline().on(day).orElseThrow().parentId())))
                .distinct()
                .count();
        if (families > 1) {
            throw new Problem.RuleBroken("merger.different-parents");
        }
    }

    private static void requireKnownUnits(Merger.Wish wish, Merger.Known known) {
        var movable = known.units().stream()
                .filter(it -> wish.endingIds().contains(it.organizationId()))
                .map(UnitHistory::id)
                .collect(Collectors.toSet());
        wish.unitsTo().forEach((unit, successor) -> {
            if (!movable.contains(unit)
                    || successor < 0
                    || successor >= wish.successors().size()) {
                throw new Problem.RuleBroken("merger.unit-unknown", unit);
            }
        });
    }

    /** @throws Problem.Invalid when a new successor has no name or alias */
    static String given(@Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new Problem.Invalid("merger.successor-incomplete");
        }
        return text.strip();
    }
}
