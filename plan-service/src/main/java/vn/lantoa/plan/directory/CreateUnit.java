package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Makes a unit of an organization. */
@ApplicationScoped
class CreateUnit {

    record Command(UUID acting, UUID organizationId, UnitKind kind, UnitHistory.State state, When when) {}

    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordUnit record;

    CreateUnit(Reach reach, Histories histories, DirectoryRules rules, RecordUnit record) {
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    @Transactional
    UUID handle(Command command) {
        reach.requireManaged(command.acting(), command.organizationId());
        histories.lock();
        var day = command.when().validFrom();
        UnitRules.requireOrganization(histories.organization(command.organizationId()), day);
        rules.requireRepresented(command.organizationId(), command.state().representsOrganizationId(), day);
        var made = new UnitHistory(
                Ids.next(),
                command.organizationId(),
                command.kind(),
                Timeline.since(day, command.state()),
                List.of(),
                List.of());
        UnitRules.require(made, histories.unitsOf(List.of(command.organizationId())), day);
        record.handle(new RecordUnit.Command(made.told(rules.today()), false));
        rules.requireReasonForPast(command.when(), made.id()); // the second wall takes it only of what is there
        return made.id();
    }
}
