package vn.lantoa.plan.machines;

import jakarta.inject.Singleton;
import vn.lantoa.plan.directory.RecordMembership;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioning;

/** Makes a change of a machine client known: to every service as memberships, and to the identity provider. */
@Singleton
class MachineKeysTold {

    private final RecordMembership recordMembership;
    private final Provisioning provisioning;

    MachineKeysTold(RecordMembership recordMembership, Provisioning provisioning) {
        this.recordMembership = recordMembership;
        this.provisioning = provisioning;
    }

    /** To the services: what it may, and until when. */
    void rights(MachineClient client) {
        client.memberships().forEach(it -> recordMembership.handle(new RecordMembership.Command(it, false)));
    }

    /** To the identity provider: which keys there are, and which of them open anything. */
    void keys(MachineClient client) {
        client.keys().forEach(key -> provisioning.request(Kind.MACHINE_CLIENT, key.id(), client.organizationId()));
    }
}
