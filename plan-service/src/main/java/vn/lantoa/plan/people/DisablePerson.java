package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.RecordMembership;

/**
 * Shuts somebody out: every service refuses them as soon as it hears of it, whatever token they hold, and Keycloak ends their
 * sessions and takes no login.
 */
@ApplicationScoped
class DisablePerson {

    record Command(
            UUID acting,
            UUID callerId,
            UUID organizationId,
            UUID personId,
            @Nullable String ifMatch) {}

    private final PeopleRules rules;
    private final People people;
    private final Delegations delegations;
    private final RecordMembership record;

    DisablePerson(PeopleRules rules, People people, Delegations delegations, RecordMembership record) {
        this.rules = rules;
        this.people = people;
        this.delegations = delegations;
        this.record = record;
    }

    /** @throws Problem.RuleBroken when they are disabled already, or the last administrator would shut themselves out */
    @Transactional
    @Audited(subject = "person", id = "personId", organization = "organizationId")
    void handle(Command command) {
        var file = rules.requireManaged(command.acting(), command.personId());
        file.require(command.ifMatch());
        PeopleRules.requireEnabled(file.person());
        var posts = rules.changeable(command.acting(), file);
        posts.forEach(post -> rules.requireAdministratorStays(command.callerId(), post, false));
        var now = file.person();
        var disabled = new Person(now.id(), now.accountName(), now.subject(), now.name(), now.email(), false);
        people.change(disabled);
        delegations.endGivenFrom(
                posts.stream().map(MembershipRecorded::membershipId).toList(), command.callerId(), rules.today());
        posts.stream().filter(MembershipRecorded::active).forEach(post -> {
            people.noteTaken(now.id(), post.membershipId());
            record.handle(new RecordMembership.Command(Posts.with(post, disabled, false), false));
        });
    }
}
