package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Puts into the audit that somebody's password was set: where it was set, no transaction of ours reaches. */
@ApplicationScoped
class RecordFirstPassword {

    record Command(UUID organizationId, UUID personId) {}

    @Transactional
    @Audited(subject = "person", id = "personId", organization = "organizationId")
    void handle(Command command) {
        // the entry is all there is to write
    }
}
