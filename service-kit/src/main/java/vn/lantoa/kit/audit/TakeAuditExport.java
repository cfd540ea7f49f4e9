package vn.lantoa.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Somebody takes a copy of the audit out of the system: that too stands in the audit. */
@ApplicationScoped
class TakeAuditExport {

    /** What is taken: the entries after one place, up to another. */
    record Command(UUID organizationId, long after, long upTo) {}

    @Transactional
    @Audited(subject = "audit", id = "organizationId", organization = "organizationId")
    void handle(Command command) {
        // nothing changes but the audit itself
    }
}
