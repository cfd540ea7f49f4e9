package vn.lantoa.plan.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.plan.directory.UnitNames;
import vn.lantoa.plan.intake.UnitMention;

/** Finds the units and organizations that the words of a document mean. What it does not find stays as written. */
final class MeantBodies {

    private final IssuingBody body;
    private final UnitNames own;
    private final @Nullable UnitNames above;

    MeantBodies(IssuingBody body) {
        this.body = body;
        this.own = new UnitNames(
                withCommittee(body.organization(), body.units()),
                body.organization().name());
        var parent = body.parent();
        this.above = parent == null ? null : new UnitNames(withCommittee(parent, body.parentUnits()), parent.name());
    }

    Optional<Unit> unit(@Nullable String words) {
        return words == null
                ? Optional.empty()
                : own.find(words).filter(unit -> body.units().contains(unit));
    }

    /** A unit that can answer for something by itself. */
    Optional<Unit> singleUnit(@Nullable String words) {
        return unit(words).filter(unit -> unit.kind() != UnitKind.GROUP);
    }

    NamedUnits named(UnitMention mention) {
        return new NamedUnits(
                mention.name(),
                unit(mention.name()).map(Unit::unitId).map(List::of).orElse(List.of()));
    }

    /** The organization of this system that receives a report: the level above before anybody else who is named. */
    Optional<UUID> receiver(List<String> to) {
        var found = to.stream()
                .flatMap(words -> organization(words).stream())
                .distinct()
                .toList();
        var parent = body.parent() == null ? null : body.parent().organizationId();
        return found.stream().filter(it -> it.equals(parent)).findFirst().or(() -> found.stream()
                .findFirst());
    }

    /** True when the words name the organization itself. */
    boolean isIssuer(String words) {
        return organization(words)
                .filter(it -> it.equals(body.organization().organizationId()))
                .isPresent();
    }

    private Optional<UUID> organization(String words) {
        var ownId = body.organization().organizationId();
        var here = own.find(words).flatMap(unit -> standsFor(unit, ownId));
        return here.isPresent() || above == null
                ? here
                : above.find(words)
                        .flatMap(unit -> standsFor(unit, body.parent().organizationId()));
    }

    private static Optional<UUID> standsFor(Unit unit, UUID owner) {
        if (unit.representsOrganizationId() != null) {
            return Optional.of(unit.representsOrganizationId());
        }
        return unit.kind() == UnitKind.PEOPLE_COMMITTEE ? Optional.of(owner) : Optional.empty();
    }

    /** An organization is known by its own name, also where its directory has no unit for the committee itself. */
    private static List<Unit> withCommittee(Organization organization, List<Unit> units) {
        if (units.stream()
                .anyMatch(
                        unit -> unit.kind() == UnitKind.PEOPLE_COMMITTEE && unit.representsOrganizationId() == null)) {
            return units;
        }
        var all = new ArrayList<>(units);
        var name = organization.name();
        var aliases =
                switch (organization.kind()) {
                    case PEOPLE_COMMITTEE -> List.of("Ủy ban nhân dân", "Ủy ban nhân dân " + name);
                    case DEPARTMENT,
                            FATHERLAND_FRONT,
                            PARTY_COMMITTEE,
                            PEOPLE_COUNCIL,
                            MASS_ORGANISATION,
                            PARTY_BOARD,
                            PUBLIC_UNIT,
                            CENTRAL_BODY -> List.<String>of();
                };
        all.add(new Unit(
                organization.organizationId(),
                organization.organizationId(),
                name,
                aliases,
                UnitKind.PEOPLE_COMMITTEE,
                null,
                organization.organizationId(),
                List.of()));
        return all;
    }
}
