package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.runtime.Ids;

/** Gives a program a second key before its first one ends, so that it can change over without a pause. */
@ApplicationScoped
class MakeMachineKey {

    /**
     * @param lastDay of the new key; null for as long as is allowed
     * @param overlapDays for which the older key stays valid
     */
    record Command(MachineChange change, @Nullable LocalDate lastDay, int overlapDays) {}

    /** Which key, and whose. */
    record Done(UUID keyId, UUID organizationId) {}

    private final MachineClients clients;
    private final MachineKeysTold told;
    private final Clock clock;

    MakeMachineKey(MachineClients clients, MachineKeysTold told, Clock clock) {
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
        var key = client.addKey(Ids.next(), command.lastDay(), command.overlapDays(), OffsetDateTime.now(clock));
        told.rights(client); // the older key ends earlier now
        told.keys(client);
        return new Done(key.id(), client.organizationId());
    }
}
