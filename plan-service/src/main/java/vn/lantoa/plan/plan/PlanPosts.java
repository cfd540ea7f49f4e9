package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.identity.Caller;
import vn.lantoa.plan.plan.PlanAction.Place;

/** Out of which post the caller does something to a plan: their own before one that was delegated to them. */
@Singleton
class PlanPosts {

    private final Caller caller;
    private final Directory directory;
    private final Clock clock;

    PlanPosts(Caller caller, Directory directory, Clock clock) {
        this.caller = caller;
        this.directory = directory;
        this.clock = clock;
    }

    /** @throws Problem.NotAllowed when they hold no post that lets them do it */
    PlanChange change(PlanAction action, UUID planId, @Nullable String ifMatch) {
        var post = post(action);
        return new PlanChange(
                caller.organizationId(),
                planId,
                EntityTag.expected(ifMatch, planId),
                caller.personId(),
                post.onBehalfOfPersonId(),
                post.unitId());
    }

    /**
     * For which units they can speak is judged with the plan at hand.
     *
     * @throws Problem.NotAllowed when they can speak for none
     */
    PlanChange opinion(UUID planId) {
        caller.require(PlanAction.GIVE_OPINION.roles());
        return new PlanChange(caller.organizationId(), planId, null, caller.personId(), null, null);
    }

    /** @throws Problem.NotAllowed when they hold no post that lets them do it */
    By by(PlanAction action) {
        var post = post(action);
        return new By(caller.personId(), OffsetDateTime.now(clock), post.onBehalfOfPersonId(), post.unitId());
    }

    /** What the caller may do with a plan. */
    List<PlanAction> rights(Plan plan) {
        // who is no head of a unit gains nothing by an office
        boolean officeMatters =
                PlanAction.RETURN.isAllowedIn(plan.state()) && caller.roles().contains(Role.UNIT_HEAD);
        return new PlanRights(plan, officeMatters ? offices(plan.organizationId()) : Set.of()).of(caller.memberships());
    }

    private Member post(PlanAction action) {
        var anywhere = holding(caller.memberships(), action, Place.ORGANIZATION);
        if (anywhere.isEmpty() && action.rolesIn(Place.OFFICE).length > 0) {
            var offices = offices(caller.organizationId());
            var inOffice = holding(
                    caller.memberships().stream()
                            .filter(post -> post.unitId() != null && offices.contains(post.unitId()))
                            .toList(),
                    action,
                    Place.OFFICE);
            if (inOffice.isPresent()) {
                caller.require(action.rolesIn(Place.OFFICE)); // notes for whom they act
                return inOffice.get();
            }
        }
        caller.require(action.rolesIn(Place.ORGANIZATION));
        return anywhere.orElseThrow();
    }

    private static Optional<Member> holding(List<Member> posts, PlanAction action, Place place) {
        var roles = List.of(action.rolesIn(place));
        return posts.stream()
                .filter(post -> post.roles().stream().anyMatch(roles::contains))
                .findFirst();
    }

    /** The office of an organization runs its documents; a body of its own among the units does not. */
    Set<UUID> offices(UUID organizationId) {
        return directory.unitsOf(organizationId).stream()
                .filter(unit -> unit.kind() == UnitKind.OFFICE && unit.representsOrganizationId() == null)
                .map(Unit::unitId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
