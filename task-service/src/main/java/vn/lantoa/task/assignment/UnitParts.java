package vn.lantoa.task.assignment;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.task.work.TaskOrder.UnitPart;

/** Units as far as the directory knows them: groups become their members; one that is not known yet stays as it is. */
@Singleton
class UnitParts {

    private final Directory directory;

    UnitParts(Directory directory) {
        this.directory = directory;
    }

    /** What is known of the units and of the members of those that are groups. */
    Known known(Collection<UUID> unitIds) {
        var named = byId(directory.units(unitIds));
        var members = named.values().stream()
                .flatMap(unit -> unit.memberUnitIds().stream())
                .distinct()
                .filter(id -> !named.containsKey(id))
                .toList();
        var all = new LinkedHashMap<>(named);
        if (!members.isEmpty()) {
            all.putAll(byId(directory.units(members)));
        }
        return new Known(all);
    }

    record Known(Map<UUID, Unit> units) {

        UnitPart part(UUID unitId) {
            var unit = units.get(unitId);
            return new UnitPart(unitId, unit == null ? null : unit.representsOrganizationId());
        }

        /** Each unit once. */
        List<UnitPart> coordinating(List<UUID> unitIds) {
            return unitIds.stream()
                    .flatMap(this::expanded)
                    .distinct()
                    .map(this::part)
                    .toList();
        }

        /** Without the lead, which does not coordinate with itself. */
        List<UnitPart> coordinating(List<UUID> unitIds, UUID leadUnitId) {
            return coordinating(unitIds).stream()
                    .filter(part -> !part.unitId().equals(leadUnitId))
                    .toList();
        }

        private Stream<UUID> expanded(UUID unitId) {
            var unit = units.get(unitId);
            return unit == null
                            || unit.kind() != UnitKind.GROUP
                            || unit.memberUnitIds().isEmpty()
                    ? Stream.of(unitId)
                    : unit.memberUnitIds().stream();
        }
    }

    private static Map<UUID, Unit> byId(List<Unit> units) {
        var byId = new LinkedHashMap<UUID, Unit>();
        units.forEach(unit -> byId.put(unit.unitId(), unit));
        return byId;
    }
}
