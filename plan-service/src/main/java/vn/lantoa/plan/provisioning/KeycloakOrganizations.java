package vn.lantoa.plan.provisioning;

import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;

/**
 * Which of Keycloak's organizations is which of ours. Keycloak gives its own ids to what is made over its API, and keeps ours as
 * the attribute {@code lantoaId}, which is in every token; those of an imported realm have our ids themselves.
 */
@Singleton
public class KeycloakOrganizations {

    /** The kit class {@code Caller} reads it from the token. */
    public static final String OUR_ID = "lantoaId";

    private final KeycloakAdmin keycloak;

    KeycloakOrganizations(KeycloakAdmin keycloak) {
        this.keycloak = keycloak;
    }

    /** Keycloak's id of an organization of ours. */
    public Optional<String> find(UUID organizationId) {
        var named = keycloak.get("/organizations?max=2&q=" + OUR_ID + ":" + organizationId);
        if (named.body().size() > 0) {
            return Optional.of(named.body().get(0).path("id").asText());
        }
        var same = keycloak.get("/organizations/" + organizationId);
        return same.isMissing() ? Optional.empty() : Optional.of(organizationId.toString());
    }

    /** @throws ProvisioningFailed when the organization is not there yet: whoever belongs to it comes after it */
    public String require(UUID organizationId) {
        return find(organizationId).orElseThrow(() -> new ProvisioningFailed("provisioning.organization-first"));
    }
}
