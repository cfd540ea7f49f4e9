package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Ends a key at once. */
@ApplicationScoped
class RevokeMachineKey {

    record Command(MachineChange change, UUID keyId) {}

    /** Which one, and whose. */
    record Done(UUID clientId, UUID organizationId) {}

    private final MachineClients clients;
    private final MachineKeysTold told;
    private final Clock clock;

    RevokeMachineKey(MachineClients clients, MachineKeysTold told, Clock clock) {
        this.clients = clients;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    @Audited(
            subject = "machine-client",
            id = "change.clientId",
            entity = MachineClient.class,
            organization = "result.organizationId")
    Done handle(Command command) {
        var client = clients.toChange(command.change());
        client.revokeKey(command.keyId(), OffsetDateTime.now(clock));
        told.rights(client);
        told.keys(client);
        return new Done(client.id(), client.organizationId());
    }
}
