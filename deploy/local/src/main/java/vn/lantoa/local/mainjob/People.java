package vn.lantoa.local.mainjob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;

/** The invented people of Xã Mây Hạ and its city, each at the gateway with a token of their own. */
public final class People {

    public static final String COMMUNE = "xa-may-ha";
    public static final String CITY = "tp-bach-giang";

    /** A token lives five minutes; well before that another is fetched. */
    private static final long TOKEN_NANOS = Duration.ofMinutes(3).toNanos();

    private final LocalSystem system;
    private final Http gateway;
    private final JsonNode directory;
    private Logins logins;
    private long loggedInAt;

    public People(LocalSystem system) {
        this.system = system;
        this.gateway = Http.at(system.url(Part.GATEWAY));
        this.directory = read(system.settings().repository().resolve("deploy/seed/directory.json"));
        this.logins = new Logins(system.realm(), system.secrets());
        this.loggedInAt = System.nanoTime();
    }

    public Http specialist() {
        return person("chuyenvien.vhxh.mayha", COMMUNE);
    }

    public Http head() {
        return person("truongphong.vhxh.mayha", COMMUNE);
    }

    public Http leader() {
        return person("chutich.mayha", COMMUNE);
    }

    public Http clerk() {
        return person("vanthu.mayha", COMMUNE);
    }

    public Http cityCoordinator() {
        return person("theodoi.bachgiang", CITY);
    }

    /** The city's data platform: a machine with a client of its own. */
    public Http cityMachine() {
        return gateway.as(logins().city(CITY));
    }

    public Http person(String user, String organization) {
        return gateway.as(logins().person(user, organization));
    }

    public URI gateway() {
        return gateway.base();
    }

    /** A system that has just begun takes a moment to tell every service who is who. */
    public void awaitKnownEverywhere() {
        var everyone =
                List.<Supplier<Http>>of(this::specialist, this::head, this::leader, this::clerk, this::cityCoordinator);
        everyone.forEach(
                person -> awaitKnown(person, "/me", "/tasks?limit=1", "/indicators?limit=1", "/notifications?limit=1"));
        awaitKnown(this::cityMachine, "/me", "/tasks?limit=1", "/indicators?limit=1"); // whereto its scopes let it
    }

    private static void awaitKnown(Supplier<Http> caller, String... paths) {
        for (var path : paths) {
            Waiting.until(
                    "a member known to " + path,
                    () -> caller.get().get("/api/v1" + path).status(),
                    status -> status == 200);
        }
    }

    /** User name of the head of a unit of the commune. */
    public Optional<String> headOf(String unitId) {
        return memberOf(unitId, "UNIT_HEAD")
                .map(membership -> userName(membership.path("personId").asText()));
    }

    /** Somebody of the unit to whom its head can give a task: a specialist, else the head. */
    public String personToDelegateTo(String unitId) {
        return memberOf(unitId, "SPECIALIST")
                .or(() -> memberOf(unitId, "UNIT_HEAD"))
                .orElseThrow()
                .path("personId")
                .asText();
    }

    public String userName(String personId) {
        for (var person : directory.path("people")) {
            if (person.path("id").asText().equals(personId)) {
                var email = person.path("email").asText();
                return email.substring(0, email.indexOf('@'));
            }
        }
        throw new IllegalArgumentException("The seed has no person " + personId);
    }

    public String email(String personId) {
        return StreamSupport.stream(directory.path("people").spliterator(), false)
                .filter(person -> person.path("id").asText().equals(personId))
                .map(person -> person.path("email").asText())
                .findFirst()
                .orElseThrow();
    }

    public String organizationId(String alias) {
        return organization(alias).path("id").asText();
    }

    public long population(String alias) {
        return organization(alias).path("population").asLong();
    }

    private Optional<JsonNode> memberOf(String unitId, String role) {
        return StreamSupport.stream(organization(COMMUNE).path("memberships").spliterator(), false)
                .filter(membership -> membership.path("unitId").asText().equals(unitId))
                .filter(membership -> StreamSupport.stream(
                                membership.path("roles").spliterator(), false)
                        .anyMatch(it -> it.asText().equals(role)))
                .findFirst();
    }

    private JsonNode organization(String alias) {
        for (var organization : directory.path("organizations")) {
            if (organization.path("alias").asText().equals(alias)) {
                return organization;
            }
        }
        throw new IllegalArgumentException("The seed has no organization " + alias);
    }

    private synchronized Logins logins() {
        if (System.nanoTime() - loggedInAt > TOKEN_NANOS) {
            logins = new Logins(system.realm(), system.secrets());
            loggedInAt = System.nanoTime();
        }
        return logins;
    }

    private static JsonNode read(Path file) {
        try {
            return new JsonMapper().readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
