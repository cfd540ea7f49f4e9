package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.http.Problem;

/** Merges or splits units of an organization exactly as the preview said, in one transaction. */
@ApplicationScoped
class MergeUnits {

    record Command(UUID acting, UUID organizationId, UnitMerger.Wish wish, String previewToken) {}

    private final PreviewUnitMerger preview;
    private final Histories histories;
    private final DirectoryRules rules;
    private final RecordUnit recordUnit;
    private final PostsOnward postsOnward;

    MergeUnits(
            PreviewUnitMerger preview,
            Histories histories,
            DirectoryRules rules,
            RecordUnit recordUnit,
            PostsOnward postsOnward) {
        this.preview = preview;
        this.histories = histories;
        this.rules = rules;
        this.recordUnit = recordUnit;
        this.postsOnward = postsOnward;
    }

    /** @throws Problem.Stale when the preview would say something else now */
    @Transactional
    PreviewUnitMerger.Outcome handle(Command command) {
        histories.lock();
        var now = preview.preview(
                new PreviewUnitMerger.Command(command.acting(), command.organizationId(), command.wish()));
        if (!now.token().equals(command.previewToken())) {
            throw new Problem.Stale("merger.preview-stale");
        }
        var today = rules.today();
        now.merger().changed().forEach(it -> recordUnit.handle(new RecordUnit.Command(it.told(today), false)));
        postsOnward.write(
                command.wish().effectiveOn(), now.people(), now.merger().lent());
        return now;
    }
}
