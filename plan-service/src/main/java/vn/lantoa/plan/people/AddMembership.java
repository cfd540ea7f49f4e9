package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.RecordMembership;

/** Gives somebody a further post. */
@ApplicationScoped
class AddMembership {

    record Command(UUID acting, UUID personId, UUID organizationId, Posts.Terms terms) {}

    private final PeopleRules rules;
    private final RecordMembership record;

    AddMembership(PeopleRules rules, RecordMembership record) {
        this.rules = rules;
        this.record = record;
    }

    /** @throws Problem.RuleBroken when they have a post in the same unit at the same time, or the post is not possible */
    @Transactional
    UUID handle(Command command) {
        rules.requireOrganization(command.acting(), command.organizationId());
        var file = rules.requireWithin(command.acting(), command.personId());
        PeopleRules.requireEnabled(file.person());
        rules.requirePossible(command.organizationId(), command.terms());
        var made = Posts.of(file.person(), command.organizationId(), Ids.next(), command.terms());
        file.requireNoOverlap(made);
        record.handle(new RecordMembership.Command(made, false));
        return made.membershipId();
    }
}
