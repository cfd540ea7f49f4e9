package vn.lantoa.task.work;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.lantoa.effects.ItemField;
import vn.lantoa.task.work.TaskOrder.UnitPart;

/** What an amendment makes of the coordinating parts of a task. A part that is done is kept, whoever coordinates from now on. */
record CoordinatingChange(List<CoordinatingDuty> kept, List<CoordinatingDuty> added, List<CoordinatingDuty> left) {

    CoordinatingChange {
        kept = List.copyOf(kept);
        added = List.copyOf(added);
        left = List.copyOf(left);
    }

    /** @param leadUnitId before the amendment */
    static CoordinatingChange of(List<CoordinatingDuty> before, TaskAmendment to, UUID leadUnitId) {
        if (!to.concerns(ItemField.COORDINATING) && !to.concerns(ItemField.LEAD)) {
            return new CoordinatingChange(before, List.of(), List.of());
        }
        var lead = to.concerns(ItemField.LEAD) ? to.lead().unitId() : leadUnitId;
        var wanted = to.coordinating().stream()
                .filter(part -> !part.unitId().equals(lead)) // it does not coordinate with itself
                .toList();
        var wantedUnits = wanted.stream().map(UnitPart::unitId).collect(Collectors.toSet());
        var unitsBefore = before.stream().map(CoordinatingDuty::unitId).collect(Collectors.toSet());
        var stays = before.stream()
                .collect(Collectors.partitioningBy(it -> wantedUnits.contains(it.unitId())
                        || (it.doneOn() != null && !it.unitId().equals(lead))));
        return new CoordinatingChange(
                stays.get(true),
                wanted.stream()
                        .filter(part -> !unitsBefore.contains(part.unitId()))
                        .map(part -> CoordinatingDuty.given(to.taskId(), part))
                        .toList(),
                stays.get(false));
    }

    int doneThatLeft() {
        return (int) left.stream().filter(it -> it.doneOn() != null).count();
    }

    /** In one order, so that the same units read the same. */
    List<UUID> units() {
        return units(kept, added);
    }

    List<UUID> unitsBefore() {
        return units(kept, left);
    }

    private static List<UUID> units(List<CoordinatingDuty> some, List<CoordinatingDuty> others) {
        return Stream.concat(some.stream(), others.stream())
                .map(CoordinatingDuty::unitId)
                .sorted()
                .toList();
    }
}
