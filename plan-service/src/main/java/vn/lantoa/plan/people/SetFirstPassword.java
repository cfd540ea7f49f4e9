package vn.lantoa.plan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.plan.provisioning.KeycloakAdmin;
import vn.lantoa.plan.provisioning.ProvisioningFailed;

/** Gives somebody a password for their next login, at which they choose their own. We show it once and keep it nowhere. */
@ApplicationScoped
class SetFirstPassword {

    /** 20 of 56 letters that nobody mistakes for one another: 116 bits. */
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int LENGTH = 20;
    private static final int RETRY_SECONDS = 30;

    record Command(UUID acting, UUID organizationId, UUID personId) {}

    private final PeopleRules rules;
    private final KeycloakAdmin keycloak;
    private final SecureRandom random = new SecureRandom();

    SetFirstPassword(PeopleRules rules, KeycloakAdmin keycloak) {
        this.rules = rules;
        this.keycloak = keycloak;
    }

    /**
     * @throws Problem.RuleBroken while they have no account yet, or are disabled
     * @throws Problem.Unavailable when Keycloak cannot be reached
     */
    @Transactional
    @Audited(subject = "person", id = "personId", organization = "organizationId")
    String handle(Command command) {
        var person = rules.requireManaged(command.acting(), command.personId()).person();
        PeopleRules.requireEnabled(person);
        if (person.subject() == null) {
            throw new Problem.RuleBroken("person.account-waiting");
        }
        var password = password();
        var account = "/users/" + KeycloakAdmin.encode(person.subject());
        try {
            var answer = keycloak.put(
                    account + "/reset-password", Map.of("type", "password", "value", password, "temporary", true));
            if (answer.isMissing()) {
                throw new Problem.RuleBroken("person.account-waiting");
            }
            keycloak.post(account + "/logout", Map.of());
        } catch (ProvisioningFailed away) {
            throw new Problem.Unavailable("accounts.unavailable").retryAfter(RETRY_SECONDS);
        }
        return password;
    }

    private String password() {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
