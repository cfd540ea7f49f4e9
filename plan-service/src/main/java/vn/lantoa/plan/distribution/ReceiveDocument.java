package vn.lantoa.plan.distribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;

/** Confirms that a document has arrived and stands in the register of incoming documents (vào sổ văn bản đến). */
@ApplicationScoped
class ReceiveDocument {

    record Command(ReceivedDocuments.Reader reader, UUID id, UUID by) {}

    private final ReceivedDocuments documents;
    private final Clock clock;

    ReceiveDocument(ReceivedDocuments documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    /** @throws Problem.RuleBroken when it was received before */
    @Transactional
    @Audited(subject = "received-document", id = "id", organization = "reader.organizationId")
    void handle(Command command) {
        var document = documents.lock(command.reader(), command.id());
        if (document.state() != ReceiptState.SENT) {
            throw new Problem.RuleBroken("received-document.receive-not-allowed")
                    .with("state", document.state())
                    .with("allowedActions", document.allowedActions());
        }
        documents.received(command.id(), command.by(), OffsetDateTime.now(clock));
    }
}
