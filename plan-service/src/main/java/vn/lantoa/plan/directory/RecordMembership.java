package vn.lantoa.plan.directory;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;

/** Records what somebody may do in an organization and tells every service. */
@ApplicationScoped
public class RecordMembership {

    /** @param unlessPresent true to leave a membership alone that is known already */
    public record Command(MembershipRecorded membership, boolean unlessPresent) {}

    private final KnownIds knownIds;
    private final DirectoryCopy directory;
    private final Outbox outbox;

    RecordMembership(KnownIds knownIds, DirectoryCopy directory, Outbox outbox) {
        this.knownIds = knownIds;
        this.directory = directory;
        this.outbox = outbox;
    }

    @Transactional
    @Audited(subject = "membership", id = "membership.membershipId", organization = "membership.organizationId")
    public void handle(Command command) {
        var id = command.membership().membershipId();
        if (command.unlessPresent() && knownIds.lockAndFind(KnownIds.Table.MEMBERSHIP, id)) {
            return;
        }
        directory.apply(command.membership());
        outbox.publish(command.membership());
    }
}
