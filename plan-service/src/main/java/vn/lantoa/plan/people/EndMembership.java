package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.RecordMembership;

/** Ends a post; what it was stays readable. */
@ApplicationScoped
class EndMembership {

    record Command(
            UUID acting,
            UUID callerId,
            UUID membershipId,
            @Nullable String ifMatch,
            LocalDate lastDay) {}

    private final PeopleRules rules;
    private final Delegations delegations;
    private final RecordMembership record;

    EndMembership(PeopleRules rules, Delegations delegations, RecordMembership record) {
        this.rules = rules;
        this.delegations = delegations;
        this.record = record;
    }

    /**
     * Yesterday as the last day takes effect at once.
     *
     * @throws Problem.RuleBroken for an earlier day, a post that has ended, or when the last administrator steps down
     */
    @Transactional
    void handle(Command command) {
        var file = rules.requirePost(command.acting(), command.membershipId());
        var before = file.post(command.membershipId()).orElseThrow();
        PostView.tag(before).requireNamedBy(command.ifMatch());
        PeopleRules.requireEnabled(file.person());
        var lastDay = command.lastDay();
        rules.requireNotPast(lastDay.plusDays(1));
        if (!before.active() || (before.validTo() != null && before.validTo().isBefore(rules.today()))) {
            throw new Problem.RuleBroken("membership.ended");
        }
        rules.requireAdministratorStays(command.callerId(), before, false);
        var ended = Posts.until(before, file.person(), lastDay);
        record.handle(new RecordMembership.Command(ended, false));
        delegations.endGivenFrom(List.of(before.membershipId()), command.callerId(), lastDay.plusDays(1));
        delegations.endReceivedWithoutOwn(file.with(ended), before.organizationId(), command.callerId());
    }
}
