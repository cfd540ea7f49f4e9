package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Shuts a program out with all its keys, or lets it in again. */
@ApplicationScoped
class SwitchMachineClient {

    record Command(MachineChange change, boolean enabled) {}

    /** Which one, and whose. */
    record Done(UUID clientId, UUID organizationId) {}

    private final MachineClients clients;
    private final MachineKeysTold told;
    private final Clock clock;

    SwitchMachineClient(MachineClients clients, MachineKeysTold told, Clock clock) {
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
        var at = OffsetDateTime.now(clock);
        if (command.enabled()) {
            client.enable(at);
        } else {
            client.disable(at);
        }
        told.rights(client);
        told.keys(client);
        return new Done(client.id(), client.organizationId());
    }
}
