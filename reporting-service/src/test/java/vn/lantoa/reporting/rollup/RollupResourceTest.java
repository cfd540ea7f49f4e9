package vn.lantoa.reporting.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.CITY_COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.CITY_MACHINE;
import static vn.lantoa.testkit.TestDirectory.CLERK;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_CLERK;
import static vn.lantoa.testkit.TestDirectory.OTHER_LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_SPECIALIST;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RollupResourceTest {

    @Test
    void missingCommuneIsNamedAndNotTakenForZero() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 300, 1_000);
        var round = it.openedRound();
        accepted(Scenario.reportOf(SPECIALIST, round));

        as(CITY_COORDINATOR)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items[0].value", equalTo(30))
                .body("items[0].coverage.reported", equalTo(1))
                .body("items[0].coverage.expected", equalTo(2))
                .body("items[0].coverage.populationShare", equalTo(0.2857f)) // 12,000 of 42,000
                .body("items[0].coverage.missing", hasSize(1))
                .body("items[0].coverage.missing[0].organizationName", equalTo("Xã Hai"))
                .body("items[0].coverage.missing[0].state", equalTo("NOT_RECEIVED"))
                .body("items[1].value", equalTo(null))
                .body("items[1].states.MISSING", equalTo(1))
                .body("items[1].states.NOT_RECEIVED", equalTo(1));
    }

    @Test
    void notApplicableStaysApartFromMissing() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        as(OTHER_SPECIALIST)
                .body(Map.of(
                        "indicatorId", it.otherRatio(),
                        "periodStart", Scenario.PERIOD_START.toString(),
                        "periodEnd", Scenario.PERIOD_END.toString(),
                        "state", "NOT_APPLICABLE",
                        "explanation", "Xã chưa có tổ công nghệ số"))
                .put("/api/v1/figures")
                .then()
                .statusCode(201);
        it.countFigure(OTHER_SPECIALIST, it.otherCount(), 3);
        var round = it.openedRound();
        accepted(Scenario.reportOf(SPECIALIST, round));
        var other = Scenario.reportOf(OTHER_SPECIALIST, round);
        Scenario.sent(other, OTHER_SPECIALIST, OTHER_LEADER, OTHER_CLERK);
        Scenario.step(CITY_COORDINATOR, other, "accept");

        as(CITY_COORDINATOR)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items[0].value", equalTo(50))
                .body("items[0].states.REPORTED", equalTo(1))
                .body("items[0].states.NOT_APPLICABLE", equalTo(1));
    }

    @Test
    void runningTotalsAndPeriodFiguresAreNotMixed() {
        var it = new Scenario().promulgated();
        it.countFigure(SPECIALIST, it.count(), 4);
        as(OTHER_SPECIALIST)
                .body(Map.of(
                        "indicatorId",
                        it.otherCount(),
                        "periodStart",
                        Scenario.PERIOD_START.toString(),
                        "periodEnd",
                        Scenario.PERIOD_END.toString(),
                        "value",
                        40,
                        "cumulative",
                        true,
                        "source",
                        "Sổ theo dõi"))
                .put("/api/v1/figures")
                .then()
                .statusCode(201);
        var round = it.openedRound();
        accepted(Scenario.reportOf(SPECIALIST, round));
        var other = Scenario.reportOf(OTHER_SPECIALIST, round);
        Scenario.sent(other, OTHER_SPECIALIST, OTHER_LEADER, OTHER_CLERK);
        Scenario.step(CITY_COORDINATOR, other, "accept");

        as(CITY_COORDINATOR)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items[1].basis", equalTo("MIXED"))
                .body("items[1].value", equalTo(null))
                .body("items[1].method", startsWith("Không cộng"));
    }

    @Test
    void communeAskedInTwoRoundsCountsOnce() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 4);
        accepted(Scenario.reportOf(SPECIALIST, it.openedRound()));
        String second = as(CITY_COORDINATOR)
                .body(Map.of(
                        "obligationId",
                        it.plan.reportObligations().getFirst().obligationId(),
                        "title",
                        it.title + " lần hai"))
                .post("/api/v1/report-rounds")
                .path("id");
        accepted(Scenario.reportOf(SPECIALIST, second));
        String key = as(SPECIALIST).get("/api/v1/indicators/" + it.ratio()).path("matchingKey");

        as(CITY_COORDINATOR)
                .queryParam("indicatorKey", key)
                .queryParam("periodStart", "2026-06-15")
                .queryParam("periodEnd", "2026-12-14")
                .get("/api/v1/rollups")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].numerator", equalTo(1))
                .body("items[0].denominator", equalTo(4))
                .body("items[0].coverage.expected", equalTo(2));
    }

    @Test
    void returnedReportLeavesTheRollUp() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        var round = it.openedRound();
        var report = Scenario.reportOf(SPECIALIST, round);
        accepted(report);
        as(CITY_COORDINATOR)
                .body(Map.of("reason", "Số liệu trùng"))
                .post("/api/v1/reports/" + report + "/return")
                .then()
                .statusCode(200);

        as(CITY_COORDINATOR)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items[0].value", equalTo(null))
                .body("items[0].coverage.reported", equalTo(0));
    }

    @Test
    void rollUpIsOfferedAsCsvAndAnswersNotModified() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 3);
        var round = it.openedRound();
        accepted(Scenario.reportOf(SPECIALIST, round));

        var csv = as(CITY_MACHINE).accept("text/csv").get("/api/v1/rollups?roundId=" + round);
        csv.then().statusCode(200).contentType("text/csv").body(containsString(",%,33.3333,1,3,IN_PERIOD,1,2,0.2857,"));
        assertThat(csv.asString()).startsWith("\uFEFFindicator,unit,value").contains("Xã Hai (NOT_RECEIVED)");
        assertThat(as(CITY_MACHINE)
                        .get("/api/v1/rollups?format=csv&roundId=" + round)
                        .header("ETag"))
                .isEqualTo(csv.header("ETag"));
        var json = as(CITY_MACHINE).get("/api/v1/rollups?roundId=" + round);
        as(CITY_MACHINE)
                .header("If-None-Match", json.header("ETag"))
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(304);
    }

    @Test
    void onlyTheCollectorSeesIt() {
        var it = new Scenario().promulgated();
        var round = it.openedRound();

        as(LEADER)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(404)
                .body("code", equalTo("rollup.not-found"));
        as(CITY_COORDINATOR).get("/api/v1/rollups").then().statusCode(400).body("code", equalTo("rollup.unspecified"));
        as(CITY_COORDINATOR)
                .get("/api/v1/rollups?format=xml&roundId=" + round)
                .then()
                .statusCode(400);
    }

    private static void accepted(String report) {
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);
        Scenario.step(CITY_COORDINATOR, report, "accept");
    }
}
