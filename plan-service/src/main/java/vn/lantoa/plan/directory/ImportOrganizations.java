package vn.lantoa.plan.directory;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.plan.csv.ImportPreview;
import vn.lantoa.plan.directory.DirectoryRules.When;

/** Writes a file of organizations exactly as the preview said: all of it in one transaction, or nothing. */
@ApplicationScoped
class ImportOrganizations {

    record Command(UUID acting, UUID callerId, byte[] file, String previewToken) {}

    /** Kept as the reason of what began before the day of the import. */
    static final String REASON = "Nhập từ tệp CSV";

    private final PreviewImport preview;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordOrganization record;

    ImportOrganizations(PreviewImport preview, Histories histories, DirectoryRules rules, RecordOrganization record) {
        this.preview = preview;
        this.histories = histories;
        this.rules = rules;
        this.record = record;
    }

    /** The whole country in one file takes longer than a request usually may. */
    @Transactional
    @TransactionConfiguration(timeout = ImportPreview.LONGEST_SECONDS)
    OrganizationImport handle(Command command) {
        histories.lock();
        var plan = preview.preview(new PreviewImport.Command(command.acting(), command.file()))
                .confirmed(command.previewToken());
        var today = rules.today();
        for (var organization : plan.changed()) {
            record.handle(new RecordOrganization.Command(organization.told(today), false));
            if (plan.isAdded(organization)) { // whose reason the second wall takes only once it is there
                var begin = organization.timeline().begin();
                rules.requireReasonForPast(new When(begin, REASON, command.callerId()), organization.id());
            }
        }
        return plan;
    }
}
