package vn.lantoa.plan.machines;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import vn.lantoa.plan.provisioning.KeycloakOrganizations;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioner;

/** One key at Keycloak: that it is there, that it is a member of its organization, and whether it opens anything. */
@Singleton
class MachineKeyProvisioner implements Provisioner {

    private record Wanted(UUID clientId, UUID organizationId, String keycloakClient, String name, boolean works) {}

    private final MachineClients clients;
    private final KeycloakKeys keys;
    private final KeycloakOrganizations organizations;
    private final KeyReady keyReady;

    MachineKeyProvisioner(
            MachineClients clients, KeycloakKeys keys, KeycloakOrganizations organizations, KeyReady keyReady) {
        this.clients = clients;
        this.keys = keys;
        this.organizations = organizations;
        this.keyReady = keyReady;
    }

    @Override
    public Kind kind() {
        return Kind.MACHINE_CLIENT;
    }

    @Override
    public void bring(UUID keyId) {
        var wanted = wanted(keyId);
        if (wanted.isEmpty()) {
            return;
        }
        var key = wanted.get();
        var found = keys.find(key.keycloakClient());
        if (!key.works()) {
            found.filter(KeycloakKeys.Known::isEnabled).ifPresent(it -> keys.enable(it, false));
            return;
        }
        var organization = organizations.require(key.organizationId());
        var client = found.orElseGet(() -> keys.make(key.keycloakClient(), key.name()));
        if (!client.isEnabled()) {
            keys.enable(client, true);
        }
        var serviceAccount = keys.serviceAccount(client);
        keys.join(organization, serviceAccount);
        keyReady.handle(new KeyReady.Command(key.clientId(), key.organizationId(), keyId, serviceAccount));
    }

    private Optional<Wanted> wanted(UUID keyId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> clients.find("select c from MachineClient c join c.keys k where k.id = ?1", keyId)
                        .firstResultOptional()
                        .map(client -> wanted(client, client.key(keyId))));
    }

    private static Wanted wanted(MachineClient client, MachineKey key) {
        return new Wanted(
                client.id(),
                client.organizationId(),
                key.clientId(),
                client.terms().name(),
                client.works(key));
    }
}
