package vn.lantoa.plan.directory;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.plan.csv.ImportPreview;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Writes a file of units exactly as the preview said: all of it in one transaction, or nothing. */
@ApplicationScoped
class ImportUnits {

    record Command(UUID acting, UUID callerId, UUID organizationId, byte[] file, String previewToken) {}

    private final PreviewUnitImport preview;
    private final Reach reach;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordUnit record;

    ImportUnits(PreviewUnitImport preview, Reach reach, Histories histories, DirectoryRules rules, RecordUnit record) {
        this.preview = preview;
        this.reach = reach;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    @Transactional
    @TransactionConfiguration(timeout = ImportPreview.LONGEST_SECONDS)
    UnitImport handle(Command command) {
        reach.requireManaged(command.acting(), command.organizationId());
        histories.lock();
        var plan = preview.preview(
                        new PreviewUnitImport.Command(command.acting(), command.organizationId(), command.file()))
                .confirmed(command.previewToken());
        for (var unit : plan.changed()) {
            record.handle(new RecordUnit.Command(unit.told(rules.today()), false));
            if (plan.isAdded(unit)) { // whose reason the second wall takes only once it is there
                rules.requireReasonForPast(
                        new When(unit.timeline().begin(), ImportOrganizations.REASON, command.callerId()), unit.id());
            }
        }
        return plan;
    }
}
