package vn.lantoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;
import vn.lantoa.local.mainjob.People;

/** A program gets its keys with the real Keycloak, uses them, changes them without a pause, and loses them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MachineClientsIT {

    private static final String ORGANIZATIONS = "/api/v1/organizations?limit=1";
    private static final String PLANS = "/api/v1/plans?limit=1";

    private record Key(String id, String clientId, String secret) {}

    private LocalSystem system;
    private People people;

    @BeforeAll
    void start(@TempDir Path data) throws Exception {
        system = System.getProperty("lantoa.test.home") == null
                ? new LocalSystem(Settings.forTests(Path.of(".."), data), LocalSystem.printing(System.out::println))
                : new LocalSystem(Settings.fromEnvironment(Path.of(".."), System.getenv()));
        system.start(Part.KEYCLOAK, Part.POSTGRES, Part.KAFKA, Part.PLAN_SERVICE, Part.GATEWAY);
        people = new People(system);
    }

    @AfterAll
    void stop() {
        if (System.getProperty("lantoa.test.home") == null) {
            system.stopAll();
        }
    }

    @Test
    void aProgramGetsAKeyChangesItWithoutAPauseAndLosesIt() throws Exception {
        var made = admin().post(
                        "/api/v1/organizations/" + people.organizationId(People.COMMUNE) + "/machine-clients",
                        Map.of(
                                "name",
                                "Kho dữ liệu của xã",
                                "purpose",
                                "Đồng bộ danh bạ",
                                "scopes",
                                List.of("directory:read"),
                                "validTo",
                                today().plusYears(1).toString()))
                .expect(201)
                .json();
        var address = "/api/v1/machine-clients/" + made.path("id").asText();

        // the first key: ready a moment later, its secret shown once
        var first = key(address, made.path("keys").path(0));
        var old = token(first).expect(200).json().path("access_token").asText();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway(old).get(ORGANIZATIONS).status() == 200);
        assertThat(gateway(old)
                        .get(PLANS)
                        .expect(403)
                        .json()
                        .path("requiredScope")
                        .asText())
                .isEqualTo("plans:read");
        assertThat(gateway(old)
                        .post("/api/v1/organizations/imports/preview", null)
                        .status())
                .isIn(403, 415);
        assertThat(gateway(old).get(address).expect(403).json().path("code").asText())
                .isEqualTo("machine.people-only");

        // a second key: both open the same, until the first is revoked
        var twoKeys = admin().act(address, "/keys", Map.of("overlapDays", 7))
                .expect(200)
                .json();
        var second = key(address, other(twoKeys, first));
        var recent = token(second).expect(200).json().path("access_token").asText();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> gateway(recent).get(ORGANIZATIONS).status() == 200);
        gateway(old).get(ORGANIZATIONS).expect(200);
        token(first).expect(200);

        admin().act(address, "/keys/" + first.id() + "/revoke", null).expect(200);
        gateway(old).get(ORGANIZATIONS).expect(403); // at once, though the token has minutes to live
        await("no more tokens")
                .atMost(Duration.ofSeconds(20))
                .until(() -> token(first).status() != 200);
        gateway(recent).get(ORGANIZATIONS).expect(200);

        // once the key is known to be used, its secret stays
        await("last use").atMost(Duration.ofSeconds(40)).until(() -> keyIn(
                        admin().get(address).expect(200).json(), second.id())
                .hasNonNull("lastUsedAt"));
        assertThat(admin().act(address, "/keys/" + second.id() + "/secret", null)
                        .expect(409)
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("machine.key-in-use");

        // disabled: shut out with what it has
        admin().act(address, "/disable", null).expect(200);
        gateway(recent).get(ORGANIZATIONS).expect(403);
        await("no more tokens")
                .atMost(Duration.ofSeconds(20))
                .until(() -> token(second).status() != 200);

        for (var part : List.of(Part.PLAN_SERVICE, Part.GATEWAY)) {
            assertThat(Files.readString(system.log(part)))
                    .as("log of " + part)
                    .doesNotContain(first.secret())
                    .doesNotContain(second.secret());
        }
    }

    /** Waits until the key is ready, then has its secret made. */
    private Key key(String address, JsonNode key) {
        var id = key.path("id").asText();
        await("the key is ready").atMost(Duration.ofSeconds(30)).until(() -> keyIn(
                        admin().get(address).expect(200).json(), id)
                .path("state")
                .asText()
                .equals("READY"));
        var lost = secret(address, id);
        var secret = secret(address, id); // the first answer was lost: asking again makes another
        assertThat(secret).isNotEqualTo(lost);
        var told = new Key(id, key.path("clientId").asText(), secret);
        assertThat(token(new Key(id, told.clientId(), lost)).status()).isEqualTo(401);
        return told;
    }

    private String secret(String address, String keyId) {
        var told = admin().act(address, "/keys/" + keyId + "/secret", null).expect(200);
        assertThat(told.header("Cache-Control")).contains("no-store");
        return told.json().path("clientSecret").asText();
    }

    private Http.Reply token(Key key) {
        return Http.at(system.realm())
                .postFields(
                        "/protocol/openid-connect/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                key.clientId(),
                                "client_secret",
                                key.secret(),
                                "scope",
                                "organization:" + People.COMMUNE));
    }

    private static JsonNode other(JsonNode client, Key than) {
        for (var key : client.path("keys")) {
            if (!key.path("id").asText().equals(than.id())) {
                return key;
            }
        }
        throw new AssertionError("No second key in " + client);
    }

    private static JsonNode keyIn(JsonNode client, String id) {
        for (var key : client.path("keys")) {
            if (key.path("id").asText().equals(id)) {
                return key;
            }
        }
        throw new AssertionError("No key " + id + " in " + client);
    }

    private Http admin() {
        return people.person("quantri.mayha", People.COMMUNE);
    }

    private Http gateway(String token) {
        return Http.at(system.url(Part.GATEWAY)).as(token);
    }

    private static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    }
}
