package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Ends an organization that nobody goes on with; its history stays. */
@ApplicationScoped
class EndOrganization {

    /** @param when its {@code validFrom} is the last day */
    record Command(UUID acting, UUID id, @Nullable String ifMatch, When when) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordOrganization record;

    EndOrganization(Reach reach, Histories histories, DirectoryRules rules, RecordOrganization record) {
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    @Transactional
    void handle(Command command) {
        reach.requireManaged(command.acting(), command.id());
        if (command.acting().equals(command.id())) {
            throw new Problem.RuleBroken("organization.ends-by-those-above");
        }
        histories.lock();
        var known =
                histories.organization(command.id()).orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        known.tag().requireNamedBy(command.ifMatch());
        rules.requireReasonForPast(command.when(), known.id());
        var lastDay = command.when().validFrom();
        var below = histories.below(List.of(known.id())).stream()
                .filter(it -> it.timeline().entries().stream()
                        .anyMatch(entry -> known.id().equals(entry.state().parentId())
                                && (entry.to() == null || entry.to().isAfter(lastDay))))
                .count();
        if (below > 0) {
            throw new Problem.RuleBroken("organization.has-others-below", below);
        }
        var ended = known.with(known.timeline().endAfter(lastDay));
        record.handle(new RecordOrganization.Command(ended.told(rules.today()), false));
    }
}
