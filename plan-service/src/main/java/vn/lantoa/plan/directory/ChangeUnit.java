package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Changes what a unit is called or stands for, from a day on. */
@ApplicationScoped
class ChangeUnit {

    record Command(
            UUID acting,
            UUID organizationId,
            UUID id,
            @Nullable String ifMatch,
            UnitHistory.State state,
            When when) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordUnit record;

    ChangeUnit(Reach reach, Histories histories, DirectoryRules rules, RecordUnit record) {
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    @Transactional
    void handle(Command command) {
        reach.requireManaged(command.acting(), command.organizationId());
        histories.lock();
        var known = histories
                .unit(command.id())
                .filter(it -> it.organizationId().equals(command.organizationId()))
                .orElseThrow(() -> new Problem.NotFound("unit.not-found"));
        known.tag().requireNamedBy(command.ifMatch());
        rules.requireReasonForPast(command.when(), known.id());
        var day = command.when().validFrom();
        if (known.timeline().nearest(day).equals(command.state())) {
            return; // nothing changes: no period that says the same
        }
        var changed = known.with(known.timeline().change(day, command.state()));
        var represented = command.state().representsOrganizationId();
        if (!Objects.equals(represented, known.timeline().nearest(day).representsOrganizationId())) {
            rules.requireRepresented(command.organizationId(), represented, day);
        }
        UnitRules.require(changed, histories.unitsOf(List.of(command.organizationId())), day);
        record.handle(new RecordUnit.Command(changed.told(rules.today()), false));
    }
}
