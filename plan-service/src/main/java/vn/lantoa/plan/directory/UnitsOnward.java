package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.lantoa.events.UnitKind;

/** Where the units of organizations that end go on; units of one name meet in one. */
final class UnitsOnward {

    private final Merger.Wish wish;
    private final List<OrganizationHistory> successors;
    private final Supplier<UUID> ids;
    private final LocalDate day;
    private final Map<UUID, UnitHistory> units = new LinkedHashMap<>();
    private final Map<UUID, Merger.UnitMove> moves = new LinkedHashMap<>();

    UnitsOnward(Merger.Wish wish, List<OrganizationHistory> successors, Supplier<UUID> ids) {
        this.wish = wish;
        this.successors = successors;
        this.ids = ids;
        this.day = wish.effectiveOn();
    }

    Map<UUID, UnitHistory> units() {
        return units;
    }

    Map<UUID, Merger.UnitMove> moves() {
        return moves;
    }

    void move(List<UnitHistory> known) {
        Map<String, UUID> byName = new HashMap<>();
        for (var unit : known) {
            if (!wish.endingIds().contains(unit.organizationId())
                    && unit.timeline().on(day).isPresent()) {
                byName.put(key(unit.organizationId(), unit), unit.id());
                units.put(unit.id(), unit);
            }
        }
        for (var unit : known) {
            var state = unit.timeline().on(day);
            if (!wish.endingIds().contains(unit.organizationId()) || state.isEmpty()) {
                continue;
            }
            var successor = successors.get(wish.unitsTo().getOrDefault(unit.id(), 0));
            var targetId = byName.computeIfAbsent(key(successor.id(), unit), _ -> ids.get());
            var target = units.containsKey(targetId)
                    ? takenIn(units.get(targetId), unit, state.get())
                    : made(targetId, successor, unit, state.get());
            units.put(targetId, target);
            units.put(
                    unit.id(),
                    unit.with(unit.timeline().endAfter(day.minusDays(1))).succeededBy(List.of(targetId)));
            moves.put(
                    unit.id(),
                    new Merger.UnitMove(
                            unit,
                            successor.id(),
                            targetId,
                            target.timeline().on(day).orElseThrow().name()));
        }
        mapGroups();
    }

    /** The committee itself is one unit whatever it was called; all others meet under their name. */
    private String key(UUID organizationId, UnitHistory unit) {
        return organizationId + "|"
                + (unit.kind() == UnitKind.PEOPLE_COMMITTEE
                        ? unit.kind().name()
                        : unit.kind() + unit.timeline().nearest(day).name().toLowerCase(Locale.ROOT));
    }

    private UnitHistory made(UUID id, OrganizationHistory successor, UnitHistory unit, UnitHistory.State state) {
        var name = unit.kind() == UnitKind.PEOPLE_COMMITTEE
                ? successor.timeline().on(day).orElseThrow().name()
                : state.name();
        return new UnitHistory(
                id,
                successor.id(),
                unit.kind(),
                Timeline.since(
                        day,
                        new UnitHistory.State(
                                name,
                                state.aliases(),
                                state.email(),
                                state.representsOrganizationId(),
                                state.memberUnitIds())),
                List.of(unit.id()),
                List.of());
    }

    private UnitHistory takenIn(UnitHistory target, UnitHistory unit, UnitHistory.State state) {
        var both = target.timeline().changeFrom(day, it -> it.withAliases(union(it.aliases(), state.aliases()))
                .withMembers(union(it.memberUnitIds(), state.memberUnitIds())));
        return new UnitHistory(
                target.id(),
                target.organizationId(),
                target.kind(),
                both,
                union(target.predecessorIds(), List.of(unit.id())),
                target.successorIds());
    }

    private void mapGroups() {
        for (var unit : List.copyOf(units.values())) {
            units.put(
                    unit.id(),
                    unit.with(unit.timeline().changeFrom(day, state -> state.withMembers(members(unit, state)))));
        }
    }

    private List<UUID> members(UnitHistory group, UnitHistory.State state) {
        var members = new LinkedHashSet<UUID>();
        for (var member : state.memberUnitIds()) {
            var move = moves.get(member);
            if (move == null) {
                members.add(member);
            } else if (move.successorId().equals(group.organizationId())) {
                members.add(move.unitId());
            }
        }
        return List.copyOf(members);
    }

    private static <T> List<T> union(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).distinct().toList();
    }
}
