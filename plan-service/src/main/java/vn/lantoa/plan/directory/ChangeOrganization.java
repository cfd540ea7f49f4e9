package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Changes what an organization is called, belongs to or is known by, from a day on. */
@ApplicationScoped
class ChangeOrganization {

    record Command(UUID acting, UUID id, @Nullable String ifMatch, OrganizationHistory.State state, When when) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordOrganization record;

    ChangeOrganization(Reach reach, Histories histories, DirectoryRules rules, RecordOrganization record) {
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    @Transactional
    void handle(Command command) {
        reach.requireManaged(command.acting(), command.id());
        histories.lock();
        var known =
                histories.organization(command.id()).orElseThrow(() -> new Problem.NotFound("organization.not-found"));
        known.tag().requireNamedBy(command.ifMatch());
        var day = command.when().validFrom();
        if (known.timeline().nearest(day).equals(command.state())) {
            return; // nothing changes: no period that says the same
        }
        rules.requireReasonForPast(command.when(), known.id());
        var parentId = command.state().parentId();
        var changed = known.with(known.timeline().change(day, command.state()));
        if (!Objects.equals(parentId, known.timeline().nearest(day).parentId())) {
            if (parentId == null || known.id().equals(command.acting())) {
                // whoever moves an organization must be responsible for where it goes
                throw new Problem.RuleBroken("organization.parent-missing");
            }
            reach.requireManaged(command.acting(), parentId);
            rules.requireParent(known.id(), known.level(), parentId, day);
        }
        rules.requireFreeCodes(changed);
        record.handle(new RecordOrganization.Command(changed.told(rules.today()), false));
    }
}
