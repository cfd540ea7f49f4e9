package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.kit.http.Problem;

/**
 * What a merger (several go into one) or a split (one goes into several) of organizations changes on its day: the old ones end the
 * day before, their units, people and the organizations below them go on at the successors, and nothing of the past is touched.
 */
final class Merger {

    /**
     * @param organizationId an organization that stays and takes the others in; null for a new one, which the rest describes
     * @param population when left out, a single new successor has the sum
     */
    record Successor(
            @Nullable UUID organizationId,
            @Nullable String alias,
            @Nullable String name,
            @Nullable String administrativeCode,
            @Nullable String agencyCode,
            @Nullable Long population) {}

    /** @param unitsTo to which successor, by its place in the list, a unit goes; those left out go to the first */
    record Wish(LocalDate effectiveOn, List<UUID> endingIds, List<Successor> successors, Map<UUID, Integer> unitsTo) {}

    /** What the directory holds of those concerned. */
    record Known(
            List<OrganizationHistory> ending,
            List<OrganizationHistory> staying,
            List<OrganizationHistory> below,
            List<UnitHistory> units,
            List<UnitHistory> representing,
            List<MembershipRecorded> memberships) {}

    /** @param unitId where the unit goes on */
    record UnitMove(UnitHistory unit, UUID successorId, UUID unitId, String unitName) {}

    private final Wish wish;
    private final Known known;
    private final Supplier<UUID> ids;
    private final LocalDate day;
    private final Map<UUID, OrganizationHistory> organizations = new LinkedHashMap<>();
    private final Map<UUID, UnitHistory> units = new LinkedHashMap<>();
    private final List<OrganizationHistory> successors = new ArrayList<>();
    private final Map<UUID, UnitMove> moves = new LinkedHashMap<>();
    private final List<PersonMove> people = new ArrayList<>();
    private final List<MembershipRecorded> lent = new ArrayList<>();

    private Merger(Wish wish, Known known, Supplier<UUID> ids) {
        this.wish = wish;
        this.known = known;
        this.ids = ids;
        this.day = wish.effectiveOn();
    }

    /** @throws Problem.RuleBroken when it cannot be */
    static Merger plan(Wish wish, Known known, LocalDate today, Supplier<UUID> ids) {
        MergerRules.require(wish, known, today);
        var merger = new Merger(wish, known, ids);
        merger.makeSuccessors();
        merger.endOrganizations();
        merger.moveBelow();
        merger.moveUnits();
        merger.replaceRepresentatives();
        merger.movePeople();
        return merger;
    }

    List<OrganizationHistory> organizations() {
        return List.copyOf(organizations.values());
    }

    List<OrganizationHistory> successors() {
        return List.copyOf(successors);
    }

    List<UnitHistory> units() {
        return List.copyOf(units.values());
    }

    List<UnitMove> moves() {
        return List.copyOf(moves.values());
    }

    List<PersonMove> people() {
        return List.copyOf(people);
    }

    /** Handed roles, which end the day before. */
    List<MembershipRecorded> lent() {
        return List.copyOf(lent);
    }

    private void makeSuccessors() {
        var model = known.ending().getFirst();
        var parentId = model.timeline().on(day.minusDays(1)).orElseThrow().parentId();
        for (var wanted : wish.successors()) {
            var successor = known.staying().stream()
                    .filter(it -> it.id().equals(wanted.organizationId()))
                    .findFirst()
                    .orElseGet(() -> new OrganizationHistory(
                            ids.get(),
                            MergerRules.given(wanted.alias()),
                            model.kind(),
                            model.level(),
                            Timeline.since(
                                    day,
                                    new OrganizationHistory.State(
                                            MergerRules.given(wanted.name()),
                                            parentId,
                                            wanted.administrativeCode(),
                                            wanted.agencyCode(),
                                            population(wanted))),
                            List.of(),
                            List.of()))
                    .goingOnFor(wish.endingIds());
            successors.add(successor);
            organizations.put(successor.id(), successor);
        }
    }

    private @Nullable Long population(Successor wanted) {
        if (wanted.population() != null || wish.successors().size() > 1) {
            return wanted.population();
        }
        var each = known.ending().stream()
                .map(it -> it.timeline().nearest(day).population())
                .toList();
        return each.contains(null)
                ? null
                : each.stream().mapToLong(Long::longValue).sum();
    }

    private void endOrganizations() {
        var successorIds = successors.stream().map(OrganizationHistory::id).toList();
        known.ending()
                .forEach(it -> organizations.put(
                        it.id(),
                        it.with(it.timeline().endAfter(day.minusDays(1))).succeededBy(successorIds)));
    }

    private void moveBelow() {
        var successorId = successors.getFirst().id();
        for (var child : known.below()) {
            var moved = child.timeline()
                    .changeFrom(
                            day,
                            state ->
                                    state.parentId() != null && wish.endingIds().contains(state.parentId())
                                            ? state.under(successorId)
                                            : state);
            if (!moved.equals(child.timeline())) {
                organizations.put(child.id(), child.with(moved));
            }
        }
    }

    private void moveUnits() {
        var onward = new UnitsOnward(wish, successors, ids);
        onward.move(known.units());
        units.putAll(onward.units());
        moves.putAll(onward.moves());
    }

    /** Those above know a commune as a unit of theirs: from the day on, as its successors. */
    private void replaceRepresentatives() {
        var representatives = new Representatives(day, wish.endingIds(), successors, ids);
        var above = known.representing().stream()
                .filter(it -> !wish.endingIds().contains(it.organizationId()))
                .map(it -> units.getOrDefault(it.id(), it))
                .toList();
        representatives.replace(above).forEach(it -> units.put(it.id(), it));
    }

    private void movePeople() {
        for (var before : known.memberships()) {
            if (PersonMove.isLent(before)) {
                lent.add(PersonMove.ended(before, day));
                continue;
            }
            var move = before.unitId() == null ? null : moves.get(before.unitId());
            var successorId = move == null ? successors.getFirst().id() : move.successorId();
            var unitId = move == null ? null : move.unitId();
            people.add(PersonMove.onward(before, day, successorId, unitId, ids));
        }
    }

    /** Units of which something was really changed: those that merely stood in the way are left alone. */
    List<UnitHistory> changedUnits() {
        Set<UnitHistory> before = new HashSet<>(known.units());
        return units.values().stream().filter(it -> !before.contains(it)).toList();
    }
}
