package vn.lantoa.plan.cascade;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.cascade.Branches.Branch;
import vn.lantoa.plan.plan.ItemContent;
import vn.lantoa.plan.plan.StandingPlans;

/**
 * Hands a plan in force down to organizations below (triển khai kế hoạch của cấp trên): each gets a draft of its own, which the
 * background makes one after the other. Organizations that have one already keep it.
 */
@ApplicationScoped
class HandDownPlan {

    /** @param wanted the items to take over, with the kind of unit that leads a task in each organization where one is named */
    record Command(
            UUID organizationId,
            UUID planId,
            UUID personId,
            List<UUID> organizationIds,
            Map<UUID, @Nullable UnitKind> wanted) {}

    private final StandingPlans plans;
    private final Branches branches;
    private final Clock clock;

    HandDownPlan(StandingPlans plans, Branches branches, Clock clock) {
        this.plans = plans;
        this.branches = branches;
        this.clock = clock;
    }

    /** @return how many organizations are new */
    @Transactional
    @Audited(subject = "plan", id = "planId", organization = "organizationId")
    int handle(Command command) {
        var plan = plans.get(command.organizationId(), command.planId());
        if (!plan.isInForce()) {
            throw new Problem.RuleBroken("plan.cascade-not-in-force").with("state", plan.state());
        }
        var lineage = branches.lineage(command.planId());
        refuse(command, plan.items(), lineage);
        var through = Stream.concat(lineage.stream(), Stream.of(command.organizationId()))
                .toList();
        return branches.add(
                command.organizationIds().stream()
                        .distinct()
                        .map(it -> new Branch(
                                Ids.next(),
                                command.planId(),
                                command.organizationId(),
                                it,
                                through,
                                command.wanted(),
                                command.personId(),
                                Branches.State.WAITING,
                                0,
                                null,
                                plan.edition(),
                                null))
                        .toList(),
                OffsetDateTime.now(clock));
    }

    private void refuse(Command command, Map<UUID, ItemContent> items, List<UUID> lineage) {
        var errors = new ArrayList<Problem.Invalid.Error>();
        var below = new HashSet<>(branches.organizationsBelow(command.organizationId()));
        for (int i = 0; i < command.organizationIds().size(); i++) {
            var target = command.organizationIds().get(i);
            if (lineage.contains(target) || target.equals(command.organizationId())) {
                throw new Problem.RuleBroken("plan.cascade-cyclic").with("organizationId", target);
            }
            if (!below.contains(target)) {
                errors.add(new Problem.Invalid.Error("/organizationIds/" + i, "plan.cascade-not-below"));
            }
        }
        int position = 0;
        for (var wanted : command.wanted().entrySet()) {
            var item = items.get(wanted.getKey());
            if (item == null) {
                errors.add(new Problem.Invalid.Error("/items/" + position, "plan.item-not-found"));
            } else if (wanted.getValue() != null && item.kind() != ItemContent.Kind.TASK) {
                errors.add(
                        new Problem.Invalid.Error("/items/" + position + "/leadUnitKind", "plan.cascade-lead-of-task"));
            }
            position++;
        }
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
    }
}
