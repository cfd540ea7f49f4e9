package vn.lantoa.reporting.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.CITY_COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.OTHER_SPECIALIST;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.GoldenExamples;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanConsumerTest {

    @Inject
    Jdbi db;

    @Test
    void goldenPlanBecomesIndicatorsObligationsAndDutiesOnceHoweverOftenItComes() {
        var envelope = GoldenExamples.envelope("plan.promulgated.v1");
        var plan = GoldenExamples.event("plan.promulgated.v1", PlanPromulgated.class);
        Topics.send("plans", plan.planId().toString(), envelope);
        Topics.send("plans", plan.planId().toString(), envelope); // a redelivery
        Topics.send(plan); // the same content under another event id
        var after = new Scenario().promulgated(); // has been consumed after them when it is known

        assertThat(after.ratio()).isNotNull();
        await().untilAsserted(
                        () -> assertThat(count("indicator", plan.planId())).isEqualTo(2));
        assertThat(count("report_obligation", plan.planId())).isEqualTo(2);
        var duties = db.withHandle(handle -> handle.createQuery("""
                        select count(*) from report_duty join report_obligation using (obligation_id) where plan_id = :plan""")
                .bind("plan", plan.planId())
                .mapTo(Integer.class)
                .one());
        assertThat(duties).isEqualTo(9); // 14/12/2026, then two a year until 14/12/2030
        Topics.awaitEvent(ReportDutyScheduled.class, it -> it.planId().equals(plan.planId()));
        await().untilAsserted(() -> assertThat(Topics.events("reports", ReportDutyScheduled.class))
                .filteredOn(it -> it.planId().equals(plan.planId()))
                .hasSize(9));
    }

    @Test
    void dutiesOfThePastAreKeptAndToldToNobody() {
        var it = new Scenario().promulgated();
        var obligation = it.plan.reportObligations().getFirst().obligationId();

        as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation)
                .then()
                .statusCode(200)
                .body("duties", hasSize(10))
                .body("duties[0].period", equalTo("6 tháng đầu năm 2026"))
                .body("duties[0].past", equalTo(true))
                .body("duties[1].lastDay", equalTo("2026-12-19"))
                .body("duties[1].lastSafeDay", equalTo("2026-12-18")) // the 19th is a Saturday
                .body("duties[1].legalEnd", equalTo("2026-12-21"))
                .body("duties[1].past", equalTo(false));
        Topics.awaitEvent(
                ReportDutyScheduled.class,
                duty -> duty.obligationId().equals(obligation)
                        && duty.periodEnd().getYear() == 2030);
        assertThat(Topics.events("reports", ReportDutyScheduled.class))
                .filteredOn(duty -> duty.obligationId().equals(obligation))
                .hasSizeLessThanOrEqualTo(9)
                .noneMatch(duty -> duty.deadline().legalEnd().isBefore(LocalDate.of(2026, 11, 23)));
    }

    @Test
    void obligationIsSeenByThoseWhoOweAndThoseWhoReceive() {
        var it = new Scenario().promulgated();
        var path = "/api/v1/report-obligations?planId=" + it.plan.planId();

        as(SPECIALIST).get(path).then().statusCode(200).body("items", hasSize(2));
        as(CITY_COORDINATOR)
                .get(path)
                .then()
                .statusCode(200)
                .body("items.organizationName", everyItem(equalTo("Xã Một")));
        as(OTHER_SPECIALIST).get(path).then().statusCode(200).body("items", hasSize(0));
        as(OTHER_SPECIALIST)
                .get("/api/v1/report-obligations/"
                        + it.plan.reportObligations().getFirst().obligationId())
                .then()
                .statusCode(404)
                .body("code", equalTo("obligation.not-found"));
    }

    @Test
    void viewOfAYearHasItsOwnTargetsOnly() {
        var it = new Scenario().promulgated();
        var path = "/api/v1/indicators?planId=" + it.plan.planId();

        as(SPECIALIST).get(path).then().statusCode(200).body("items", hasSize(3));
        as(SPECIALIST)
                .get(path + "&year=2027")
                .then()
                .statusCode(200)
                .body("items.id", contains(it.ratio().toString()))
                .body("items[0].targets", hasSize(1))
                .body("items[0].targets[0].value", equalTo(30));
        as(OTHER_SPECIALIST)
                .get("/api/v1/indicators/" + it.ratio())
                .then()
                .statusCode(404)
                .body("code", equalTo("indicator.not-found"));
        as(SPECIALIST).get(path + "&year=27").then().statusCode(400).body("code", equalTo("request.invalid"));
    }

    @Test
    void listsGoOnWhereThePageEnds() {
        var it = new Scenario().promulgated();

        String next = as(SPECIALIST)
                .get("/api/v1/indicators?limit=2&planId=" + it.plan.planId())
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .extract()
                .path("next");
        as(SPECIALIST)
                .urlEncodingEnabled(false)
                .get(next)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", equalTo(null));
        as(SPECIALIST)
                .get("/api/v1/indicators?cursor=nonsense")
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    @Test
    void madeUpCursorsAreRefused() {
        for (var list : List.of("indicators", "report-obligations", "report-rounds", "reports")) {
            as(SPECIALIST)
                    .get("/api/v1/" + list + "?cursor=" + Cursor.of(list, "made-up"))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("cursor.invalid"));
        }
        for (var keys : new String[][] {{"2026-13-01", UUID.randomUUID().toString()}, {"2026-12-01", "made-up"}}) {
            as(SPECIALIST)
                    .get("/api/v1/figures?cursor=" + Cursor.of("figures", (Object[]) keys))
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("cursor.invalid"));
        }
    }

    @Test
    void poisonGoesToTheDeadLettersAndBlocksNobody() {
        var poison = "{\"poison\": \"" + UUID.randomUUID() + "\"}";
        var next = new Scenario();
        Topics.send("plans", next.plan.planId().toString(), poison);

        next.promulgated();

        Topics.awaitRecord(
                "plans.reporting-service.dead", record -> record.value().equals(poison));
    }

    private int count(String table, UUID plan) {
        return db.withHandle(handle -> handle.createQuery("select count(*) from " + table + " where plan_id = :plan")
                .bind("plan", plan)
                .mapTo(Integer.class)
                .one());
    }
}
