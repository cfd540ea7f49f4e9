package vn.lantoa.plan.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.http.Problem;

/** What holds between the units of one organization. */
final class UnitRules {

    static final int MOST_ALIASES = 50;

    private UnitRules() {}

    /** @throws Problem.RuleBroken when the organization does not exist then */
    static void requireOrganization(Optional<OrganizationHistory> organization, LocalDate day) {
        if (organization.flatMap(it -> it.timeline().on(day)).isEmpty()) {
            throw new Problem.RuleBroken("directory.not-valid-then", day);
        }
    }

    /**
     * @throws Problem.RuleBroken when another unit has the name on a day of the period that begins or holds then, or a group has
     *     members that are no plain units then
     */
    static void require(UnitHistory unit, List<UnitHistory> ofOrganization, LocalDate day) {
        var period =
                unit.timeline().period(day).orElseThrow(() -> new Problem.RuleBroken("directory.not-valid-then", day));
        var state = period.state();
        var others =
                ofOrganization.stream().filter(it -> !it.id().equals(unit.id())).toList();
        if (others.stream().anyMatch(it -> it.timeline()
                .anyWithin(day, period.to(), other -> other.name().equalsIgnoreCase(state.name())))) {
            throw new Problem.RuleBroken("unit.name-taken", state.name());
        }
        if (unit.kind() != UnitKind.GROUP && !state.memberUnitIds().isEmpty()) {
            throw new Problem.RuleBroken("unit.members-only-in-group");
        }
        if (state.memberUnitIds().isEmpty()) {
            return;
        }
        var plain = others.stream()
                .filter(it ->
                        it.kind() != UnitKind.GROUP && it.timeline().on(day).isPresent())
                .map(UnitHistory::id)
                .collect(Collectors.toSet());
        if (!plain.containsAll(state.memberUnitIds())) {
            throw new Problem.RuleBroken("unit.members-unknown");
        }
    }
}
