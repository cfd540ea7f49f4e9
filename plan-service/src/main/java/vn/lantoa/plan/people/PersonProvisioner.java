package vn.lantoa.plan.people;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.plan.directory.RecordMembership;
import vn.lantoa.plan.directory.ValidPlaces;
import vn.lantoa.plan.provisioning.KeycloakAdmin;
import vn.lantoa.plan.provisioning.KeycloakOrganizations;
import vn.lantoa.plan.provisioning.Kind;
import vn.lantoa.plan.provisioning.Provisioner;
import vn.lantoa.plan.provisioning.ProvisioningFailed;

/**
 * One person at Keycloak: their account, whether it may log in, and of which organizations it is a member. When the account is
 * there, its {@code sub} goes into all their memberships: from then on they can act.
 */
@Singleton
class PersonProvisioner implements Provisioner {

    /** Marks accounts that we made: another one of the same name is somebody else's, whoever asks for it. */
    private static final String OUR_ID = "lantoaPersonId";

    private final People people;
    private final ValidPlaces places;
    private final RecordMembership record;
    private final KeycloakAdmin keycloak;
    private final KeycloakOrganizations organizations;
    private final ObjectMapper json;
    private final Jdbi db;

    PersonProvisioner(
            People people,
            ValidPlaces places,
            RecordMembership record,
            KeycloakAdmin keycloak,
            KeycloakOrganizations organizations,
            ObjectMapper json,
            Jdbi db) {
        this.people = people;
        this.places = places;
        this.record = record;
        this.keycloak = keycloak;
        this.organizations = organizations;
        this.json = json;
        this.db = db;
    }

    @Override
    public Kind kind() {
        return Kind.PERSON;
    }

    @Override
    public void bring(UUID id) {
        var file = people.find(id);
        if (file.isEmpty()) {
            return;
        }
        var person = file.get().person();
        var subject = account(person);
        memberOfExactly(subject, file.get());
        if (!person.enabled()) {
            keycloak.post("/users/" + subject + "/logout", json.createObjectNode());
        }
        if (!subject.equals(person.subject())) {
            QuarkusTransaction.requiringNew().run(() -> letAct(id, subject));
        }
    }

    private String account(Person person) {
        var known = find(person);
        if (known.isEmpty()) {
            if (person.accountName() == null) {
                throw new ProvisioningFailed("provisioning.account-missing");
            }
            var made = keycloak.post("/users", wanted(person, json.createObjectNode()));
            if (made.isTaken()) {
                throw new ProvisioningFailed("provisioning.account-taken");
            }
            return made.createdId();
        }
        var there = known.get();
        var wanted = wanted(person, there.deepCopy());
        var subject = there.path("id").asText();
        if (!wanted.equals(there) && keycloak.put("/users/" + subject, wanted).isTaken()) {
            throw new ProvisioningFailed("provisioning.account-taken");
        }
        return subject;
    }

    private Optional<ObjectNode> find(Person person) {
        if (person.subject() != null) {
            var known = keycloak.get("/users/" + KeycloakAdmin.encode(person.subject()));
            if (!known.isMissing()) {
                return Optional.of((ObjectNode) known.body());
            }
        }
        if (person.accountName() == null) {
            return Optional.empty();
        }
        var named = keycloak.get("/users?exact=true&briefRepresentation=false&username="
                        + KeycloakAdmin.encode(person.accountName()))
                .body();
        if (named.isEmpty()) {
            return Optional.empty();
        }
        var mark = named.get(0).path("attributes").path(OUR_ID).path(0).asText();
        if (!mark.equals(person.id().toString())) {
            throw new ProvisioningFailed("provisioning.account-taken");
        }
        return Optional.of((ObjectNode) named.get(0));
    }

    private static ObjectNode wanted(Person person, ObjectNode account) {
        int lastWord = person.name().lastIndexOf(' ');
        // the family name and what follows it first, so that names show in Vietnamese order
        set(account, "firstName", lastWord < 0 ? null : person.name().substring(0, lastWord));
        set(account, "lastName", person.name().substring(lastWord + 1));
        set(account, "email", person.email());
        account.put("enabled", person.enabled());
        if (person.accountName() != null) {
            account.put("username", person.accountName());
            account.withObject("/attributes").putArray(OUR_ID).add(person.id().toString());
            if (!account.path("attributes").has("locale")) {
                account.withObject("/attributes").putArray("locale").add("vi");
            }
        }
        return account;
    }

    /** Keycloak leaves out what is empty, and takes an empty text for "none". */
    private static void set(ObjectNode account, String field, @Nullable String value) {
        if (value != null) {
            account.put(field, value);
        } else if (account.hasNonNull(field)) {
            account.put(field, "");
        }
    }

    private void memberOfExactly(String subject, PersonFile file) {
        var today = people.today();
        Set<String> wanted = file.posts().stream()
                .filter(post -> post.validTo() == null || !post.validTo().isBefore(today))
                .filter(post -> post.active() || !file.person().enabled())
                .map(MembershipRecorded::organizationId)
                .distinct()
                .map(organizations::require)
                .collect(Collectors.toSet());
        var now = new HashSet<String>();
        keycloak.get("/organizations/members/" + subject + "/organizations")
                .body()
                .forEach(it -> now.add(it.path("id").asText()));
        for (var organization : wanted) {
            if (!now.contains(organization)) {
                keycloak.post("/organizations/" + organization + "/members", subject); // 409: is one already
            }
        }
        for (var organization : now) {
            if (!wanted.contains(organization)) {
                keycloak.delete("/organizations/" + organization + "/members/" + subject);
            }
        }
    }

    /** Under the lock of the directory: nobody changes a post from what it was before the account. */
    private void letAct(UUID id, String subject) {
        places.lock();
        people.find(id).ifPresent(file -> {
            var now = file.person();
            var person = new Person(now.id(), now.accountName(), subject, now.name(), now.email(), now.enabled());
            db.useHandle(handle -> handle.execute("update person set subject = ? where person_id = ?", subject, id));
            file.posts().forEach(post -> record.handle(new RecordMembership.Command(Posts.with(post, person), false)));
        });
    }
}
