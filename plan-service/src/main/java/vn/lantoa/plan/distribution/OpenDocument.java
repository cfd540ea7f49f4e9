package vn.lantoa.plan.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;

/** Opens a document that was received, to read it. Who does it first is told to the issuer. */
@ApplicationScoped
class OpenDocument {

    record Command(ReceivedDocuments.Reader reader, UUID id, UUID by) {}

    private final ReceivedDocuments documents;
    private final Clock clock;

    OpenDocument(ReceivedDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws Problem.RuleBroken while its receipt is not confirmed */
    @Transactional
    @Audited(subject = "received-document", id = "id", organization = "reader.organizationId")
    void handle(Command command) {
        var document = documents.lock(command.reader(), command.id());
        switch (document.state()) {
            case SENT ->
                throw new Problem.RuleBroken("received-document.open-not-allowed")
                        .with("state", document.state())
                        .with("allowedActions", document.allowedActions());
            case RECEIVED -> documents.opened(command.id(), command.by(), OffsetDateTime.now(clock));
            case OPENED -> {
                // the first time counts
            }
        }
    }
}
