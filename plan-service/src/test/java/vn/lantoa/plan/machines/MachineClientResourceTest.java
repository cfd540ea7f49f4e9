package vn.lantoa.plan.machines;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;
import vn.lantoa.testkit.Topics;

/** Machine clients over HTTP. What the identity provider does is told here by hand; MachineClientsIT runs with a real one. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class MachineClientResourceTest {

    private static final LocalDate TODAY = LocalDate.now(Clock.system(ZoneId.of("Asia/Ho_Chi_Minh")));
    private static final String OF_THE_COMMUNE =
            "/api/v1/organizations/" + TestDirectory.COMMUNE.id() + "/machine-clients";

    @Inject
    DirectoryCopy directory;

    @Inject
    KeyReady keyReady;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void isMadeWithAFirstKeyThatWaitsForTheIdentityProvider() {
        var made = create("reports:read", "plans:read");

        as(TestDirectory.ADMIN)
                .get("/api/v1/machine-clients/" + made.getString("id"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("state", equalTo("ACTIVE"))
                .body("scopes", equalTo(List.of("plans:read", "reports:read")))
                .body("keys", hasSize(1))
                .body("keys[0].state", equalTo("PENDING"))
                .body("keys[0].lastUsedAt", nullValue())
                .body("keys[0].lastDay", equalTo(TODAY.plusYears(1).toString()));
        as(TestDirectory.ADMIN)
                .get(OF_THE_COMMUNE + "?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(made.getString("id")));
        problem(post(TestDirectory.ADMIN, secretOf(made), null), 409, "machine.key-not-ready");
    }

    @Test
    void scopesDecideWhatAKeyOpensAndChangesTakeEffectAtOnce() {
        var made = create("directory:read");
        var subject = ready(made);

        machine(subject).get("/api/v1/organizations").then().statusCode(200);
        machine(subject)
                .get("/api/v1/plans")
                .then()
                .statusCode(403)
                .body("code", equalTo("machine.scope-missing"))
                .body("requiredScope", equalTo("plans:read"));
        machine(subject).get(OF_THE_COMMUNE).then().statusCode(403).body("code", equalTo("machine.people-only"));

        patch(made, Map.of("scopes", List.of("plans:read"))).statusCode(200).body("scopes", hasSize(1));

        machine(subject).get("/api/v1/plans").then().statusCode(200);
        machine(subject).get("/api/v1/organizations").then().statusCode(403);
        assertThat(Topics.awaitEvent(
                                MembershipRecorded.class,
                                it -> it.membershipId().equals(keyOf(made))
                                        && List.of("plans:read").equals(it.scopes()))
                        .subject())
                .isEqualTo(subject);
    }

    @Test
    void aProgramThatWritesPreparesAndNeverDecides() {
        var subject = ready(create("plans:read", "plans:write"));

        var draft = machine(subject)
                .contentType("text/plain; charset=UTF-8")
                .body(document())
                .post("/api/v1/plans/imports")
                .then()
                .statusCode(201)
                .body("allowedActions", equalTo(List.of("edit")))
                .extract()
                .path("id")
                .toString();
        machine(subject)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .post("/api/v1/plans/" + draft + "/submit")
                .then()
                .statusCode(403)
                .body("code", equalTo("machine.people-only"));
    }

    @Test
    void disablingAndRevokingShutOut() {
        var made = create("directory:read");
        var subject = ready(made);
        var address = "/api/v1/machine-clients/" + made.getString("id");

        post(TestDirectory.ADMIN, address + "/disable", null).statusCode(200).body("state", equalTo("DISABLED"));
        machine(subject).get("/api/v1/organizations").then().statusCode(403);
        post(TestDirectory.ADMIN, address + "/enable", null).statusCode(200).body("state", equalTo("ACTIVE"));
        machine(subject).get("/api/v1/organizations").then().statusCode(200);

        post(TestDirectory.ADMIN, address + "/keys/" + keyOf(made) + "/revoke", null)
                .statusCode(200)
                .body("keys[0].state", equalTo("REVOKED"));
        machine(subject)
                .get("/api/v1/organizations")
                .then()
                .statusCode(403)
                .body("code", equalTo("caller.not-a-member"));
        problem(
                post(TestDirectory.ADMIN, address + "/keys/" + keyOf(made) + "/revoke", null),
                409,
                "machine.key-revoked");
        problem(post(TestDirectory.ADMIN, secretOf(made), null), 409, "machine.key-revoked");
    }

    @Test
    void aSecondKeyOverlapsTheFirst() {
        var made = create("directory:read");
        var subject = ready(made);
        var keys = "/api/v1/machine-clients/" + made.getString("id") + "/keys";

        post(TestDirectory.ADMIN, keys, Map.of("overlapDays", 5))
                .statusCode(200)
                .body("keys", hasSize(2))
                .body(
                        "keys.find { it.id == '" + keyOf(made) + "' }.retireOn",
                        equalTo(TODAY.plusDays(5).toString()));
        machine(subject).get("/api/v1/organizations").then().statusCode(200);
        problem(post(TestDirectory.ADMIN, keys, Map.of()), 409, "machine.two-keys");
        post(TestDirectory.ADMIN, keys, Map.of("overlapDays", 91)).statusCode(400);
    }

    @Test
    void itsLastUseIsShown() {
        var made = create("directory:read");
        machine(ready(made)).get("/api/v1/organizations").then().statusCode(200);

        await().untilAsserted(() -> as(TestDirectory.ADMIN)
                .get("/api/v1/machine-clients/" + made.getString("id"))
                .then()
                .body("keys[0].lastUsedAt", notNullValue()));
        problem(post(TestDirectory.ADMIN, secretOf(made), null), 409, "machine.key-in-use");
    }

    @Test
    void withoutTheIdentityProviderNoSecretIsMade() {
        var made = create("directory:read");
        ready(made);

        problem(post(TestDirectory.ADMIN, secretOf(made), null), 503, "identity-provider.away");
        as(TestDirectory.ADMIN)
                .get("/api/v1/machine-clients/" + made.getString("id"))
                .then()
                .body("keys[0].secretToldAt", nullValue());
    }

    @Test
    void onlyAdministratorsOfTheOrganizationAndAboveManageIt() {
        var made = create();
        var address = "/api/v1/machine-clients/" + made.getString("id");

        problem(as(TestDirectory.LEADER).get(address).then(), 403, "caller.role-missing");
        problem(as(TestDirectory.LEADER).get(OF_THE_COMMUNE).then(), 403, "caller.role-missing");
        problem(as(otherAdmin()).get(address).then(), 404, "machine.not-found");
        problem(
                as(otherAdmin())
                        .get("/api/v1/machine-clients/" + UUID.randomUUID())
                        .then(),
                404,
                "machine.not-found");
        problem(as(otherAdmin()).get(OF_THE_COMMUNE).then(), 404, "organization.not-found");
        problem(post(otherAdmin(), address + "/disable", null), 404, "machine.not-found");
        problem(post(otherAdmin(), OF_THE_COMMUNE, terms()), 404, "organization.not-found");
        problem(
                post(
                        TestDirectory.ADMIN,
                        secretOf(made)
                                .replace(
                                        keyOf(made).toString(),
                                        UUID.randomUUID().toString()),
                        null),
                404,
                "machine.key-not-found");
        assertThat(made.getList("scopes")).isEmpty();
    }

    @Test
    void badTermsAreRefused() {
        for (var wrong : List.<Map<String, Object>>of(
                Map.of("scopes", List.of("plans:everything")),
                Map.of("validTo", TODAY.plusYears(3).toString()),
                Map.of("validTo", TODAY.minusDays(1).toString()),
                Map.of("name", " "),
                Map.of("contactUnitId", TestDirectory.OTHER_CULTURE.id().toString()))) {
            var terms = new HashMap<>(terms("plans:read"));
            terms.putAll(wrong);
            post(TestDirectory.ADMIN, OF_THE_COMMUNE, terms)
                    .statusCode(400)
                    .body("code", equalTo("request.invalid"))
                    .body(
                            "errors[0].pointer",
                            org.hamcrest.Matchers.startsWith(
                                    "/" + wrong.keySet().iterator().next()));
        }
    }

    @Test
    void aChangeNamesTheStateItWasMadeFor() {
        var made = create("plans:read");
        var address = "/api/v1/machine-clients/" + made.getString("id");

        as(TestDirectory.ADMIN)
                .contentType(ContentType.JSON)
                .post(address + "/disable")
                .then()
                .statusCode(428);
        var tag = as(TestDirectory.ADMIN).get(address).header("ETag");
        patch(made, Map.of("purpose", "Muc dich khac")).statusCode(200);
        as(TestDirectory.ADMIN)
                .contentType(ContentType.JSON)
                .header("If-Match", tag)
                .post(address + "/disable")
                .then()
                .statusCode(412)
                .body("current.purpose", equalTo("Muc dich khac"));
    }

    private static JsonPath create(String... scopes) {
        return post(TestDirectory.ADMIN, OF_THE_COMMUNE, terms(scopes))
                .statusCode(201)
                .body("keys", hasSize(1))
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> terms(String... scopes) {
        return Map.of(
                "name", "Kho dữ liệu " + UUID.randomUUID(),
                "purpose", "Tổng hợp báo cáo tuần",
                "contactUnitId", TestDirectory.CULTURE.id().toString(),
                "scopes", List.of(scopes),
                "validTo", TODAY.plusYears(2).toString());
    }

    /** As the provisioner does when the identity provider knows the key. */
    private String ready(JsonPath made) {
        var subject = "service-account-" + UUID.randomUUID();
        keyReady.handle(new KeyReady.Command(
                UUID.fromString(made.getString("id")), TestDirectory.COMMUNE.id(), keyOf(made), subject));
        return subject;
    }

    private static UUID keyOf(JsonPath made) {
        return UUID.fromString(made.getString("keys[0].id"));
    }

    private static String secretOf(JsonPath made) {
        return "/api/v1/machine-clients/" + made.getString("id") + "/keys/" + keyOf(made) + "/secret";
    }

    private static RequestSpecification machine(String subject) {
        return given().auth().oauth2(Tokens.of(subject, TestDirectory.COMMUNE.alias(), TestDirectory.COMMUNE.id()));
    }

    private static RequestSpecification as(TestDirectory.Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private TestDirectory.Person otherAdmin() {
        var it = new TestDirectory.Person(
                TestDirectory.OTHER_COMMUNE,
                UUID.nameUUIDFromBytes("other admin".getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "other-admin",
                "Quản trị Hai",
                null,
                null,
                List.of(vn.lantoa.events.Role.ADMIN),
                MembershipRecorded.MemberKind.PERSON,
                List.of());
        QuarkusTransaction.requiringNew().run(() -> directory.apply(TestDirectory.membership(it)));
        return it;
    }

    private static ValidatableResponse post(TestDirectory.Person person, String address, Object body) {
        var request = as(person).contentType(ContentType.JSON).header("If-Match", "*");
        return (body == null ? request : request.body(body)).post(address).then();
    }

    private static ValidatableResponse patch(JsonPath made, Map<String, Object> change) {
        return as(TestDirectory.ADMIN)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(change)
                .patch("/api/v1/machine-clients/" + made.getString("id"))
                .then();
    }

    private static void problem(ValidatableResponse answer, int status, String code) {
        answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }

    private static byte[] document() {
        try (var in = MachineClientResourceTest.class.getResourceAsStream("/plan/ke-hoach-xa-mot.txt")) {
            return in.readAllBytes();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
