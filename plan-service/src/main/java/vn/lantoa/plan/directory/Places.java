package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;

/** An organization with its units through time: where somebody may have a post on a day. */
public final class Places {

    private final OrganizationHistory organization;
    private final List<UnitHistory> units;
    private final Map<LocalDate, UnitNames> namesByDay = new HashMap<>();

    Places(OrganizationHistory organization, List<UnitHistory> units) {
        this.organization = organization;
        this.units = List.copyOf(units);
    }

    public static Places of(OrganizationRecorded organization, List<UnitRecorded> units) {
        return new Places(
                OrganizationHistory.of(organization),
                units.stream().map(UnitHistory::of).toList());
    }

    /** @throws Problem when organization or unit do not exist then, or the unit belongs to another organization */
    public void require(@Nullable UUID unitId, LocalDate day) {
        DirectoryRules.requirePossible(day);
        UnitRules.requireOrganization(Optional.of(organization), day);
        if (unitId == null) {
            return;
        }
        var unit = units.stream()
                .filter(it -> it.id().equals(unitId) && it.organizationId().equals(organization.id()))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("unit.not-found"));
        if (unit.timeline().on(day).isEmpty()) {
            throw new Problem.RuleBroken("directory.not-valid-then", day);
        }
    }

    /** The unit that is meant on the day, as {@link UnitNames} reads it; empty when none fits, or several do. */
    public Optional<UUID> unit(String asWritten, LocalDate day) {
        return namesByDay.computeIfAbsent(day, this::names).find(asWritten).map(Unit::unitId);
    }

    private UnitNames names(LocalDate day) {
        return new UnitNames(
                units.stream()
                        .flatMap(it -> it.timeline().on(day).stream()
                                .map(state -> new Unit(
                                        it.id(),
                                        it.organizationId(),
                                        state.name(),
                                        state.aliases(),
                                        it.kind(),
                                        state.email(),
                                        state.representsOrganizationId(),
                                        state.memberUnitIds())))
                        .toList(),
                organization.timeline().nearest(day).name());
    }

    /** All that is known of them. */
    @Override
    public String toString() {
        return organization + " " + units;
    }
}
