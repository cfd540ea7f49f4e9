package vn.lantoa.reporting.figure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.CLERK;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_SPECIALIST;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class FigureResourceTest {

    @Test
    void everyChangeIsKept() {
        var it = new Scenario().promulgated();
        var id = it.ratioFigure(SPECIALIST, it.ratio(), 10, 100);
        it.ratioFigure(SPECIALIST, it.ratio(), 10, 100); // the same again is no change
        it.ratioFigure(SPECIALIST, it.ratio(), 25, 100);

        as(SPECIALIST)
                .get("/api/v1/figures/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("value", equalTo(25))
                .body("period", equalTo("6 tháng cuối năm 2026"));
        as(SPECIALIST)
                .get("/api/v1/figures/" + id + "/history")
                .then()
                .statusCode(200)
                .body("items.version", contains(2, 1))
                .body("items.value", contains(25, 10));
        as(SPECIALIST)
                .get("/api/v1/figures?indicatorId=" + it.ratio())
                .then()
                .statusCode(200)
                .body("items.id", contains(id));
    }

    @Test
    void figureBelongsToItsOrganization() {
        var it = new Scenario().promulgated();
        var id = it.ratioFigure(SPECIALIST, it.ratio(), 10, 100);

        as(OTHER_SPECIALIST).get("/api/v1/figures/" + id).then().statusCode(404);
        as(OTHER_SPECIALIST).get("/api/v1/figures/" + id + "/history").then().statusCode(404);
        put(OTHER_SPECIALIST, body(it, Map.of("numerator", 1, "denominator", 2)))
                .statusCode(404)
                .body("code", equalTo("indicator.not-found"));
    }

    @Test
    void onlySpecialistsRecord() {
        var it = new Scenario().promulgated();
        var body = body(it, Map.of("numerator", 1, "denominator", 2));

        put(LEADER, body)
                .statusCode(403)
                .body("code", equalTo("caller.role-missing"))
                .body("requiredRoles", contains("SPECIALIST"));
        given().contentType("application/json")
                .body(body)
                .put("/api/v1/figures")
                .then()
                .statusCode(401)
                .body("code", equalTo("token.missing"));
        given().auth()
                .oauth2(Tokens.expired(SPECIALIST))
                .get("/api/v1/figures")
                .then()
                .statusCode(401)
                .body("code", equalTo("token.refused"));
        as(CLERK).get("/api/v1/figures").then().statusCode(200);
    }

    @Test
    void wrongFiguresAreRefusedWithWhatToDo() {
        var it = new Scenario().promulgated();

        put(SPECIALIST, body(it, Map.of("numerator", 5)))
                .statusCode(400)
                .body("code", equalTo("figure.incomplete"))
                .body("errors.pointer", contains("/denominator"))
                .body(
                        "errors[0].detail",
                        equalTo("Chỉ tiêu này là tỷ lệ: hãy nhập tổng số dùng để tính làm mẫu số."
                                + " Chỉ có số phần trăm thì thành phố không tổng hợp được."));
        put(SPECIALIST, body(it, Map.of("numerator", 5, "denominator", 4)))
                .statusCode(409)
                .body("code", equalTo("figure.numerator-above-denominator"));
        put(SPECIALIST, body(it, Map.of("numerator", 5, "denominator", 0)))
                .statusCode(409)
                .body("code", equalTo("figure.denominator-zero"));
        put(SPECIALIST, body(it, Map.of("numerator", -5, "denominator", 4)))
                .statusCode(400)
                .body("errors.pointer", contains("/numerator"));
        put(SPECIALIST, body(it, Map.of("numerator", 5, "denominator", 13_000)))
                .statusCode(409)
                .body("code", equalTo("figure.implausible"));
        put(SPECIALIST, body(it, Map.of("numerator", 5, "denominator", 10, "periodEnd", "2026-06-01")))
                .statusCode(400)
                .body("errors.code", contains("period.ends-before-start"));
        put(SPECIALIST, body(it, Map.of("numerator", 5, "denominator", 10, "percent", 50)))
                .statusCode(400)
                .body("code", equalTo("request.unknown-field"));
        put(SPECIALIST, body(it, Map.of("numerator", 5, "denominator", 13_000, "explanation", "Gồm cả khách du lịch")))
                .statusCode(201);
    }

    @Test
    void evidenceOfWhichNothingIsKnownIsMarked() {
        var it = new Scenario().promulgated();
        var evidence = UUID.randomUUID();

        put(SPECIALIST, body(it, Map.of("numerator", 1, "denominator", 2, "evidenceIds", List.of(evidence))))
                .statusCode(201)
                .body("evidence", hasSize(1))
                .body("evidence[0].id", equalTo(evidence.toString()))
                .body("evidence.known", everyItem(equalTo(false)));
    }

    @Test
    void figureThatLiesWithTheLeaderCannotBeChanged() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 10, 100);
        var report = Scenario.reportOf(SPECIALIST, it.openedRound());
        Scenario.step(SPECIALIST, report, "prefill");
        Scenario.step(SPECIALIST, report, "submit");

        put(SPECIALIST, body(it, Map.of("numerator", 99, "denominator", 100)))
                .statusCode(409)
                .body("code", equalTo("figure.under-approval"))
                .body("reportId", equalTo(report));

        Scenario.step(LEADER, report, "approve");
        put(SPECIALIST, body(it, Map.of("numerator", 99, "denominator", 100))).statusCode(200);
        as(LEADER).get("/api/v1/reports/" + report).then().statusCode(200).body("figures.value", hasItem(10)); // frozen
    }

    private static Map<String, Object> body(Scenario it, Map<String, Object> parts) {
        var body = new HashMap<String, Object>();
        body.put("indicatorId", it.ratio());
        body.put("periodStart", Scenario.PERIOD_START.toString());
        body.put("periodEnd", Scenario.PERIOD_END.toString());
        body.put("source", "Sổ theo dõi");
        body.putAll(parts);
        return body;
    }

    private static ValidatableResponse put(Person person, Map<String, Object> body) {
        return as(person).body(body).put("/api/v1/figures").then();
    }
}
