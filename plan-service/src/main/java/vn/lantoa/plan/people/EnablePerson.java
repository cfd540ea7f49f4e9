package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.RecordMembership;

/** Lets somebody in again, with the posts that disabling took; those that ended meanwhile have ended. */
@ApplicationScoped
class EnablePerson {

    record Command(
            UUID acting,
            UUID organizationId,
            UUID personId,
            @Nullable String ifMatch) {}

    private final PeopleRules rules;
    private final People people;
    private final RecordMembership record;

    EnablePerson(PeopleRules rules, People people, RecordMembership record) {
        this.rules = rules;
        this.people = people;
        this.record = record;
    }

    /** @throws Problem.RuleBroken when they are not disabled */
    @Transactional
    @Audited(subject = "person", id = "personId", organization = "organizationId")
    void handle(Command command) {
        var file = rules.requireManaged(command.acting(), command.personId());
        file.require(command.ifMatch());
        var now = file.person();
        if (now.enabled()) {
            throw new Problem.RuleBroken("person.enabled");
        }
        var enabled = new Person(now.id(), now.accountName(), now.subject(), now.name(), now.email(), true);
        people.change(enabled);
        people.giveBack(now.id()).stream()
                .flatMap(id -> file.post(id).stream())
                .forEach(post -> record.handle(new RecordMembership.Command(Posts.with(post, enabled, true), false)));
    }
}
