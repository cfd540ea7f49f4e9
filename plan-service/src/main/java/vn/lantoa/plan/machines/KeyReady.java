package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;

/** The identity provider knows a key: from now on every service knows the program by it. */
@ApplicationScoped
class KeyReady {

    /** @param subject the {@code sub} of the tokens that the key opens */
    record Command(UUID clientId, UUID organizationId, UUID keyId, String subject) {}

    private final MachineClients clients;
    private final MachineKeysTold told;
    private final Clock clock;

    KeyReady(MachineClients clients, MachineKeysTold told, Clock clock) {
        this.clients = clients;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "machine-client", id = "clientId", entity = MachineClient.class, organization = "organizationId")
    void handle(Command command) {
        var client = clients.findById(command.clientId(), jakarta.persistence.LockModeType.PESSIMISTIC_WRITE);
        if (command.subject().equals(client.key(command.keyId()).subject())) {
            return;
        }
        client.ready(command.keyId(), command.subject(), OffsetDateTime.now(clock));
        told.rights(client);
    }
}
