package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Changes to what a program is let in, until when, and what is known of it. */
@ApplicationScoped
class ChangeMachineClient {

    record Command(MachineChange change, MachineClient.Terms terms) {}

    /** Which one, and whose. */
    record Done(UUID clientId, UUID organizationId) {}

    private final MachineClients clients;
    private final ContactUnits units;
    private final MachineKeysTold told;
    private final Clock clock;

    ChangeMachineClient(MachineClients clients, ContactUnits units, MachineKeysTold told, Clock clock) {
        this.clients = clients;
        this.units = units;
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
        units.requireOf(client.organizationId(), command.terms().contactUnitId());
        client.change(command.terms(), OffsetDateTime.now(clock));
        told.rights(client);
        return new Done(client.id(), client.organizationId());
    }
}
