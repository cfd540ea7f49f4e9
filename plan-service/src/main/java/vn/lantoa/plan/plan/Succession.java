package vn.lantoa.plan.plan;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.events.PlanReplaced.MovedItem;
import vn.lantoa.events.PlanState;
import vn.lantoa.kit.http.Problem;

/**
 * What becomes of the items of a plan that another one replaces: one by one, each goes on in the new plan or ends.
 *
 * @param moved items that go on, each with the one that continues it
 * @param ended items that end without a successor, each with the reason
 */
record Succession(List<MovedItem> moved, List<EndedItem> ended) {

    record EndedItem(UUID itemId, String reason) {}

    Succession {
        moved = List.copyOf(moved);
        ended = List.copyOf(ended);
    }

    /**
     * @param open what is still being worked on
     * @throws Problem when the new plan cannot take its place, an item is none of theirs or named twice, or one that is worked on is
     *     not decided about
     */
    void require(Plan old, Plan successor, List<OpenTask> open) {
        if (successor.id().equals(old.id())) {
            throw new Problem.RuleBroken("plan.replaced-by-itself");
        }
        // what has ended is never in force again: so no chain of replacements leads back to its beginning
        if (successor.state() != PlanState.PROMULGATED && successor.state() != PlanState.IN_EXECUTION) {
            throw new Problem.RuleBroken("plan.replacing-not-in-force").with("state", successor.state());
        }
        var decided = new HashSet<UUID>();
        Stream.concat(moved.stream().map(MovedItem::itemId), ended.stream().map(EndedItem::itemId))
                .forEach(itemId -> {
                    if (!old.hasIssued(itemId)) {
                        throw new Problem.Invalid("plan.item-unknown", itemId);
                    }
                    if (!decided.add(itemId)) {
                        throw new Problem.Invalid("plan.item-named-twice", itemId);
                    }
                });
        for (var item : moved) {
            if (!successor.hasIssued(item.continuedByItemId())) {
                throw new Problem.Invalid("plan.item-unknown", item.continuedByItemId());
            }
        }
        var undecided =
                open.stream().filter(task -> !decided.contains(task.itemId())).toList();
        if (!undecided.isEmpty()) {
            throw new Problem.RuleBroken("plan.open-tasks-undecided", undecided.size()).with("openTasks", undecided);
        }
    }

    /** As the other services are told. */
    PlanReplaced event(Plan plan, PlanState before, Plan successor, Grounds grounds, By by) {
        return new PlanReplaced(
                plan.id(),
                plan.organizationId(),
                plan.edition(),
                plan.statedSubject(),
                before,
                plan.state(),
                Objects.requireNonNull(plan.endedOn()),
                by.person(),
                grounds.reason(),
                grounds.document(),
                successor.id(),
                moved);
    }

    Map<String, String> details() {
        var details = new LinkedHashMap<String, String>();
        moved.forEach(
                it -> details.put("moved " + it.itemId(), it.continuedByItemId().toString()));
        ended.forEach(it -> details.put("ended " + it.itemId(), it.reason()));
        return details;
    }
}
