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
    private final PostsOnward postsOnward;
    private final Programs programs;

    MergeOrganizations(
            PreviewMerger preview,
            Histories histories,
            DirectoryRules rules,
            RecordOrganization recordOrganization,
            RecordUnit recordUnit,
            PostsOnward postsOnward,
            Programs programs) {
        this.preview = preview;
        this.histories = histories;
        this.rules = rules;
        this.recordOrganization = recordOrganization;
        this.recordUnit = recordUnit;
        this.postsOnward = postsOnward;
        this.programs = programs;
    }

    /** @throws Problem.Stale when the preview would say something else now */
    @Transactional
    PreviewMerger.Outcome handle(Command command) {
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
        var day = command.wish().effectiveOn();
        postsOnward.write(day, merger.people(), merger.lent());
        now.programs().forEach(it -> programs.end(it, day.minusDays(1)));
        return now;
    }
}
