package vn.lantoa.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.testkit.TestDirectory.CITY_MACHINE;
import static vn.lantoa.testkit.TestDirectory.MACHINE_WITHOUT_SCOPES;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MachineUsed;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class MachineDoorTest {

    private static final String GUARDED = "/api/v1/guarded";

    @Inject
    DirectoryCopy copy;

    @Inject
    Jdbi db;

    @Inject
    MovableClock clock;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }

    @Test
    void whoHoldsTheScopeIsLetIn() {
        as(CITY_MACHINE).get(GUARDED).then().statusCode(200).body("text", equalTo("read"));
    }

    @Test
    void whoLacksItIsToldWhichOne() {
        as(MACHINE_WITHOUT_SCOPES)
                .get(GUARDED)
                .then()
                .statusCode(403)
                .body("code", equalTo("machine.scope-missing"))
                .body("requiredScope", equalTo("tasks:read"));
    }

    @Test
    void readingDoesNotOpenWriting() {
        as(CITY_MACHINE)
                .body("{\"text\": \"x\"}")
                .post(GUARDED)
                .then()
                .statusCode(403)
                .body("requiredScope", equalTo("tasks:write"));
    }

    @Test
    void whatNamesNoScopeIsForPeopleOnly() {
        as(CITY_MACHINE)
                .body("{\"text\": \"x\"}")
                .put(GUARDED)
                .then()
                .statusCode(403)
                .body("code", equalTo("machine.people-only"));
        as(CITY_MACHINE).get("/api/v1/echo").then().statusCode(403).body("code", equalTo("machine.people-only"));
    }

    @Test
    void theDoorComesBeforeEveryLookAtTheRequest() {
        for (var body : List.of("{\"text\": \"\"}", "{\"unknown\": 1}", "no json", "")) {
            as(CITY_MACHINE).body(body).post(GUARDED + "?unknown=1").then().statusCode(403);
        }
        as(CITY_MACHINE)
                .header("Idempotency-Key", "with space")
                .body("{}")
                .post(GUARDED)
                .then()
                .statusCode(403);
    }

    @Test
    void whatIsOpenNeedsNoScope() {
        as(MACHINE_WITHOUT_SCOPES).get(GUARDED + "/self").then().statusCode(200);
    }

    @Test
    void peoplePassWithoutScopes() {
        as(TestDirectory.SPECIALIST).get(GUARDED).then().statusCode(200);
        as(TestDirectory.SPECIALIST)
                .body("{\"text\": \"x\"}")
                .put(GUARDED)
                .then()
                .statusCode(200);
        as(TestDirectory.SPECIALIST)
                .body("{\"text\": \"\"}")
                .post(GUARDED)
                .then()
                .statusCode(400);
    }

    @Test
    void anAnswerThatIsNotToBeStoredIsNotKeptForItsKey() {
        var first = secret();
        assertThat(secret()).isNotEqualTo(first);
        int kept = db.withHandle(handle -> handle.createQuery("select count(*) from idempotency_key where key = 'once'")
                .mapTo(Integer.class)
                .one());
        assertThat(kept).isZero();
    }

    private static String secret() {
        return as(TestDirectory.SPECIALIST)
                .header("Idempotency-Key", "once")
                .post(GUARDED + "/secret")
                .then()
                .statusCode(200)
                .header("Idempotency-Replayed", nullValue())
                .extract()
                .path("text");
    }

    @Test
    void itsUseIsToldOnceAnHour() {
        as(CITY_MACHINE).get(GUARDED).then().statusCode(200);
        await().until(() -> !told().isEmpty());
        var first = told();
        as(CITY_MACHINE).get(GUARDED).then().statusCode(200);
        await().during(Duration.ofMillis(600)).until(() -> told().equals(first));

        clock.moveTo(clock.instant().plus(Duration.ofMinutes(61)));
        try {
            as(CITY_MACHINE).get(GUARDED).then().statusCode(200);
            await().until(() -> told().size() == first.size() + 1);
        } finally {
            clock.reset();
        }
    }

    private static List<MachineUsed> told() {
        return Topics.events("organizations", MachineUsed.class).stream()
                .filter(it -> it.membershipId()
                        .equals(TestDirectory.membership(CITY_MACHINE).membershipId()))
                .toList();
    }

    @Test
    void doorsAreListed() {
        assertThat(MachineDoors.of("vn.lantoa.kit"))
                .containsExactly(
                        "GET /api/v1/audit/{service}/entries audit:read",
                        "GET /api/v1/audit/{service}/export audit:read",
                        "GET /api/v1/audit/{service}/head audit:read",
                        "GET /api/v1/audit/{service}/retiring audit:read");
    }

    private static RequestSpecification as(TestDirectory.Person caller) {
        return given().auth().oauth2(Tokens.of(caller)).contentType(ContentType.JSON);
    }
}
