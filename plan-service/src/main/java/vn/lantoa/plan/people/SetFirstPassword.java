package vn.lantoa.plan.people;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.Map;
import java.util.UUID;
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
    private final RecordFirstPassword record;
    private final SecureRandom random = new SecureRandom();

    SetFirstPassword(PeopleRules rules, KeycloakAdmin keycloak, RecordFirstPassword record) {
        this.rules = rules;
        this.keycloak = keycloak;
        this.record = record;
    }

    /**
     * Keycloak may take its time: it is asked between two transactions, so that nobody waits for it at the lock of the directory.
     *
     * @throws Problem.RuleBroken while they have no account yet, or are disabled
     * @throws Problem.Unavailable when Keycloak cannot be reached
     */
    String handle(Command command) {
        var subject = QuarkusTransaction.requiringNew().call(() -> subject(command));
        var password = password();
        set(password, "/users/" + KeycloakAdmin.encode(subject));
        record.handle(new RecordFirstPassword.Command(command.organizationId(), command.personId()));
        return password;
    }

    /** Of somebody who may be given one. */
    private String subject(Command command) {
        var person = rules.requireManaged(command.acting(), command.personId()).person();
        PeopleRules.requireEnabled(person);
        if (person.subject() == null) {
            throw new Problem.RuleBroken("person.account-waiting");
        }
        return person.subject();
    }

    private void set(String password, String account) {
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
    }

    private String password() {
        var text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
