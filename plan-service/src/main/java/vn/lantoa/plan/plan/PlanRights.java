package vn.lantoa.plan.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.directory.Member;

/**
 * What somebody may do with a plan as it stands: for the answer to them, and for the answer about them.
 *
 * @param offices the units of the organization that are its office
 */
record PlanRights(Plan plan, Set<UUID> offices) {

    PlanRights {
        offices = Set.copyOf(offices);
    }

    /** @param posts all that somebody holds in the plan's organization */
    List<PlanAction> of(List<Member> posts) {
        boolean complete = plan.blockingQuestions().isEmpty();
        return Arrays.stream(PlanAction.values())
                .filter(action -> action.isAllowedIn(plan.state()) && isFor(action, posts))
                .filter(action -> complete || !needsComplete(action))
                .toList();
    }

    /** True for whoever holds a post that it needs, whatever the state of the plan. */
    boolean isFor(PlanAction action, List<Member> posts) {
        return posts.stream().anyMatch(post -> action.holders().stream()
                .anyMatch(holder -> post.roles().contains(holder.role())
                        && switch (holder.place()) {
                            case ORGANIZATION -> true;
                            case OFFICE -> isIn(offices, post.unitId());
                            case CONSULTED_UNIT -> isIn(plan.consultedUnitIds(), post.unitId());
                        }));
    }

    private static boolean needsComplete(PlanAction action) {
        return action == PlanAction.SUBMIT || action == PlanAction.REGISTER_ISSUED;
    }

    private static boolean isIn(Set<UUID> units, @Nullable UUID unitId) {
        return unitId != null && units.contains(unitId);
    }
}
