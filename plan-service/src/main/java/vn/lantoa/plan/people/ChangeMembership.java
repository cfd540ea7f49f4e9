package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.Role;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.RecordMembership;

/** Changes what somebody may do from a day on. What it was until then stays: the post ends the day before, and a new one follows. */
@ApplicationScoped
class ChangeMembership {

    /** @param terms its {@code validFrom} is the first day of the change */
    record Command(
            UUID acting,
            UUID callerId,
            UUID membershipId,
            @Nullable String ifMatch,
            Posts.Terms terms) {}

    private final PeopleRules rules;
    private final Delegations delegations;
    private final RecordMembership record;

    ChangeMembership(PeopleRules rules, Delegations delegations, RecordMembership record) {
        this.rules = rules;
        this.delegations = delegations;
        this.record = record;
    }

    /**
     * @return the membership that holds from that day
     * @throws Problem.RuleBroken for a day that is past or after its end, or when the last administrator steps down
     */
    @Transactional
    UUID handle(Command command) {
        var file = rules.requirePost(command.acting(), command.membershipId());
        var before = file.post(command.membershipId()).orElseThrow();
        PostView.tag(before).requireNamedBy(command.ifMatch());
        PeopleRules.requireEnabled(file.person());
        var terms = command.terms();
        var day = terms.validFrom();
        rules.requireNotPast(day);
        rules.requirePossible(before.organizationId(), terms);
        rules.requireAdministratorStays(
                command.callerId(), before, terms.roles().contains(Role.ADMIN));

        var change = PostChange.of(file, before, terms, Ids::next);
        if (!change.replaces()) {
            record.handle(new RecordMembership.Command(change.ended(), false));
        }
        record.handle(new RecordMembership.Command(change.after(), false));
        // who lost a role cannot go on lending it
        if (!change.lost().isEmpty() || !change.replaces()) {
            delegations.endGivenFrom(List.of(before.membershipId()), command.callerId(), day);
        }
        delegations.endReceivedWithoutOwn(change.done(file), before.organizationId(), command.callerId());
        return change.after().membershipId();
    }
}
