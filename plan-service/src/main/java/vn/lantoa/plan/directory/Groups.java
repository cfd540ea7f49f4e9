package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Groups of units ("các phòng chuyên môn") when one of their members goes on as another. */
final class Groups {

    private Groups() {}

    /** @return the groups that change: from the day on they hold the successors in place of what is replaced */
    static List<UnitHistory> replaceMembers(List<UnitHistory> units, LocalDate day, Map<UUID, List<UUID>> replaced) {
        return units.stream()
                .filter(it -> it.timeline().entries().stream()
                        .filter(entry -> entry.to() == null || !entry.to().isBefore(day))
                        .anyMatch(
                                entry -> entry.state().memberUnitIds().stream().anyMatch(replaced::containsKey)))
                .map(it -> it.with(it.timeline().changeFrom(day, state -> state.withMembers(members(state, replaced)))))
                .toList();
    }

    private static List<UUID> members(UnitHistory.State state, Map<UUID, List<UUID>> replaced) {
        var members = new LinkedHashSet<UUID>();
        state.memberUnitIds().forEach(it -> members.addAll(replaced.getOrDefault(it, List.of(it))));
        return List.copyOf(members);
    }
}
