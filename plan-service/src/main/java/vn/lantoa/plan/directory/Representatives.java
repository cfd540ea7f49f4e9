package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;

/** Units that stand for an organization of its own, when that organization goes on under others. */
record Representatives(LocalDate day, List<UUID> endingIds, List<OrganizationHistory> successors, Supplier<UUID> ids) {

    /** @param units all units of the organizations that have such a unit; the changed ones come back */
    List<UnitHistory> replace(List<UnitHistory> units) {
        var changed = new ArrayList<UnitHistory>();
        Map<UUID, List<UUID>> replaced = new HashMap<>();
        Map<String, UUID> made = new HashMap<>();
        units.stream().filter(it -> it.timeline().on(day).isPresent()).forEach(it -> it.timeline()
                .on(day)
                .map(UnitHistory.State::representsOrganizationId)
                .ifPresent(organization -> made.putIfAbsent(it.organizationId() + "|" + organization, it.id())));
        for (var unit : units) {
            var state = unit.timeline().on(day);
            if (state.isEmpty() || !isOfEnding(state.get())) {
                continue;
            }
            var next = successors.stream()
                    .map(successor -> made.computeIfAbsent(unit.organizationId() + "|" + successor.id(), _ -> {
                        var id = ids.get();
                        changed.add(new UnitHistory(
                                id,
                                unit.organizationId(),
                                unit.kind(),
                                Timeline.since(
                                        day,
                                        new UnitHistory.State(
                                                successor
                                                        .timeline()
                                                        .on(day)
                                                        .orElseThrow()
                                                        .name(),
                                                List.of(),
                                                null,
                                                successor.id(),
                                                List.of())),
                                List.of(unit.id()),
                                List.of()));
                        return id;
                    }))
                    .toList();
            replaced.put(unit.id(), next);
            changed.add(unit.with(unit.timeline().endAfter(day.minusDays(1))).succeededBy(next));
        }
        changed.addAll(Groups.replaceMembers(units, day, replaced));
        return changed;
    }

    private boolean isOfEnding(UnitHistory.State state) {
        return state.representsOrganizationId() != null && endingIds.contains(state.representsOrganizationId());
    }
}
