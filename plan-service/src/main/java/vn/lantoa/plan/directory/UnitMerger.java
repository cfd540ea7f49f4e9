package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

/**
 * What a merger (several go into one) or a split (one goes into several) of units within one organization changes on its day: the old
 * ones end the day before, people go on at the successors, groups hold the successors, and nothing of the past is touched.
 */
final class UnitMerger {

    /**
     * @param unitId a unit that stays and takes the others in; null for a new one, which the rest describes
     * @param kind when left out, that of the first unit that ends
     */
    record Successor(
            @Nullable UUID unitId,
            @Nullable String name,
            @Nullable UnitKind kind,
            List<String> aliases,
            @Nullable String email) {}

    /** @param postsTo to which successor, by its place in the list, a post goes; those left out go to the first */
    record Wish(LocalDate effectiveOn, List<UUID> endingIds, List<Successor> successors, Map<UUID, Integer> postsTo) {}

    /**
     * What the directory holds of the organization.
     *
     * @param posts those that hold on the day or later
     */
    record Known(List<UnitHistory> units, List<MembershipRecorded> posts) {}

    private final Wish wish;
    private final Known known;
    private final Supplier<UUID> ids;
    private final LocalDate day;
    private final Map<UUID, UnitHistory> changed = new LinkedHashMap<>();
    private final List<UnitHistory> successors = new ArrayList<>();

    private UnitMerger(Wish wish, Known known, Supplier<UUID> ids) {
        this.wish = wish;
        this.known = known;
        this.ids = ids;
        this.day = wish.effectiveOn();
    }

    /** @throws Problem when it cannot be */
    static UnitMerger plan(Wish wish, Known known, LocalDate today, Supplier<UUID> ids) {
        UnitMergerRules.require(wish, known, today);
        var merger = new UnitMerger(wish, known, ids);
        merger.makeSuccessors();
        merger.endUnits();
        merger.replaceInGroups();
        merger.requireFreeNames();
        return merger;
    }

    /** All units of which something changes: the successors first, then those that end, then groups. */
    List<UnitHistory> changed() {
        return List.copyOf(changed.values());
    }

    List<PersonMove> people() {
        return inEndingUnits()
                .filter(it -> !PersonMove.isLent(it))
                .map(it -> PersonMove.onward(it, day, it.organizationId(), successorOf(it), ids))
                .toList();
    }

    /** Handed roles, which end the day before. */
    List<MembershipRecorded> lent() {
        return inEndingUnits()
                .filter(PersonMove::isLent)
                .map(it -> PersonMove.ended(it, day))
                .toList();
    }

    private Stream<MembershipRecorded> inEndingUnits() {
        return known.posts().stream()
                .filter(it -> it.unitId() != null && wish.endingIds().contains(it.unitId()));
    }

    private UUID successorOf(MembershipRecorded post) {
        return successors
                .get(wish.postsTo().getOrDefault(post.membershipId(), 0))
                .id();
    }

    private void makeSuccessors() {
        for (var wanted : wish.successors()) {
            var successor = wanted.unitId() == null ? made(wanted) : takenIn(unit(wanted.unitId()));
            successors.add(successor);
            changed.put(successor.id(), successor);
        }
    }

    private UnitHistory made(Successor wanted) {
        var model = unit(wish.endingIds().getFirst());
        var state = new UnitHistory.State(
                MergerRules.given(wanted.name()), aliases(wanted.aliases()), wanted.email(), null, List.of());
        return new UnitHistory(
                ids.get(),
                model.organizationId(),
                wanted.kind() == null ? model.kind() : wanted.kind(),
                Timeline.since(day, state),
                wish.endingIds(),
                List.of());
    }

    private UnitHistory takenIn(UnitHistory unit) {
        return new UnitHistory(
                unit.id(),
                unit.organizationId(),
                unit.kind(),
                unit.timeline().changeFrom(day, it -> it.withAliases(aliases(it.aliases()))),
                union(unit.predecessorIds(), wish.endingIds()),
                unit.successorIds());
    }

    /** Documents go on for a while to name what is no more: a single successor answers to those names too. */
    private List<String> aliases(List<String> own) {
        if (wish.successors().size() > 1) {
            return own;
        }
        var former = wish.endingIds().stream()
                .map(it -> unit(it).timeline().on(day).orElseThrow())
                .flatMap(it -> Stream.concat(Stream.of(it.name()), it.aliases().stream()))
                .filter(it -> !it.equalsIgnoreCase(wish.successors().getFirst().name()))
                .toList();
        return union(own, former).stream().limit(UnitRules.MOST_ALIASES).toList();
    }

    private void endUnits() {
        var successorIds = successors.stream().map(UnitHistory::id).toList();
        for (var id : wish.endingIds()) {
            var unit = unit(id);
            changed.put(
                    id, unit.with(unit.timeline().endAfter(day.minusDays(1))).succeededBy(successorIds));
        }
    }

    private void replaceInGroups() {
        var successorIds = successors.stream().map(UnitHistory::id).toList();
        Map<UUID, List<UUID>> replaced =
                wish.endingIds().stream().collect(Collectors.toMap(it -> it, _ -> successorIds));
        Groups.replaceMembers(known.units(), day, replaced).forEach(it -> changed.put(it.id(), it));
    }

    private void requireFreeNames() {
        var after = new LinkedHashMap<UUID, UnitHistory>();
        known.units().forEach(it -> after.put(it.id(), it));
        after.putAll(changed);
        successors.forEach(it -> UnitRules.require(it, List.copyOf(after.values()), day));
    }

    private UnitHistory unit(UUID id) {
        return known.units().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("unit.not-found"));
    }

    private static <T> List<T> union(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
