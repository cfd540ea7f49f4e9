package vn.lantoa.plan.directory;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Writes a file of organizations exactly as the preview said: all of it in one transaction, or nothing. */
@ApplicationScoped
class ImportOrganizations {

    record Command(UUID acting, byte[] file, String previewToken) {}

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
    @TransactionConfiguration(timeout = 300)
    OrganizationImport handle(Command command) {
        histories.lock();
        var plan = preview.preview(new PreviewImport.Command(command.acting(), command.file()))
                .confirmed(command.previewToken());
        var today = rules.today();
        plan.changed().forEach(it -> record.handle(new RecordOrganization.Command(it.told(today), false)));
        return plan;
    }
}
