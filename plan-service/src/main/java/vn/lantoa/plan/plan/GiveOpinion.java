package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;

/**
 * Takes the opinion of a unit that was asked. The draft does not become another by it, so that neither units nor those who go on
 * drafting come into each other's way.
 */
@ApplicationScoped
class GiveOpinion {

    /**
     * @param posts out of which the person can speak for a unit, their own first
     * @param unitId for which unit; null when they can mean one only
     * @param agrees without objections
     */
    record Command(
            PlanChange change,
            List<Member> posts,
            @Nullable UUID unitId,
            boolean agrees,
            @Nullable String text,
            List<PlanOpinion.OnItem> items) {}

    private final Plans plans;
    private final PlanOpinions opinions;
    private final Clock clock;

    GiveOpinion(Plans plans, PlanOpinions opinions, Clock clock) {
        this.plans = plans;
        this.opinions = opinions;
        this.clock = clock;
    }

    /**
     * @return the opinion
     * @throws Problem.NotAllowed when they are of no unit that was asked
     */
    @Transactional
    @Audited(subject = "plan", id = "change.planId", organization = "change.organizationId")
    UUID handle(Command command) {
        var plan = plans.toChange(command.change()); // nobody submits it meanwhile
        plan.require(PlanAction.GIVE_OPINION);
        var post = post(command, plan.consultedUnitIds());
        if (!command.agrees() && command.text() == null && command.items().isEmpty()) {
            throw new Problem.Invalid("plan.objection-without-words");
        }
        for (var item : command.items()) {
            if (!plan.has(item.itemId())) {
                throw new Problem.Invalid("plan.item-unknown", item.itemId());
            }
        }
        var by = command.change().now(clock);
        var opinion = new PlanOpinion(
                Ids.next(),
                plan.id(),
                Objects.requireNonNull(post.unitId()),
                command.agrees(),
                command.text(),
                command.items(),
                plan.version(),
                by.person(),
                post.onBehalfOfPersonId(),
                by.at(),
                Objects.requireNonNull(plan.consultation()).isInTime(by.at().toLocalDate()));
        opinions.add(opinion);
        return opinion.id();
    }

    private static Member post(Command command, Set<UUID> consulted) {
        var speaking = command.posts().stream()
                .filter(post -> post.unitId() != null && consulted.contains(post.unitId()))
                .filter(post ->
                        post.roles().contains(Role.UNIT_HEAD) || post.roles().contains(Role.SPECIALIST))
                .toList();
        var units = speaking.stream().map(Member::unitId).collect(Collectors.toSet());
        var wanted = command.unitId();
        if (units.isEmpty() || (wanted != null && !units.contains(wanted))) {
            throw new Problem.NotAllowed("plan.unit-not-consulted");
        }
        if (wanted == null && units.size() > 1) {
            throw new Problem.Invalid("plan.opinion-unit-unclear").with("unitIds", units);
        }
        return speaking.stream()
                .filter(post -> wanted == null || wanted.equals(post.unitId()))
                .findFirst()
                .orElseThrow();
    }
}
