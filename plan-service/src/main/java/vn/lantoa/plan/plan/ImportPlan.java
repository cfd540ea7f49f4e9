package vn.lantoa.plan.plan;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.intake.DocumentRefused;
import vn.lantoa.plan.intake.DocumentText;
import vn.lantoa.plan.intake.IntakeLimits;
import vn.lantoa.plan.intake.PlanDocumentReader;
import vn.lantoa.plan.intake.PlanReader;

/**
 * Reads an uploaded document into a draft. Reading takes long and needs no database, so it happens before the transaction
 * begins; a document that is refused leaves nothing behind.
 */
@ApplicationScoped
class ImportPlan {

    static final IntakeLimits LIMITS = IntakeLimits.defaults();

    /**
     * @param fileName as the person's machine calls it; it may only contradict the content, never decide
     * @param mediaType as declared; likewise
     */
    record Command(
            UUID organizationId,
            By by,
            byte[] content,
            @Nullable String fileName,
            @Nullable String mediaType) {}

    private final PlanDocumentReader documentReader = new PlanDocumentReader(LIMITS);
    private final PlanReader planReader = new PlanReader();
    private final SourceFiles sourceFiles;
    private final DraftPlan draftPlan;

    ImportPlan(SourceFiles sourceFiles, DraftPlan draftPlan) {
        this.sourceFiles = sourceFiles;
        this.draftPlan = draftPlan;
    }

    UUID handle(Command command) {
        var text = text(command);
        var read = planReader.read(text);
        if (PlanDrafting.hasNothingToDo(read)) {
            throw new Problem.Unprocessable("intake.nothing-to-do");
        }
        var hash = SourceFiles.hash(command.content());
        sourceFiles.keep(hash, command.content());
        return draftPlan.handle(new DraftPlan.Command(
                command.organizationId(),
                command.by(),
                read,
                text,
                hash,
                command.fileName(),
                command.content().length));
    }

    private DocumentText text(Command command) {
        try {
            return documentReader.read(command.content(), command.fileName(), command.mediaType());
        } catch (DocumentRefused refused) {
            throw IntakeProblems.of(refused.refusal());
        }
    }
}
