package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.RecordMembership;

/** Takes somebody into an organization: the person, their first post, and the note that they need an account, all or nothing. */
@ApplicationScoped
class CreatePerson {

    record Command(
            UUID acting,
            UUID organizationId,
            String name,
            String accountName,
            @Nullable String email,
            Posts.Terms firstPost) {}

    private final PeopleRules rules;
    private final People people;
    private final RecordMembership record;

    CreatePerson(PeopleRules rules, People people, RecordMembership record) {
        this.rules = rules;
        this.people = people;
        this.record = record;
    }

    /** @throws Problem.RuleBroken when the account name or the address is somebody's, or the post is not possible */
    @Transactional
    UUID handle(Command command) {
        rules.requireOrganization(command.acting(), command.organizationId());
        rules.requirePossible(command.organizationId(), command.firstPost());
        var person = new Person(Ids.next(), command.accountName(), null, command.name(), command.email(), true);
        // the second wall shows a person to those who answer for one of their posts: so the post comes first
        record.handle(new RecordMembership.Command(
                Posts.of(person, command.organizationId(), Ids.next(), command.firstPost()), false));
        people.change(person);
        return person.id();
    }
}
