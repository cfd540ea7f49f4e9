package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Ends a unit; its history stays. */
@ApplicationScoped
class EndUnit {

    /** @param when its {@code validFrom} is the last day */
    record Command(
            UUID acting,
            UUID organizationId,
            UUID id,
            @Nullable String ifMatch,
            When when) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordUnit record;

    EndUnit(Reach reach, Histories histories, DirectoryRules rules, RecordUnit record) {
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
        var ended = known.with(known.timeline().endAfter(command.when().validFrom()));
        record.handle(new RecordUnit.Command(ended.told(rules.today()), false));
    }
}
