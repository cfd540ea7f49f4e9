package vn.lantoa.plan.machines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.provisioning.ProvisioningFailed;

/**
 * Makes a secret for a key and hands it to whoever asks, once: it lies nowhere but at the identity provider. Until the program has
 * come with the key, asking again makes another one, for whoever lost the first answer; afterwards nobody can put a
 * program out of work by asking.
 */
@ApplicationScoped
class TellSecret {

    private static final int SECONDS_UNTIL_NEXT_TRY = 10;

    record Command(MachineChange change, UUID keyId) {}

    /** Never written anywhere: its text is without the secret. */
    record Told(UUID organizationId, String clientId, String secret) {
        @Override
        public String toString() {
            return "Told[" + clientId + "]";
        }
    }

    private final MachineClients clients;
    private final KeyUses uses;
    private final KeycloakKeys keycloak;
    private final Clock clock;

    TellSecret(MachineClients clients, KeyUses uses, KeycloakKeys keycloak, Clock clock) {
        this.clients = clients;
        this.uses = uses;
        this.keycloak = keycloak;
        this.clock = clock;
    }

    @Transactional
    @Audited(
            subject = "machine-client",
            id = "change.clientId",
            entity = MachineClient.class,
            organization = "result.organizationId")
    Told handle(Command command) {
        var client = clients.toChange(command.change());
        var key = client.key(command.keyId());
        boolean wasUsed = uses.of(List.of(key.id())).containsKey(key.id());
        client.tellSecret(key.id(), wasUsed, command.change().personId(), OffsetDateTime.now(clock));
        return new Told(client.organizationId(), key.clientId(), newSecret(key));
    }

    private String newSecret(MachineKey key) {
        try {
            return keycloak.find(key.clientId()).map(keycloak::newSecret).orElseThrow(() -> new Problem.RuleBroken(
                            "machine.key-not-ready")
                    .retryAfter(SECONDS_UNTIL_NEXT_TRY));
        } catch (ProvisioningFailed away) {
            throw new Problem.Unavailable("identity-provider.away").retryAfter(SECONDS_UNTIL_NEXT_TRY);
        }
    }
}
