package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** Lets a program go on until a day at the latest, because the organization for which it acts ends then. */
@ApplicationScoped
class EndMachineClient {

    record Command(UUID clientId, UUID organizationId, LocalDate lastDay) {}

    private final MachineClients clients;
    private final MachineKeysTold told;
    private final Clock clock;

    EndMachineClient(MachineClients clients, MachineKeysTold told, Clock clock) {
        this.clients = clients;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "machine-client", id = "clientId", entity = MachineClient.class, organization = "organizationId")
    void handle(Command command) {
        var client = clients.findById(command.clientId(), LockModeType.PESSIMISTIC_WRITE);
        client.endAfter(command.lastDay(), OffsetDateTime.now(clock));
        told.rights(client);
    }
}
