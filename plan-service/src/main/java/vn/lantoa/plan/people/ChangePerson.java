package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.RecordMembership;

/** Changes somebody's name or address everywhere they act; their account name until the account is made. */
@ApplicationScoped
class ChangePerson {

    record Command(
            UUID acting,
            UUID organizationId,
            UUID personId,
            @Nullable String ifMatch,
            String name,
            @Nullable String accountName,
            @Nullable String email) {}

    private final PeopleRules rules;
    private final People people;
    private final RecordMembership record;

    ChangePerson(PeopleRules rules, People people, RecordMembership record) {
        this.rules = rules;
        this.people = people;
        this.record = record;
    }

    @Transactional
    @Audited(subject = "person", id = "personId", organization = "organizationId")
    void handle(Command command) {
        var file = rules.requireManaged(command.acting(), command.personId());
        file.require(command.ifMatch());
        var now = file.person();
        if (now.subject() != null && !java.util.Objects.equals(now.accountName(), command.accountName())) {
            throw new Problem.RuleBroken("person.account-name-fixed");
        }
        var changed = new Person(
                now.id(), command.accountName(), now.subject(), command.name(), command.email(), now.enabled());
        people.change(changed);
        rules.changeable(command.acting(), file)
                .forEach(post -> record.handle(new RecordMembership.Command(Posts.with(post, changed), false)));
    }
}
