package vn.lantoa.plan.document;

import jakarta.inject.Singleton;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.plan.PlanDocumentContent;
import vn.lantoa.plan.plan.PlanDocuments;

/**
 * Makes the document of a plan, within bounds: no more than {@value #AT_ONCE} at a time, so that the memory it takes is that of
 * {@value #AT_ONCE} documents, and none larger than {@value #MAXIMUM_CHARACTERS} characters (some 130 pages).
 */
@Singleton
class PlanRendering {

    static final int AT_ONCE = 2;
    static final int MAXIMUM_CHARACTERS = 300_000;
    private static final int WAIT_SECONDS = 10;

    private final PlanDocuments documents;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    PlanRendering(PlanDocuments documents) {
        this.documents = documents;
    }

    record Rendered(PlanDocumentContent content, byte[] bytes) {}

    /**
     * @throws Problem.NotFound when the organization has no such plan
     * @throws Problem.Unprocessable when the plan is larger than what is written
     * @throws Problem.Unavailable when others kept all places too long
     */
    Rendered render(UUID organizationId, UUID planId, DocumentFormat format) {
        var content = documents.of(organizationId, planId);
        var paper = PlanPaper.of(content);
        if (paper.characters() > MAXIMUM_CHARACTERS) {
            throw new Problem.Unprocessable("document.too-long", MAXIMUM_CHARACTERS / 1000);
        }
        takePlace();
        try {
            return new Rendered(content, format.write(paper));
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            if (places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Problem.Unavailable("document.busy").retryAfter(WAIT_SECONDS);
    }
}
