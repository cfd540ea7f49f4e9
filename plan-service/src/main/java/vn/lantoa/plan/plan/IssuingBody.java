package vn.lantoa.plan.plan;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;

/**
 * The organization that issues a plan, as the directory knows it today: whom it can order, whom it can only ask, and to whom
 * it can report.
 *
 * @param parent the level above; null for the highest of this system
 * @param parentUnits units of the level above, some of which stand for organizations of their own
 */
public record IssuingBody(
        Organization organization,
        List<Unit> units,
        @Nullable Organization parent,
        List<Unit> parentUnits) {

    public IssuingBody {
        units = List.copyOf(units);
        parentUnits = List.copyOf(parentUnits);
    }

    /** @throws Problem.Invalid when it is no unit of this organization */
    Unit unit(UUID unitId) {
        return find(unitId).orElseThrow(() -> new Problem.Invalid("plan.unit-unknown", unitId));
    }

    /** @throws Problem.Invalid when it is no unit of this organization, or a group of several */
    Unit singleUnit(UUID unitId) {
        var unit = unit(unitId);
        if (unit.kind() == UnitKind.GROUP) {
            throw new Problem.Invalid("plan.unit-is-group", unit.name());
        }
        return unit;
    }

    public Optional<Unit> find(UUID unitId) {
        return units.stream().filter(unit -> unit.unitId().equals(unitId)).findFirst();
    }

    /** True for a name that stands for several units. */
    public boolean isGroup(UUID unitId) {
        return find(unitId).filter(unit -> unit.kind() == UnitKind.GROUP).isPresent();
    }

    /** Members of a group; empty for a plain unit. */
    public List<UUID> membersOf(UUID unitId) {
        return find(unitId)
                .filter(unit -> unit.kind() == UnitKind.GROUP)
                .map(Unit::memberUnitIds)
                .orElse(List.of());
    }

    /** True for the unit of the directory that stands for this organization as a whole: "UBND xã" among the units of the commune. */
    boolean isItself(UUID unitId) {
        return find(unitId)
                .filter(unit -> unit.representsOrganizationId() == null
                        ? unit.kind() == UnitKind.PEOPLE_COMMITTEE
                        : unit.representsOrganizationId().equals(organization.organizationId()))
                .isPresent();
    }

    /**
     * True for a body outside this organization's chain of command. The Front asks nobody within the Front, the Party nobody
     * within the Party: their own bodies they assign.
     */
    public boolean mayOnlyRequest(Unit unit) {
        boolean own =
                switch (unit.kind()) {
                    case FATHERLAND_FRONT ->
                        organization.kind() == OrganizationKind.FATHERLAND_FRONT
                                || organization.kind() == OrganizationKind.MASS_ORGANISATION;
                    case PARTY_BOARD ->
                        organization.kind() == OrganizationKind.PARTY_COMMITTEE
                                || organization.kind() == OrganizationKind.PARTY_BOARD;
                    default -> false;
                };
        return unit.kind().isRequestedNotOrdered() && !own;
    }

    /** True for this organization, the level above, and the organizations that the level above counts among its units. */
    public boolean canReportTo(UUID organizationId) {
        return organizationId.equals(organization.organizationId())
                || (parent != null && organizationId.equals(parent.organizationId()))
                || parentUnits.stream().anyMatch(unit -> organizationId.equals(unit.representsOrganizationId()));
    }
}
