package vn.lantoa.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
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
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ExportResourceTest {

    @Inject
    ReportExport export;

    private Scenario it;
    private String round;

    @BeforeEach
    void oneReportIsSent() {
        it = new Scenario().promulgated();
        as(SPECIALIST)
                .body(Map.of(
                        "indicatorId",
                        it.ratio(),
                        "periodStart",
                        Scenario.PERIOD_START.toString(),
                        "periodEnd",
                        Scenario.PERIOD_END.toString(),
                        "numerator",
                        1,
                        "denominator",
                        2,
                        "source",
                        "=HYPERLINK(\"http://x\")"))
                .put("/api/v1/figures")
                .then()
                .statusCode(201);
        it.ratioFigure(OTHER_SPECIALIST, it.otherRatio(), 3, 4);
        round = it.openedRound();
        Scenario.sent(Scenario.reportOf(SPECIALIST, round), SPECIALIST, LEADER, CLERK);
    }

    @Test
    void jsonHoldsTheRoundItsReportsAndWhoIsMissing() {
        as(CITY_MACHINE)
                .get(path("json"))
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("round.expected", equalTo(2))
                .body("round.missing.organizationName", contains("Xã Hai"))
                .body("items", hasSize(1))
                .body("items[0].organizationName", equalTo("Xã Một"))
                .body("items[0].figures", hasSize(3))
                .body("items[0].figures.state", contains("REPORTED", "MISSING", "NOT_YET_DUE"));
    }

    @Test
    void ndjsonHasOneReportPerLine() {
        sendTheOther();

        var answer = as(CITY_MACHINE).get(path("ndjson"));

        answer.then().statusCode(200).contentType("application/x-ndjson");
        var lines = answer.asString().lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines).allSatisfy(line -> assertThat(JsonPath.from(line).getString("state"))
                .isEqualTo("SENT"));
    }

    @Test
    void csvHasOneFigurePerLineAndNoFormula() {
        var answer = as(CITY_MACHINE).get(path("csv"));

        answer.then().statusCode(200);
        assertThat(answer.contentType()).isEqualToIgnoringCase("text/csv; charset=UTF-8");
        assertThat(answer.header("Content-Disposition")).contains("bao-cao-2026-12-14.csv");
        var lines = answer.asString().split("\r\n");
        assertThat(lines).hasSize(4);
        assertThat(lines[0]).startsWith("\uFEFForganization,administrativeCode,reportState");
        assertThat(lines[1])
                .startsWith("Xã Một,")
                .contains("\"'=HYPERLINK(\"\"http://x\"\")\"")
                .contains(",1,2,50,");
    }

    @Test
    void tagChangesWithTheContentAndOnlyThen() {
        for (var format : new String[] {"json", "ndjson", "csv"}) {
            var tag = as(CITY_MACHINE).get(path(format)).header("ETag");
            as(CITY_MACHINE)
                    .header("If-None-Match", tag)
                    .get(path(format))
                    .then()
                    .statusCode(304);
        }
        var before = as(CITY_MACHINE).get(path("json")).header("ETag");
        Scenario.step(OTHER_SPECIALIST, Scenario.reportOf(OTHER_SPECIALIST, round), "prefill"); // not seen outside
        as(CITY_MACHINE)
                .header("If-None-Match", before)
                .get(path("json"))
                .then()
                .statusCode(304);

        sendTheOther();

        as(CITY_MACHINE)
                .header("If-None-Match", before)
                .get(path("json"))
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @Test
    void reportSentAfterTheTagWasMadeIsNotAlsoMissing() throws IOException {
        var announced =
                export.round(TestDirectory.CITY.id(), UUID.fromString(round)).orElseThrow();
        sendTheOther();
        var out = new ByteArrayOutputStream();
        export.write(TestDirectory.CITY.id(), announced.roundId(), ReportExport.Format.JSON, out);

        var json = JsonPath.from(out.toString(StandardCharsets.UTF_8));
        assertThat(json.getList("items")).hasSize(2);
        assertThat(json.getList("round.missing")).isEmpty();
    }

    @Test
    void onlyTheCollectorPulls() {
        as(LEADER).get(path("json")).then().statusCode(404).body("code", equalTo("round.not-found"));
        as(CITY_COORDINATOR).get(path("json")).then().statusCode(200);
        as(CITY_COORDINATOR).get("/api/v1/exports/reports").then().statusCode(400);
        as(CITY_COORDINATOR).get(path("xml")).then().statusCode(400).body("code", equalTo("request.invalid"));
    }

    private void sendTheOther() {
        var other = Scenario.reportOf(OTHER_SPECIALIST, round);
        Scenario.sent(other, OTHER_SPECIALIST, OTHER_LEADER, OTHER_CLERK);
    }

    private String path(String format) {
        return "/api/v1/exports/reports?format=" + format + "&roundId=" + round;
    }
}
