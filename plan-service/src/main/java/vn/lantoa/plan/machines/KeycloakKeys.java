package vn.lantoa.plan.machines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.util.Optional;
import vn.lantoa.plan.provisioning.KeycloakAdmin;
import vn.lantoa.plan.provisioning.ProvisioningFailed;

/** Keys at Keycloak: each is a client with a service account, which can do nothing but ask for a token of our API. */
@Singleton
class KeycloakKeys {

    /** A client of Keycloak by its internal id. */
    record Known(String id, ObjectNode content) {

        boolean isEnabled() {
            return content.path("enabled").asBoolean();
        }
    }

    private final KeycloakAdmin keycloak;
    private final ObjectMapper json;

    KeycloakKeys(KeycloakAdmin keycloak, ObjectMapper json) {
        this.keycloak = keycloak;
        this.json = json;
    }

    Optional<Known> find(String clientId) {
        var found = keycloak.get("/clients?clientId=" + KeycloakAdmin.encode(clientId))
                .body()
                .path(0);
        return found instanceof ObjectNode client
                ? Optional.of(new Known(client.path("id").asText(), client))
                : Optional.empty();
    }

    /** Keycloak makes a first secret of its own, which nobody is told. */
    Known make(String clientId, String name) {
        var body = json.createObjectNode()
                .put("clientId", clientId)
                .put("name", name)
                .put("enabled", true)
                .put("protocol", "openid-connect")
                .put("publicClient", false)
                .put("clientAuthenticatorType", "client-secret")
                .put("serviceAccountsEnabled", true)
                .put("standardFlowEnabled", false)
                .put("implicitFlowEnabled", false)
                .put("directAccessGrantsEnabled", false)
                .put("fullScopeAllowed", false)
                .put("frontchannelLogout", false);
        body.putArray("redirectUris");
        body.putArray("webOrigins");
        body.putObject("attributes").put("client_credentials.use_refresh_token", "false");
        body.putArray("defaultClientScopes").add("basic").add("service_account").add("lantoa-api");
        body.putArray("optionalClientScopes").add("organization");
        keycloak.post("/clients", body); // taken: another run was there a moment before
        return find(clientId).orElseThrow(() -> new ProvisioningFailed("keycloak.unexpected"));
    }

    void enable(Known client, boolean enabled) {
        keycloak.put("/clients/" + client.id(), client.content().deepCopy().put("enabled", enabled));
    }

    /** The {@code sub} of its tokens. */
    String serviceAccount(Known client) {
        return text(keycloak.get("/clients/" + client.id() + "/service-account-user")
                .body()
                .path("id"));
    }

    /** So that it may ask for a token that names the organization. */
    void join(String organization, String serviceAccount) {
        keycloak.post("/organizations/" + organization + "/members", serviceAccount); // taken: it is one already
    }

    /** Makes a new secret; the one before opens nothing any more. */
    String newSecret(Known client) {
        return text(keycloak.post("/clients/" + client.id() + "/client-secret", json.createObjectNode())
                .body()
                .path("value"));
    }

    private static String text(JsonNode value) {
        if (value.asText().isEmpty()) {
            throw new ProvisioningFailed("keycloak.unexpected");
        }
        return value.asText();
    }
}
