package vn.lantoa.reporting.report;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.CITY_COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.CITY_LEADER;
import static vn.lantoa.testkit.TestDirectory.CITY_MACHINE;
import static vn.lantoa.testkit.TestDirectory.CLERK;
import static vn.lantoa.testkit.TestDirectory.CULTURE_HEAD;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_SPECIALIST;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.ReportReturned;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ReportResourceTest {

    private Scenario it;
    private String round;
    private String report;

    @BeforeEach
    void roundIsOpen() {
        it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 10, 100);
        round = it.openedRound();
        report = Scenario.reportOf(SPECIALIST, round);
    }

    @Test
    void receiverSeesItOnceItIsSentAndStrangersNever() {
        as(CITY_COORDINATOR).get(path()).then().statusCode(404).body("code", equalTo("report.not-found"));
        as(CITY_COORDINATOR)
                .get("/api/v1/reports?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items", hasSize(0));
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);

        as(CITY_MACHINE).get(path()).then().statusCode(200).body("allowedActions", empty());
        as(CITY_COORDINATOR).get(path()).then().statusCode(200).body("allowedActions", contains("accept", "return"));
        as(CITY_COORDINATOR)
                .get("/api/v1/reports?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items.id", contains(report))
                .body("items[0].figures", equalTo(null));
        as(OTHER_LEADER).get(path()).then().statusCode(404);
        as(OTHER_LEADER).get(path() + "/history").then().statusCode(404);
        given().get(path()).then().statusCode(401);
    }

    @Test
    void eachStepNeedsItsRoleAndSide() {
        post(CLERK, "prefill", 403, "caller.role-missing");
        Scenario.step(SPECIALIST, report, "prefill");
        post(LEADER, "submit", 403, "caller.role-missing");
        Scenario.step(SPECIALIST, report, "submit");
        post(CULTURE_HEAD, "approve", 403, "caller.role-missing");
        post(OTHER_LEADER, "approve", 404, "report.not-found");
        Scenario.step(LEADER, report, "approve");
        post(SPECIALIST, "send", 403, "caller.role-missing");
        Scenario.step(CULTURE_HEAD, report, "send");
        post(LEADER, "accept", 403, "report.other-side");
        post(CITY_LEADER, "accept", 403, "caller.role-missing");
        post(CITY_COORDINATOR, "submit", 403, "report.other-side");
        Scenario.step(CITY_COORDINATOR, report, "accept");
    }

    @Test
    void stepOutOfTurnSaysWhatIsPossibleInstead() {
        as(LEADER)
                .post(path() + "/approve")
                .then()
                .statusCode(409)
                .body("code", equalTo("report.not-in-state"))
                .body("state", equalTo("REQUESTED"))
                .body("allowedActions.action", contains("prefill", "edit"))
                .body("allowedActions[0].roles", contains("SPECIALIST"));
        Scenario.approved(report, SPECIALIST, LEADER);
        as(SPECIALIST)
                .body(Map.of("narrative", List.of("sửa lén")))
                .put(path())
                .then()
                .statusCode(409)
                .body("allowedActions.action", contains("send"));
    }

    @Test
    void returnNamesTheFigureAndTheAnswerIsANewVersion() {
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);
        String figure = as(CITY_COORDINATOR).get(path()).path("figures[0].figureId");

        as(CITY_COORDINATOR)
                .body(Map.of("reason", " "))
                .post(path() + "/return")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/reason"));
        as(CITY_COORDINATOR)
                .body(Map.of("reason", "Sai", "figureId", UUID.randomUUID()))
                .post(path() + "/return")
                .then()
                .statusCode(404)
                .body("code", equalTo("figure.not-found"));
        as(CITY_COORDINATOR)
                .body(Map.of("reason", "Mẫu số không khớp dân số", "figureId", figure))
                .post(path() + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("RETURNED"))
                .body("returnedFigureId", equalTo(figure));
        var told = Topics.awaitEvent(
                ReportReturned.class, event -> event.reportId().toString().equals(report));
        assertThat(told.figureId()).hasToString(figure);
        assertThat(told.reason()).isEqualTo("Mẫu số không khớp dân số");

        it.ratioFigure(SPECIALIST, it.ratio(), 10, 200);
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);
        as(CITY_COORDINATOR)
                .get(path())
                .then()
                .statusCode(200)
                .body("version", equalTo(2))
                .body("late", equalTo(false))
                .body("figures[0].value", equalTo(5));
        as(SPECIALIST)
                .get(path() + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        contains(
                                "prefill", "submit", "approve", "send", "return", "prefill", "submit", "approve",
                                "send"))
                .body("items.reason", hasItem("Mẫu số không khớp dân số"));
    }

    @Test
    void leaderMaySendTheDraftBack() {
        Scenario.step(SPECIALIST, report, "prefill");
        Scenario.step(SPECIALIST, report, "submit");

        as(LEADER)
                .body(Map.of("reason", "Bổ sung minh chứng"))
                .post(path() + "/return")
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFTING"))
                .body("version", equalTo(1));
    }

    @Test
    void specialistWritesAndChoosesFigures() {
        String key = as(SPECIALIST).get(path()).path("figures[2].matchingKey");
        String figure = as(SPECIALIST).get(path()).path("figures[0].figureId");
        var count = it.countFigure(SPECIALIST, it.count(), 4);

        as(SPECIALIST)
                .body(Map.of(
                        "narrative", List.of("x"), "figures", List.of(Map.of("matchingKey", key, "figureId", count))))
                .put(path())
                .then()
                .statusCode(400) // another unit
                .body("errors.pointer", contains("/figures/0"));
        as(SPECIALIST)
                .body(Map.of(
                        "narrative", List.of("Dòng một", "Dòng hai\nDòng ba"),
                        "figures", List.of(Map.of("matchingKey", key, "figureId", figure))))
                .put(path())
                .then()
                .statusCode(200)
                .body("narrative", contains("Dòng một", "Dòng hai", "Dòng ba"))
                .body("figures[2].figureId", equalTo(figure))
                .body("figures[2].state", equalTo("REPORTED"));
        as(SPECIALIST)
                .post(path() + "/prefill")
                .then()
                .statusCode(200)
                .body("narrative", hasItem("Dòng hai")); // what a person wrote stays
        as(SPECIALIST)
                .body(Map.of("replaceNarrative", true))
                .post(path() + "/prefill")
                .then()
                .statusCode(200)
                .body("narrative", not(hasItem("Dòng hai")));
    }

    @Test
    void reportWithoutAnyFigureNeedsAReason() {
        var other = Scenario.reportOf(OTHER_SPECIALIST, round);
        Scenario.step(OTHER_SPECIALIST, other, "prefill");
        as(OTHER_SPECIALIST)
                .post("/api/v1/reports/" + other + "/submit")
                .then()
                .statusCode(409)
                .body("code", equalTo("report.nothing-reported"));
        as(OTHER_SPECIALIST)
                .body(Map.of("narrative", List.of("Không phát sinh"), "nilReason", "Trong kỳ không phát sinh"))
                .put("/api/v1/reports/" + other)
                .then()
                .statusCode(200);
        Scenario.step(OTHER_SPECIALIST, other, "submit");
    }

    @Test
    void unchangedReportAnswersNotModifiedAndAStaleChangeIsRefused() {
        var first = as(SPECIALIST).get(path()).header("ETag");
        as(SPECIALIST)
                .header("If-None-Match", first)
                .get(path())
                .then()
                .statusCode(304)
                .header("ETag", equalTo(first));
        as(SPECIALIST)
                .header("If-Match", first)
                .post(path() + "/prefill")
                .then()
                .statusCode(200);

        as(SPECIALIST).header("If-None-Match", first).get(path()).then().statusCode(200);
        as(SPECIALIST)
                .header("If-Match", first)
                .body(Map.of("narrative", List.of("muộn")))
                .put(path())
                .then()
                .statusCode(412)
                .body("code", equalTo("resource.changed-meanwhile"))
                .body("current.id", equalTo(report));
        var list = as(SPECIALIST).get("/api/v1/reports?roundId=" + round);
        as(SPECIALIST)
                .header("If-None-Match", list.header("ETag"))
                .get("/api/v1/reports?roundId=" + round)
                .then()
                .statusCode(304);
    }

    private String path() {
        return "/api/v1/reports/" + report;
    }

    private void post(Person person, String verb, int status, String code) {
        as(person).post(path() + "/" + verb).then().statusCode(status).body("code", equalTo(code));
    }
}
