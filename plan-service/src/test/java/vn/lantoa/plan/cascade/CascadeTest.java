package vn.lantoa.plan.cascade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

/** A plan of the city becomes plans of its communes, each with its own choices, and each level sees of the other what it should. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class CascadeTest {

    /** Carries a plan of the city all the way by themselves: the way is not what is tested here. */
    private static final TestDirectory.Person CITY_OFFICIAL = new TestDirectory.Person(
            TestDirectory.CITY,
            UUID.nameUUIDFromBytes("cascade city official".getBytes(StandardCharsets.UTF_8)),
            "cascade-city-official",
            "Cán bộ Thành phố",
            null,
            TestDirectory.CITY_OFFICE,
            List.of(Role.SPECIALIST, Role.UNIT_HEAD, Role.LEADER, Role.CLERK),
            MemberKind.PERSON,
            List.of());

    private static final AtomicInteger NUMBERS = new AtomicInteger(700);

    @Inject
    DirectoryCopy directory;

    @Inject
    CascadeWorker worker;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            TestDirectory.events().forEach(directory::apply);
            directory.apply(TestDirectory.membership(CITY_OFFICIAL));
        });
    }

    @Test
    void everyCommuneGetsADraftWithUnitsOfItsOwn() {
        var plan = issuedByTheCity();
        handDown(plan, List.of(TestDirectory.COMMUNE, TestDirectory.OTHER_COMMUNE))
                .statusCode(202);
        worker.run();

        as(CITY_OFFICIAL)
                .get("/api/v1/plans/" + plan.getString("id") + "/cascade")
                .then()
                .statusCode(200)
                .body("drafted", equalTo(2))
                .body("waiting", equalTo(0));

        var draft = draftOf(TestDirectory.SPECIALIST, plan);
        assertThat(draft.getString("state")).isEqualTo("DRAFT");
        assertThat(draft.getList("tasks.title")).isEqualTo(plan.getList("tasks[0..1].title"));
        assertThat(draft.getString("tasks[1].leadUnitId"))
                .as("the one public unit of the commune")
                .isEqualTo(TestDirectory.SERVICE_CENTRE.id().toString());
        assertThat(draft.getString("tasks[0].leadUnitId")).isNull();
        assertThat(draft.getList("openQuestions.findAll { it.code == 'TASK_LEAD' && it.blocking }"))
                .hasSize(1);
        assertThat(draft.getString("legalBases[0].number")).isEqualTo(printedNumber(plan));
        assertThat(draft.getList("legalBases.number")).contains("1169/QĐ-TTg");
        assertThat(draft.getString("indicators[0].targets[0].value")).isEqualTo("50");

        // and its neighbour's, whose departments are one, leads itself
        var neighbour = draftOf(TestDirectory.OTHER_SPECIALIST, plan);
        assertThat(neighbour.getString("id")).isNotEqualTo(draft.getString("id"));
        assertThat(neighbour.getString("tasks[0].leadUnitId"))
                .isEqualTo(TestDirectory.OTHER_CULTURE.id().toString());
    }

    @Test
    void handingDownTwiceMakesNoSecondDraft() {
        var plan = issuedByTheCity();
        handDown(plan, List.of(TestDirectory.COMMUNE)).statusCode(202);
        worker.run();
        handDown(plan, List.of(TestDirectory.COMMUNE)).statusCode(202).body("drafted", equalTo(1));
        worker.run();

        as(CITY_OFFICIAL)
                .get("/api/v1/plans/" + plan.getString("id") + "/cascade/branches")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1));
    }

    @Test
    void theCommunesOwnChoicesAreMarkedAndShownAboveOnceItIssuedItsPlan() {
        var plan = issuedByTheCity();
        handDown(plan, List.of(TestDirectory.OTHER_COMMUNE)).statusCode(202);
        worker.run();
        var draft = draftOf(TestDirectory.OTHER_SPECIALIST, plan);
        var id = draft.getString("id");
        as(TestDirectory.OTHER_SPECIALIST)
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body("{\"title\": \"Mở lớp kỹ năng số lưu động tại chợ phiên\"}".getBytes(StandardCharsets.UTF_8))
                .patch("/api/v1/plans/" + id + "/tasks/" + draft.getString("tasks[0].id"))
                .then()
                .statusCode(200);
        as(TestDirectory.OTHER_SPECIALIST)
                .header("If-Match", "*")
                .delete("/api/v1/plans/" + id + "/items/" + draft.getString("tasks[1].id"))
                .then()
                .statusCode(200);

        as(TestDirectory.OTHER_SPECIALIST)
                .get("/api/v1/plans/" + id + "/origin")
                .then()
                .statusCode(200)
                .body("originOrganization", equalTo(TestDirectory.CITY.name()))
                .body("deviations.kind", equalTo(List.of("CHANGED", "TAKEN_OUT")))
                .body("deviations[0].fields", equalTo(List.of("title")));

        worker.run();
        branches(plan).body("items[0].planState", equalTo("DRAFT")).body("items[0].deviations.size()", equalTo(0));
    }

    @Test
    void onlyThoseBelowOnlyWhatIsInForceAndNeverBackUp() {
        var plan = issuedByTheCity();
        handDown(plan, List.of(TestDirectory.FRONT))
                .statusCode(400)
                .body("errors.pointer", hasItem("/organizationIds/0"));
        handDown(plan, List.of(TestDirectory.CITY)).statusCode(409).body("code", equalTo("plan.cascade-cyclic"));
        var draft = importing(CITY_OFFICIAL);
        handDown(draft, List.of(TestDirectory.COMMUNE))
                .statusCode(409)
                .body("code", equalTo("plan.cascade-not-in-force"));
        as(TestDirectory.LEADER)
                .contentType("application/json")
                .body(wish(plan, List.of(TestDirectory.OTHER_COMMUNE)))
                .post("/api/v1/plans/" + plan.getString("id") + "/cascade")
                .then()
                .statusCode(404);
        as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + plan.getString("id") + "/cascade/branches")
                .then()
                .statusCode(404);
    }

    private static ValidatableResponse branches(JsonPath plan) {
        return as(CITY_OFFICIAL)
                .get("/api/v1/plans/" + plan.getString("id") + "/cascade/branches")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse handDown(JsonPath plan, List<TestDirectory.Org> organizations) {
        return as(CITY_OFFICIAL)
                .contentType("application/json")
                .body(wish(plan, organizations))
                .post("/api/v1/plans/" + plan.getString("id") + "/cascade")
                .then();
    }

    /** The two tasks that are the communes', and the target. */
    private static Map<String, Object> wish(JsonPath plan, List<TestDirectory.Org> organizations) {
        return Map.of(
                "organizationIds",
                organizations.stream().map(it -> it.id().toString()).toList(),
                "items",
                List.of(
                        Map.of("itemId", plan.getString("tasks[0].id"), "leadUnitKind", "DEPARTMENT"),
                        Map.of("itemId", plan.getString("tasks[1].id"), "leadUnitKind", "PUBLIC_UNIT"),
                        Map.of("itemId", plan.getString("indicators[0].id"))));
    }

    private static JsonPath draftOf(TestDirectory.Person reader, JsonPath plan) {
        var drafts = as(reader)
                .get("/api/v1/plans?state=DRAFT&limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.id", String.class);
        return drafts.stream()
                .filter(id -> as(reader).get("/api/v1/plans/" + id + "/origin").statusCode() == 200)
                .filter(id -> as(reader)
                        .get("/api/v1/plans/" + id + "/origin")
                        .jsonPath()
                        .getString("originPlanId")
                        .equals(plan.getString("id")))
                .map(id -> read(reader, id))
                .findFirst()
                .orElseThrow();
    }

    private static JsonPath issuedByTheCity() {
        var id = importing(CITY_OFFICIAL).getString("id");
        post(id, "submit", Map.of());
        post(id, "approve", Map.of("signingMode", "TM"));
        post(
                id,
                "promulgate",
                Map.of("number", String.valueOf(NUMBERS.incrementAndGet()), "promulgatedOn", "2026-11-23"));
        return read(CITY_OFFICIAL, id);
    }

    private static String printedNumber(JsonPath plan) {
        return plan.getString("number") + "/" + plan.getString("symbol");
    }

    private static void post(String planId, String verb, Map<String, String> body) {
        as(CITY_OFFICIAL)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post("/api/v1/plans/" + planId + "/" + verb)
                .then()
                .statusCode(200);
    }

    private static JsonPath importing(TestDirectory.Person person) {
        return as(person)
                .contentType("text/plain; charset=UTF-8")
                .body(document().getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/plans/imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static JsonPath read(TestDirectory.Person person, String planId) {
        return as(person)
                .get("/api/v1/plans/" + planId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static RequestSpecification as(TestDirectory.Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private static String document() {
        try (var in = CascadeTest.class.getResourceAsStream("/cascade/ke-hoach-thanh-pho.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
