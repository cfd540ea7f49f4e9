package vn.lantoa.plan.directory;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import vn.lantoa.plan.provisioning.KeycloakAdmin;
import vn.lantoa.plan.provisioning.KeycloakOrganizations;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioner;
import vn.lantoa.plan.provisioning.ProvisioningFailed;

/** One organization at Keycloak: its alias, its name, and that it goes on. */
@Singleton
class OrganizationProvisioner implements Provisioner {

    /** Keycloak's column holds 255; an alias has 63 at most. */
    private static final int LONGEST_NAME = 180;

    private final Histories histories;
    private final KeycloakAdmin keycloak;
    private final KeycloakOrganizations known;
    private final ObjectMapper json;
    private final Clock clock;

    OrganizationProvisioner(
            Histories histories, KeycloakAdmin keycloak, KeycloakOrganizations known, ObjectMapper json, Clock clock) {
        this.histories = histories;
        this.keycloak = keycloak;
        this.known = known;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public Kind kind() {
        return Kind.ORGANIZATION;
    }

    @Override
    public void bring(UUID id) {
        var organization = histories.organization(id);
        if (organization.isEmpty()) {
            return;
        }
        var found = known.find(id);
        if (found.isEmpty()) {
            refuseTaken(keycloak.post("/organizations", wanted(organization.get(), json.createObjectNode()))
                    .isTaken());
            return;
        }
        var address = "/organizations/" + found.get();
        var now = keycloak.get(address).body();
        if (!(now instanceof ObjectNode there)) {
            throw new ProvisioningFailed("keycloak.unexpected");
        }
        var wanted = wanted(organization.get(), there.deepCopy());
        if (!wanted.equals(there)) {
            refuseTaken(keycloak.put(address, wanted).isTaken());
        }
    }

    /** Keycloak wants names apart, and communes of two provinces may share one: the alias makes them differ. */
    private ObjectNode wanted(OrganizationHistory organization, ObjectNode body) {
        var today = LocalDate.now(clock);
        var end = organization.timeline().end();
        var name = organization.timeline().nearest(today).name();
        var shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
        body.put("name", shown + " (" + organization.alias() + ")")
                .put("alias", organization.alias())
                .put("enabled", end == null || !end.isBefore(today));
        body.withObject("/attributes")
                .putArray(KeycloakOrganizations.OUR_ID)
                .add(organization.id().toString());
        return body;
    }

    private static void refuseTaken(boolean taken) {
        if (taken) {
            throw new ProvisioningFailed("provisioning.alias-taken");
        }
    }
}
