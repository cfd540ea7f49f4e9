package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Makes an organization below another; its administrators fill it. */
@ApplicationScoped
class CreateOrganization {

    record Command(
            UUID acting,
            String alias,
            OrganizationKind kind,
            OrganizationLevel level,
            OrganizationHistory.State state,
            When when) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordOrganization record;

    CreateOrganization(Reach reach, Histories histories, DirectoryRules rules, RecordOrganization record) {
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    @Transactional
    UUID handle(Command command) {
        var parentId = command.state().parentId();
        if (parentId == null) {
            throw new Problem.RuleBroken("organization.parent-missing");
        }
        reach.requireManaged(command.acting(), parentId);
        histories.lock();
        var day = command.when().validFrom();
        var made = new OrganizationHistory(
                Ids.next(),
                command.alias(),
                command.kind(),
                command.level(),
                Timeline.since(day, command.state()),
                List.of(),
                List.of());
        rules.requireParent(made.id(), made.level(), parentId, day);
        rules.requireFreeCodes(made);
        record.handle(new RecordOrganization.Command(made.told(rules.today()), false));
        rules.requireReasonForPast(command.when(), made.id()); // the second wall takes it only of what is there
        return made.id();
    }
}
