package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.Reach;

/** Lets a program act for an organization, with a first key. */
@ApplicationScoped
class CreateMachineClient {

    record Command(UUID acting, UUID organizationId, MachineClient.Terms terms, UUID personId) {}

    private final Reach reach;
    private final MachineClients clients;
    private final ContactUnits units;
    private final MachineKeysTold told;
    private final Clock clock;

    CreateMachineClient(Reach reach, MachineClients clients, ContactUnits units, MachineKeysTold told, Clock clock) {
        this.reach = reach;
        this.clients = clients;
        this.units = units;
        this.told = told;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "machine-client", id = "result", entity = MachineClient.class, organization = "organizationId")
    UUID handle(Command command) {
        reach.requireManaged(command.acting(), command.organizationId());
        units.requireOf(command.organizationId(), command.terms().contactUnitId());
        var at = OffsetDateTime.now(clock);
        var client = new MachineClient(Ids.next(), command.organizationId(), command.terms(), command.personId(), at);
        client.addKey(Ids.next(), null, 0, at);
        clients.persist(client);
        told.keys(client);
        return client.id();
    }
}
