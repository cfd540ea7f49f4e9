package vn.lantoa.reporting.round;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.CITY_COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.CITY_LEADER;
import static vn.lantoa.testkit.TestDirectory.CLERK;
import static vn.lantoa.testkit.TestDirectory.COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.FRONT_HEAD;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RoundResourceTest {

    private static final String PATH = "/api/v1/report-rounds";

    @Inject
    MovableClock clock;

    @Test
    void obligationTellsPeriodDueDayAndIndicators() {
        var it = new Scenario().promulgated();

        as(CITY_COORDINATOR)
                .body(Map.of(
                        "obligationId", it.plan.reportObligations().getFirst().obligationId(), "title", it.title))
                .post(PATH)
                .then()
                .statusCode(201)
                .header("Location", notNullValue())
                .body("period", equalTo("6 tháng cuối năm 2026"))
                .body("periodStart", equalTo("2026-06-15"))
                .body("periodEnd", equalTo("2026-12-14"))
                .body("dueOn", equalTo("2026-12-19"))
                .body("legalEnd", equalTo("2026-12-21"))
                .body("indicators", hasSize(3))
                .body("expected", equalTo(2));
    }

    @Test
    void dutyTellsItsOwnPeriod() {
        var it = new Scenario().promulgated();
        String duty = as(CITY_COORDINATOR)
                .get("/api/v1/report-obligations/"
                        + it.plan.reportObligations().getFirst().obligationId())
                .path("duties.find { it.dueOn == '2027-06-20' }.id");

        as(CITY_COORDINATOR)
                .body(Map.of("dutyId", duty, "title", it.title))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("dutyId", equalTo(duty))
                .body("period", equalTo("6 tháng đầu năm 2027"));
    }

    @Test
    void roundWithoutPlanGivesEachCommuneAnIndicatorToRecordFor() {
        var name = "Số tổ công nghệ số cộng đồng " + UUID.randomUUID();
        String round = as(CITY_COORDINATOR)
                .body(Map.of(
                        "title", name,
                        "indicators", List.of(Map.of("name", name, "unit", "tổ")),
                        "periodStart", "2026-10-01",
                        "periodEnd", "2026-12-31",
                        "dueOn", "2027-01-10"))
                .post(PATH)
                .then()
                .statusCode(201)
                .body("period", equalTo("quý IV năm 2026"))
                .extract()
                .path("id");

        String indicator = as(SPECIALIST)
                .get("/api/v1/reports/" + Scenario.reportOf(SPECIALIST, round))
                .then()
                .statusCode(200)
                .body("figures.state", contains("MISSING"))
                .extract()
                .path("figures[0].indicatorId");
        as(SPECIALIST)
                .get("/api/v1/indicators/" + indicator)
                .then()
                .statusCode(200)
                .body("origin", equalTo("ROUND"))
                .body("name", equalTo(name));
    }

    @Test
    void incompleteRoundIsRefusedByPointer() {
        as(CITY_COORDINATOR)
                .body(Map.of("title", "Thiếu"))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/periodStart", "/periodEnd", "/dueOn", "/indicators"));
        var it = new Scenario().promulgated();
        as(CITY_COORDINATOR) // a report on demand has no duty that tells the period
                .body(Map.of(
                        "obligationId", it.plan.reportObligations().getLast().obligationId()))
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/periodStart", "/periodEnd", "/dueOn"));
    }

    @Test
    void onlyTheReceiversCoordinatorOpens() {
        var it = new Scenario().promulgated();
        var body = Map.of("obligationId", it.plan.reportObligations().getFirst().obligationId(), "title", it.title);

        as(CITY_LEADER).body(body).post(PATH).then().statusCode(403).body("code", equalTo("caller.role-missing"));
        as(COORDINATOR) // of the commune that owes the report
                .body(body)
                .post(PATH)
                .then()
                .statusCode(404)
                .body("code", equalTo("obligation.not-found"));
        as(COORDINATOR)
                .body(Map.of(
                        "title", it.title,
                        "indicators", List.of(Map.of("name", "Số buổi", "unit", "buổi")),
                        "periodStart", "2026-10-01",
                        "periodEnd", "2026-12-31",
                        "dueOn", "2027-01-10"))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("round.nobody-to-ask"));
    }

    @Test
    void sameRoundTwiceNamesTheFirst() {
        var it = new Scenario().promulgated();
        var round = it.openedRound();

        as(CITY_COORDINATOR)
                .body(Map.of(
                        "obligationId", it.plan.reportObligations().getFirst().obligationId(), "title", it.title))
                .post(PATH)
                .then()
                .statusCode(409)
                .body("code", equalTo("round.already-open"))
                .body("roundId", equalTo(round));
    }

    @Test
    void dutiesOfTwoPlansOpenARoundEachUnderTheSameTitle() {
        var first = new Scenario().promulgated();
        var second = new Scenario().promulgated();

        for (var it : List.of(first, second)) {
            as(CITY_COORDINATOR)
                    .body(Map.of(
                            "obligationId",
                            it.plan.reportObligations().getFirst().obligationId(),
                            "title",
                            first.title))
                    .post(PATH)
                    .then()
                    .statusCode(201);
        }
    }

    @Test
    void silenceAfterTheLegalEndIsOverdueAndAReportSentThenIsLate() {
        var name = "Số buổi tập huấn " + UUID.randomUUID();
        String round = as(CITY_COORDINATOR)
                .body(Map.of(
                        "title", name,
                        "indicators", List.of(Map.of("name", name, "unit", "buổi")),
                        "periodStart", "2026-10-01",
                        "periodEnd", "2026-10-31",
                        "dueOn", "2026-11-21")) // a Saturday: in time until Monday the 23rd, which is today
                .post(PATH)
                .then()
                .statusCode(201)
                .body("legalEnd", equalTo("2026-11-23"))
                .extract()
                .path("id");
        as(CITY_COORDINATOR).get(PATH + "/" + round + "/matrix").then().body("overdue", equalTo(0));
        var report = Scenario.reportOf(SPECIALIST, round);
        as(SPECIALIST)
                .body(Map.of("narrative", List.of("Không phát sinh"), "nilReason", "Trong tháng không tổ chức"))
                .put("/api/v1/reports/" + report)
                .then()
                .statusCode(200);
        Scenario.step(SPECIALIST, report, "submit");
        Scenario.step(LEADER, report, "approve");

        clock.moveTo(OffsetDateTime.parse("2026-11-25T08:00:00+07:00").toInstant());
        try {
            as(CITY_COORDINATOR).get(PATH + "/" + round + "/matrix").then().body("overdue", equalTo(2));
            Scenario.step(CLERK, report, "send");
            as(CITY_COORDINATOR)
                    .get(PATH + "/" + round + "/matrix")
                    .then()
                    .body("overdue", equalTo(1))
                    .body("late", equalTo(1))
                    .body("items.find { it.organizationName == 'Xã Một' }.late", equalTo(true));
        } finally {
            clock.moveTo(OffsetDateTime.parse("2026-11-23T08:00:00+07:00").toInstant());
        }
    }

    @Test
    void matrixShowsWhoHasSentToTheCollectorOnly() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        var round = it.openedRound();
        Scenario.sent(Scenario.reportOf(SPECIALIST, round), SPECIALIST, LEADER, CLERK);

        as(CITY_COORDINATOR)
                .get(PATH + "/" + round + "/matrix")
                .then()
                .statusCode(200)
                .body("expected", equalTo(2))
                .body("sent", equalTo(1))
                .body("late", equalTo(0))
                .body("overdue", equalTo(0))
                .body("items.find { it.organizationName == 'Xã Một' }.state", equalTo("SENT"))
                .body("items.find { it.organizationName == 'Xã Hai' }.state", equalTo("REQUESTED"));
        as(SPECIALIST).get(PATH + "/" + round).then().statusCode(200).body("links", equalTo(null));
        as(SPECIALIST).get(PATH + "/" + round + "/matrix").then().statusCode(404);
        as(FRONT_HEAD).get(PATH + "/" + round).then().statusCode(404).body("code", equalTo("round.not-found"));
        as(SPECIALIST).get(PATH + "?limit=200").then().statusCode(200).body("items.id", hasItem(round));
        as(FRONT_HEAD).get(PATH).then().statusCode(200).body("items", hasSize(0));
    }
}
