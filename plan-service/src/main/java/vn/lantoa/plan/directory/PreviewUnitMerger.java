package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/** Works out what a merger or split of units would change, and changes nothing. */
@ApplicationScoped
class PreviewUnitMerger {

    record Command(UUID acting, UUID organizationId, UnitMerger.Wish wish) {}

    /**
     * @param people decided once, since every post that goes on has a new id
     * @param token names the wish and all that was known; any change of either makes another
     */
    record Outcome(UnitMerger merger, List<PersonMove> people, String token) {}

    private final Reach reach;
    private final Histories histories;
    private final Memberships memberships;
    private final Programs programs;
    private final DirectoryRules rules;

    PreviewUnitMerger(
            Reach reach, Histories histories, Memberships memberships, Programs programs, DirectoryRules rules) {
        this.reach = reach;
        this.histories = histories;
        this.memberships = memberships;
        this.programs = programs;
        this.rules = rules;
    }

    @Transactional
    Outcome preview(Command command) {
        var wish = command.wish();
        reach.requireManaged(command.acting(), command.organizationId());
        DirectoryRules.requirePossible(wish.effectiveOn());
        var organization = List.of(command.organizationId());
        var known = new UnitMerger.Known(
                histories.unitsOf(organization), memberships.holdingOn(organization, wish.effectiveOn()));
        var merger = UnitMerger.plan(wish, known, rules.today(), Ids::next);
        programs.holdingOn(organization, wish.effectiveOn()).forEach(it -> requireOtherContact(it, wish));
        return new Outcome(
                merger,
                merger.people(),
                EntityTag.ofParts(
                                wish.effectiveOn(),
                                wish.endingIds(),
                                wish.successors(),
                                new TreeMap<>(wish.postsTo()),
                                known)
                        .value());
    }

    /** A program works as its unit without a date: which unit answers for it from now on is for people to say first. */
    private static void requireOtherContact(Programs.Program program, UnitMerger.Wish wish) {
        if (program.contactUnitId() != null && wish.endingIds().contains(program.contactUnitId())) {
            throw new Problem.RuleBroken("unit-merger.contact-of-program", program.name())
                    .with("clientId", program.clientId());
        }
    }
}
