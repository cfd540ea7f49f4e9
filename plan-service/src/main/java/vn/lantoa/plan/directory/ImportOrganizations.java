package vn.lantoa.plan.directory;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;

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
        var now = preview.preview(new PreviewImport.Command(command.acting(), command.file()));
        if (!now.token().equals(command.previewToken())) {
            throw new Problem.Stale("import.preview-stale");
        }
        var errors = now.plan().count(OrganizationImport.Effect.ERROR);
        if (errors > 0) {
            throw new Problem.Unprocessable("import.has-errors", errors);
        }
        var today = rules.today();
        now.plan().changed().forEach(it -> record.handle(new RecordOrganization.Command(it.told(today), false)));
        return now.plan();
    }
}
