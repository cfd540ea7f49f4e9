package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;

/** From the lines of "Nơi nhận" to who has opened the document. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanDistributionTest {

    private static final String CITY = TestDirectory.CITY.id().toString();
    private static final String FRONT = TestDirectory.FRONT.id().toString();
    private static final String CULTURE = TestDirectory.CULTURE.id().toString();
    private static final String ECONOMY = TestDirectory.ECONOMY.id().toString();

    @Inject
    DirectoryCopy directory;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.username")
    String role;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void linesAreKeptAsWrittenWithWhomTheyMean() {
        distribution(TestDirectory.LEADER, draft())
                .statusCode(200)
                .body("sentAt", nullValue())
                .body("lines.line", contains(1, 2, 3, 4, 5))
                .body("lines[0].words", equalTo("UBND thành phố Thử"))
                .body("lines[0].note", equalTo("để báo cáo"))
                .body("lines[0].recipients.organizationId", contains(CITY))
                .body("lines[0].recipients.unitId", contains(nullValue()))
                .body("lines[0].recipients.name", contains("Thành phố Thử"))
                .body("lines[1].words", equalTo("Các phòng chuyên môn"))
                .body("lines[1].recipients.unitId", contains(CULTURE, ECONOMY))
                .body("lines[1].unresolved", empty())
                .body("lines[2].recipients.organizationId", contains(FRONT))
                .body("lines[3].words", equalTo("Hội Làm vườn xã, Phòng Kinh tế"))
                .body("lines[3].recipients.unitId", contains(ECONOMY))
                .body("lines[3].unresolved", contains("Hội Làm vườn xã"))
                .body("lines[4].archive", equalTo(true))
                .body("lines[4].words", containsString("Lưu"))
                .body("lines[4].recipients", empty())
                .body("lines.flatten().recipients.flatten().state", not(hasItem(notNullValue())));
    }

    @Test
    void aPersonSaysWhomALineMeansUntilThePlanIsIssued() {
        var id = approvedDraft();
        var other = TestDirectory.OTHER_COMMUNE.id().toString();

        choose(TestDirectory.SPECIALIST, id, Map.of("lines", List.of(line(2), line(4, other))))
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("lines[1].chosen", equalTo(true))
                .body("lines[1].recipients", empty())
                .body("lines[1].unresolved", contains("Các phòng chuyên môn"))
                .body("lines[3].recipients.organizationId", contains(other))
                .body("lines[3].recipients.name", contains("Xã Hai"));
        choose(TestDirectory.SPECIALIST, id, Map.of("lines", List.of(line(4, other))))
                .statusCode(200)
                .body("lines[1].chosen", equalTo(false))
                .body("lines[1].recipients.unitId", contains(CULTURE, ECONOMY));
        PlanScenario.as(TestDirectory.LEADER)
                .get("/api/v1/plans/" + id + "/history")
                .then()
                .body("items.action", hasItem("CHOOSE_RECIPIENTS"));

        promulgate(id);
        problem(
                choose(TestDirectory.SPECIALIST, id, Map.of("lines", List.of())),
                409,
                "plan.choose-recipients-not-allowed");
        distribution(TestDirectory.LEADER, id)
                .body("sentAt", notNullValue())
                .body("lines[3].recipients.organizationId", contains(other))
                .body("lines[3].recipients.state", contains("SENT"));
        received(TestDirectory.OTHER_SPECIALIST).body("items.findAll { it.state == 'SENT' }.issuer", hasItem("Xã Một"));
    }

    @Test
    void choicesThatCannotBeMeantAreRefused() {
        var id = draft();
        var stranger = TestDirectory.OTHER_CULTURE.id().toString();
        var unit = Map.of("line", 2, "unitIds", List.of(stranger), "organizationIds", List.of());

        problem(choose(TestDirectory.SPECIALIST, id, Map.of("lines", List.of(unit))), 400, "plan.unit-unknown");
        problem(
                choose(
                        TestDirectory.SPECIALIST,
                        id,
                        Map.of("lines", List.of(line(2, UUID.randomUUID().toString())))),
                400,
                "plan.recipient-unknown");
        problem(
                choose(TestDirectory.SPECIALIST, id, Map.of("lines", List.of(line(6)))),
                400,
                "plan.recipient-line-unknown");
        problem(choose(TestDirectory.LEADER, id, Map.of("lines", List.of())), 403, "caller.role-missing");
        problem(choose(TestDirectory.OTHER_SPECIALIST, id, Map.of("lines", List.of())), 404, "plan.not-found");
        problem(distribution(TestDirectory.OTHER_LEADER, id), 404, "plan.not-found");
        problem(distribution(TestDirectory.CITY_LEADER, id), 404, "plan.not-found");
        problem(
                PlanScenario.as(TestDirectory.SPECIALIST)
                        .contentType("application/json")
                        .body(Map.of("lines", List.of()))
                        .put("/api/v1/plans/" + id + "/distribution")
                        .then(),
                428,
                "request.precondition-required");
        var old = distribution(TestDirectory.SPECIALIST, id).extract().header("ETag");
        choose(TestDirectory.SPECIALIST, id, Map.of("lines", List.of(line(2)))).statusCode(200);
        PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/json")
                .header("If-Match", old)
                .body(Map.of("lines", List.of()))
                .put("/api/v1/plans/" + id + "/distribution")
                .then()
                .statusCode(412)
                .body("current.lines[1].chosen", equalTo(true));
    }

    @Test
    void anIssuedPlanIsReceivedAndOpenedAndTheIssuerSeesIt() {
        var id = approvedDraft();
        received(TestDirectory.CITY_LEADER).body("items.subject", not(hasItem(containsString(id))));
        promulgate(id);

        var toCity = recipient(id, CITY, null);
        var shown = PlanScenario.as(TestDirectory.CITY_COORDINATOR)
                .get("/api/v1/received-documents/" + toCity)
                .then()
                .statusCode(200)
                .body("document.state", equalTo("SENT"))
                .body("document.issuer", equalTo("Xã Một"))
                .body("document.symbol", equalTo("KH-UBND"))
                .body("document.number", notNullValue())
                .body("document.issuedOn", equalTo("2026-11-20"))
                .body("document.subject", notNullValue())
                .body("document.registerBy", notNullValue())
                .body("document.allowedActions", contains("receive"))
                .body("text", nullValue());
        shown.body("document.to", equalTo("Thành phố Thử"));

        problem(act(TestDirectory.CITY_LEADER, toCity, "open"), 409, "received-document.open-not-allowed")
                .body("allowedActions", contains("receive"));
        problem(act(TestDirectory.CITY_COORDINATOR, toCity, "receive"), 403, "caller.role-missing");
        act(TestDirectory.CITY_LEADER, toCity, "receive")
                .statusCode(200)
                .body("document.state", equalTo("RECEIVED"))
                .body(
                        "document.received.personId",
                        equalTo(TestDirectory.CITY_LEADER.id().toString()))
                .body("document.received.person", equalTo("Chủ tịch Thành phố"));
        problem(act(TestDirectory.CITY_LEADER, toCity, "receive"), 409, "received-document.receive-not-allowed")
                .body("allowedActions", contains("open"));
        act(TestDirectory.CITY_COORDINATOR, toCity, "open")
                .statusCode(200)
                .body("document.state", equalTo("OPENED"))
                .body("text", containsString("Nơi nhận"));
        act(TestDirectory.CITY_LEADER, toCity, "open")
                .statusCode(200)
                .body(
                        "document.opened.personId",
                        equalTo(TestDirectory.CITY_COORDINATOR.id().toString()));
        PlanScenario.as(TestDirectory.CITY_LEADER)
                .get("/api/v1/received-documents/" + toCity)
                .then()
                .body("text", containsString("Nơi nhận"));

        distribution(TestDirectory.SPECIALIST, id)
                .body("lines[0].recipients[0].state", equalTo("OPENED"))
                .body("lines[0].recipients[0].received.person", equalTo("Chủ tịch Thành phố"))
                .body("lines[0].recipients[0].opened.person", equalTo("Đầu mối Thành phố"))
                .body("lines[1].recipients.state", contains("SENT", "SENT"))
                .body("lines[3].recipients", empty()) // the second line has sent it already
                .body("lines[4].recipients", empty());
    }

    @Test
    void unitsOfTheIssuerReceiveTheirOwn() {
        var id = approvedDraft();
        promulgate(id);
        var toCulture = recipient(id, TestDirectory.COMMUNE.id().toString(), CULTURE);
        var toEconomy = recipient(id, TestDirectory.COMMUNE.id().toString(), ECONOMY);

        received(TestDirectory.SPECIALIST)
                .body("items.id", hasItem(toCulture))
                .body("items.id", not(hasItem(toEconomy)));
        received(TestDirectory.CLERK).body("items.id", hasItem(toCulture)).body("items.id", hasItem(toEconomy));
        received(TestDirectory.ADMIN).body("items.id", not(hasItem(toCulture)));
        problem(act(TestDirectory.ECONOMY_HEAD, toCulture, "receive"), 404, "received-document.not-found");
        act(TestDirectory.SPECIALIST, toCulture, "receive").statusCode(200);
        act(TestDirectory.CULTURE_HEAD, toCulture, "open").statusCode(200).body("text", notNullValue());
        act(TestDirectory.CLERK, toEconomy, "receive").statusCode(200);
        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/received-documents?state=OPENED&limit=200")
                .then()
                .body("items.id", hasItem(toCulture));
        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/received-documents?state=SENT&limit=200")
                .then()
                .body("items.id", not(hasItem(toCulture)));
    }

    @Test
    void thoseToWhomItWasNotSentFindNothing() {
        var id = approvedDraft();
        promulgate(id);
        var toCity = recipient(id, CITY, null);

        for (var stranger : List.of(TestDirectory.OTHER_LEADER, TestDirectory.FRONT_HEAD, TestDirectory.LEADER)) {
            problem(
                    PlanScenario.as(stranger)
                            .get("/api/v1/received-documents/" + toCity)
                            .then(),
                    404,
                    "received-document.not-found");
            problem(act(stranger, toCity, "receive"), 404, "received-document.not-found");
            problem(act(stranger, toCity, "open"), 404, "received-document.not-found");
        }
        problem(
                PlanScenario.as(TestDirectory.CITY_LEADER)
                        .get("/api/v1/plans/" + id)
                        .then(),
                404,
                "plan.not-found");
        problem(
                PlanScenario.as(TestDirectory.CITY_LEADER)
                        .get("/api/v1/plans/" + id + "/source")
                        .then(),
                404,
                "plan.not-found");
    }

    @Test
    void pagesOfWhatWasReceivedFollowEachOther() {
        for (int plan = 0; plan < 3; plan++) {
            promulgate(approvedDraft());
        }

        var first = PlanScenario.as(TestDirectory.FRONT_HEAD)
                .get("/api/v1/received-documents?limit=2")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(2))
                .extract()
                .jsonPath();
        PlanScenario.as(TestDirectory.FRONT_HEAD)
                .get(first.getString("next"))
                .then()
                .statusCode(200)
                .body("items.id", not(hasItem(first.getString("items[1].id"))));
    }

    /** What the second wall alone lets through. */
    @Test
    void recipientsSeeTheirOwnRowsAndTheWordsAndNothingElse() throws SQLException {
        var id = approvedDraft();
        promulgate(id);

        assertThat(rows(TestDirectory.COMMUNE.id(), id)).containsExactly(1, 5, 4, 1, 1);
        assertThat(rows(TestDirectory.CITY.id(), id)).containsExactly(1, 0, 1, 1, 0);
        assertThat(rows(TestDirectory.FRONT.id(), id)).containsExactly(1, 0, 1, 1, 0);
        assertThat(rows(TestDirectory.OTHER_COMMUNE.id(), id)).containsExactly(0, 0, 0, 0, 0);
    }

    private List<Integer> rows(UUID organization, String planId) throws SQLException {
        var document = "(select id from distributed_document where plan_id = '%s')".formatted(planId);
        try (var service = DriverManager.getConnection(database, role, password);
                var sql = service.createStatement()) {
            sql.execute("select set_config('lantoa.organization', '%s', false)".formatted(organization));
            var counts = new ArrayList<Integer>();
            for (var query : List.of(
                    "distributed_document where plan_id = '%s'".formatted(planId),
                    "distributed_line where document_id = " + document,
                    "distributed_recipient where document_id = " + document,
                    "plan_source where plan_id = '%s'".formatted(planId),
                    "plan where id = '%s'".formatted(planId))) {
                try (var found = sql.executeQuery("select count(*) from " + query)) {
                    found.next();
                    counts.add(found.getInt(1));
                }
            }
            return counts;
        }
    }

    private static String draft() {
        return PlanScenario.importing(
                        TestDirectory.SPECIALIST,
                        PlanScenario.document()
                                .replace(
                                        "- Các phòng chuyên môn;\n- Lưu",
                                        "- Các phòng chuyên môn;\n- Ủy ban MTTQ Việt Nam xã;\n"
                                                + "- Hội Làm vườn xã, Phòng Kinh tế;\n- Lưu"))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static String approvedDraft() {
        var id = draft();
        PlanScenario.complete(PlanScenario.read(TestDirectory.SPECIALIST, id));
        PlanScenario.post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of()).statusCode(200);
        PlanScenario.post(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "TM"))
                .statusCode(200);
        return id;
    }

    private static void promulgate(String id) {
        PlanScenario.post(TestDirectory.CLERK, id, "promulgate", Map.of("promulgatedOn", "2026-11-20"))
                .statusCode(200);
    }

    private static Map<String, Object> line(int line, String... organizationIds) {
        return Map.of("line", line, "unitIds", List.of(), "organizationIds", List.of(organizationIds));
    }

    private static ValidatableResponse choose(Person person, String planId, Object body) {
        return PlanScenario.as(person)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/api/v1/plans/" + planId + "/distribution")
                .then();
    }

    private static ValidatableResponse distribution(Person person, String planId) {
        return PlanScenario.as(person)
                .get("/api/v1/plans/" + planId + "/distribution")
                .then();
    }

    private static ValidatableResponse received(Person person) {
        return PlanScenario.as(person)
                .get("/api/v1/received-documents?limit=200")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse act(Person person, String id, String verb) {
        return PlanScenario.as(person)
                .post("/api/v1/received-documents/" + id + "/" + verb)
                .then();
    }

    private static String recipient(String planId, String organizationId, @Nullable String unitId) {
        List<Map<String, Object>> recipients =
                distribution(TestDirectory.LEADER, planId).extract().jsonPath().getList("lines.recipients.flatten()");
        return recipients.stream()
                .filter(it ->
                        organizationId.equals(it.get("organizationId")) && Objects.equals(unitId, it.get("unitId")))
                .map(it -> (String) it.get("id"))
                .findFirst()
                .orElseThrow();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
