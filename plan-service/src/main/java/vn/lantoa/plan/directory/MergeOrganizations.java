package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;

/** Merges or splits organizations exactly as the preview said, in one transaction. */
@ApplicationScoped
class MergeOrganizations {

    record Command(UUID acting, Merger.Wish wish, String previewToken) {}

    private final PreviewMerger preview;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordOrganization recordOrganization;
    private final RecordUnit recordUnit;
    private final RecordMembership recordMembership;

    MergeOrganizations(
            PreviewMerger preview,
            Histories histories,
            DirectoryRules rules,
            RecordOrganization recordOrganization,
            RecordUnit recordUnit,
            RecordMembership recordMembership) {
        this.preview = preview;
        this.histories = histories;
        this.rules = rules;
        this.recordOrganization = recordOrganization;
        this.recordUnit = recordUnit;
        this.recordMembership = recordMembership;
    }

    /** @throws Problem.Stale when the preview would say something else now */
    @Transactional
    Merger handle(Command command) {
        histories.lock();
        var now = preview.preview(new PreviewMerger.Command(command.acting(), command.wish()));
        if (!now.token().equals(command.previewToken())) {
            throw new Problem.Stale("merger.preview-stale");
        }
        var merger = now.merger();
        var today = rules.today();
        merger.organizations()
                .forEach(it -> recordOrganization.handle(new RecordOrganization.Command(it.told(today), false)));
        merger.changedUnits().forEach(it -> recordUnit.handle(new RecordUnit.Command(it.told(today), false)));
        merger.people().forEach(move -> {
            recordMembership.handle(new RecordMembership.Command(move.before(), false));
            recordMembership.handle(new RecordMembership.Command(move.after(), false));
        });
        return merger;
    }
}
