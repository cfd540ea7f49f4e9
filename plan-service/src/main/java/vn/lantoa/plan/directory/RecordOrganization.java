package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioning;

/** Records the whole state of an organization and tells every service, and the identity provider. */
@ApplicationScoped
class RecordOrganization {

    /** @param unlessPresent true to leave an organization alone that is known already */
    record Command(OrganizationRecorded organization, boolean unlessPresent) {}

    private final KnownIds knownIds;
    private final DirectoryCopy directory;
    private final Outbox outbox;
    private final Provisioning provisioning;

    RecordOrganization(KnownIds knownIds, DirectoryCopy directory, Outbox outbox, Provisioning provisioning) {
        this.knownIds = knownIds;
        this.directory = directory;
        this.outbox = outbox;
        this.provisioning = provisioning;
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
        provisioning.request(Kind.ORGANIZATION, id, id);
    }
}
