package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** Works out what a merger or split would change, and changes nothing. */
@ApplicationScoped
class PreviewMerger {

    record Command(UUID acting, Merger.Wish wish) {}

    /**
     * @param programs those that end with their organizations
     * @param token names the wish and all that was known; any change of either makes another
     */
    record Outcome(Merger merger, List<Programs.Program> programs, String token) {}

    private final Reach reach;
    private final Histories histories;
    private final Memberships memberships;
    private final Programs programs;
    private final DirectoryRules rules;

    PreviewMerger(Reach reach, Histories histories, Memberships memberships, Programs programs, DirectoryRules rules) {
        this.reach = reach;
        this.histories = histories;
        this.memberships = memberships;
        this.programs = programs;
        this.rules = rules;
    }

    @Transactional
    Outcome preview(Command command) {
        var wish = command.wish();
        DirectoryRules.requirePossible(wish.effectiveOn());
        var stayingIds = wish.successors().stream()
                .map(Merger.Successor::organizationId)
                .filter(Objects::nonNull)
                .toList();
        var concerned = new ArrayList<>(wish.endingIds());
        concerned.addAll(stayingIds);
        concerned.forEach(id -> reach.requireManaged(command.acting(), id));
        if (concerned.contains(command.acting())) {
            throw new Problem.RuleBroken("organization.ends-by-those-above");
        }
        var known = new Merger.Known(
                histories.organizations(wish.endingIds()),
                histories.organizations(stayingIds),
                histories.below(wish.endingIds()),
                histories.unitsOf(concerned),
                managed(command.acting(), histories.besideRepresentativesOf(wish.endingIds())),
                memberships.holdingOn(wish.endingIds(), wish.effectiveOn()));
        var merger = Merger.plan(wish, known, rules.today(), Ids::next);
        merger.successors().forEach(rules::requireFreeCodes);
        var ending = programs.holdingOn(wish.endingIds(), wish.effectiveOn());
        return new Outcome(
                merger, ending, EntityTag.ofParts(sorted(wish), known, ending).value());
    }

    /** Units of organizations for which the acting one is not responsible are theirs to change: the merger leaves them alone. */
    private List<UnitHistory> managed(UUID acting, List<UnitHistory> units) {
        var managed = units.stream()
                .map(UnitHistory::organizationId)
                .distinct()
                .filter(id -> reach.manages(acting, id))
                .collect(Collectors.toSet());
        return units.stream()
                .filter(it -> managed.contains(it.organizationId()))
                .toList();
    }

    private static List<Object> sorted(Merger.Wish wish) {
        return List.of(wish.effectiveOn(), wish.endingIds(), wish.successors(), new TreeMap<>(wish.unitsTo()));
    }
}
