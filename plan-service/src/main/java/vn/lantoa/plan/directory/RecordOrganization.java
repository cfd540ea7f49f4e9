package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;

/** Records the whole state of an organization and tells every service. */
@ApplicationScoped
class RecordOrganization {

    /** @param unlessPresent true to leave an organization alone that is known already */
    record Command(OrganizationRecorded organization, boolean unlessPresent) {}

    private final KnownIds knownIds;
    private final DirectoryCopy directory;
    private final Outbox outbox;

    RecordOrganization(KnownIds knownIds, DirectoryCopy directory, Outbox outbox) {
        this.knownIds = knownIds;
        this.directory = directory;
        this.outbox = outbox;
    }

    @Transactional
    @Audited(subject = "organization", id = "organization.organizationId", organization = "organization.organizationId")
    void handle(Command command) {
        var id = command.organization().organizationId();
        if (command.unlessPresent() && knownIds.lockAndFind(KnownIds.Table.ORGANIZATION, id)) {
            return;
        }
        directory.apply(command.organization());
        outbox.publish(command.organization());
    }
}
