package vn.lantoa.plan.people;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.Reach;
import vn.lantoa.plan.directory.ValidPlaces;

/** Who may manage whom, and what must hold of every post. */
@Singleton
class PeopleRules {

    private final People people;
    private final Reach reach;
    private final ValidPlaces places;

    PeopleRules(People people, Reach reach, ValidPlaces places) {
        this.people = people;
        this.reach = reach;
        this.places = places;
    }

    /**
     * Somebody whose account may be touched: all their posts lie within reach. Else an administrator of one organization could
     * take over an account that acts for another.
     *
     * @throws Problem.NotFound when none of their posts is within reach
     * @throws Problem.NotAllowed when one is not
     */
    PersonFile requireManaged(UUID acting, UUID personId) {
        places.lock();
        var file = requireWithin(acting, personId);
        if (people.actsElsewhere(personId)) {
            throw new Problem.NotAllowed("person.also-elsewhere");
        }
        return file;
    }

    /**
     * The posts to which a change of the person is written. What has ended keeps what was known then; what is out of reach is
     * not the caller's to change, though they may see it.
     */
    List<MembershipRecorded> changeable(UUID acting, PersonFile file) {
        return file.posts().stream()
                .filter(it -> it.validTo() == null || !it.validTo().isBefore(today()))
                .filter(it -> reach.manages(acting, it.organizationId()))
                .toList();
    }

    /** In whose audit it stands what happens to the person: of the organizations within reach, the first where they still have a post. */
    UUID organizationOf(UUID acting, PersonFile file) {
        var within = file.posts().stream()
                .filter(it -> reach.manages(acting, it.organizationId()))
                .toList();
        return new PersonFile(file.person(), within).organizationId(today());
    }

    /** @throws Problem.NotFound when none of their posts is within reach */
    PersonFile requireWithin(UUID acting, UUID personId) {
        return people.find(personId)
                .filter(file -> file.posts().stream().anyMatch(it -> reach.isWithin(acting, it.organizationId())))
                .orElseThrow(() -> new Problem.NotFound("person.not-found"));
    }

    /**
     * Somebody with one post that may be changed.
     *
     * @throws Problem.NotFound when there is none, or it is out of reach
     */
    PersonFile requirePost(UUID acting, UUID membershipId) {
        places.lock();
        var file = people.holder(membershipId)
                .flatMap(people::find)
                .orElseThrow(() -> new Problem.NotFound("membership.not-found"));
        var post = file.post(membershipId).orElseThrow(() -> new Problem.NotFound("membership.not-found"));
        if (!reach.isWithin(acting, post.organizationId())) {
            throw new Problem.NotFound("membership.not-found");
        }
        if (post.onBehalfOfPersonId() != null) {
            throw new Problem.RuleBroken("membership.delegated");
        }
        return file;
    }

    /** @throws Problem.NotFound unless the organization is the acting one or below it */
    void requireOrganization(UUID acting, UUID organizationId) {
        reach.requireManaged(acting, organizationId);
        places.lock();
    }

    /** @throws Problem when its place does not exist then, its days make no sense, or its roles are not for people */
    void requirePossible(UUID organizationId, Posts.Terms terms) {
        requireSensible(terms);
        places.require(organizationId, terms.unitId(), terms.validFrom());
    }

    /** @throws Problem.RuleBroken when its days make no sense, or its roles are not for people */
    static void requireSensible(Posts.Terms terms) {
        if (terms.roles().contains(Role.INTEGRATOR)) {
            throw new Problem.RuleBroken("membership.role-not-for-people");
        }
        if (terms.validTo() != null && terms.validTo().isBefore(terms.validFrom())) {
            throw new Problem.RuleBroken("membership.ends-before-it-begins");
        }
    }

    /** @throws Problem.RuleBroken when somebody takes the last administrator's role from themselves */
    void requireAdministratorStays(UUID callerId, MembershipRecorded before, boolean keepsRole) {
        if (callerId.equals(before.personId())
                && !keepsRole
                && PersonFile.is(before, Role.ADMIN)
                && PersonFile.holdsOn(before, people.today())
                && !people.hasOtherAdministrator(before.organizationId(), callerId)) {
            throw new Problem.RuleBroken("membership.last-administrator");
        }
    }

    /** @throws Problem.RuleBroken for somebody who is disabled: what they may do is decided when they come back */
    static void requireEnabled(Person person) {
        if (!person.enabled()) {
            throw new Problem.RuleBroken("person.disabled");
        }
    }

    /** @throws Problem.RuleBroken for a day before today: what somebody was allowed yesterday is history */
    void requireNotPast(LocalDate day) {
        if (day.isBefore(people.today())) {
            throw new Problem.RuleBroken("membership.past", day);
        }
    }

    LocalDate today() {
        return people.today();
    }
}
