package vn.lantoa.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.ReportAccepted;
import vn.lantoa.events.ReportApproved;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportRoundOpened;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.TaskEvidenceAttached;
import vn.lantoa.events.TaskState;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;

/** The main way: from figures to the city's roll-up and the machine that pulls it. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ReportWayTest {

    @Test
    void figuresOfTwoUnequalCommunesBecomeOneFigureOfTheCity() {
        var it = new Scenario().promulgated();
        it.ratioFigure(SPECIALIST, it.ratio(), 900, 1_000);
        it.countFigure(SPECIALIST, it.count(), 0);
        it.ratioFigure(OTHER_SPECIALIST, it.otherRatio(), 100, 9_000);
        it.countFigure(OTHER_SPECIALIST, it.otherCount(), 12);
        var round = it.openedRound();
        var report = Scenario.reportOf(SPECIALIST, round);
        var otherReport = Scenario.reportOf(OTHER_SPECIALIST, round);

        as(SPECIALIST)
                .post("/api/v1/reports/" + report + "/prefill")
                .then()
                .statusCode(200)
                .body("state", equalTo("DRAFTING"))
                .body("figures.state", contains("REPORTED", "REPORTED", "NOT_YET_DUE"))
                .body("figures[0].value", equalTo(90))
                .body("narrative", hasItem(containsString("90% (900/1.000)")))
                .body("narrative", hasItem(containsString("0 buổi")))
                .body("allowedActions", containsInAnyOrder("prefill", "edit", "submit"));
        Scenario.step(SPECIALIST, report, "submit");
        Scenario.step(LEADER, report, "approve");
        Scenario.step(CLERK, report, "send");
        Scenario.sent(otherReport, OTHER_SPECIALIST, OTHER_LEADER, OTHER_CLERK);

        as(CITY_COORDINATOR)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items[0].value", equalTo(null))
                .body("items[0].coverage.reported", equalTo(0))
                .body("items[0].coverage.expected", equalTo(2));
        Scenario.step(CITY_COORDINATOR, report, "accept");
        Scenario.step(CITY_COORDINATOR, otherReport, "accept");

        as(CITY_MACHINE)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .statusCode(200)
                .body("items", hasSize(3))
                .body("items[0].value", equalTo(10)) // not 45.6, the mean of 90 % and 1.1 %
                .body("items[0].numerator", equalTo(1_000))
                .body("items[0].denominator", equalTo(10_000))
                .body("items[0].method", containsString("Tổng tử số chia tổng mẫu số"))
                .body("items[0].coverage.reported", equalTo(2))
                .body("items[0].coverage.populationShare", equalTo(1))
                .body("items[1].value", equalTo(12))
                .body("items[1].states.REPORTED", equalTo(2)) // zero is a value
                .body("items[2].states.NOT_YET_DUE", equalTo(2))
                .body("items[0].parts.report", hasItem("/api/v1/reports/" + report));

        var pulled = as(CITY_MACHINE).get("/api/v1/exports/reports?roundId=" + round);
        pulled.then().statusCode(200).body("items", hasSize(2)).body("items.state", contains("ACCEPTED", "ACCEPTED"));
        as(CITY_MACHINE)
                .header("If-None-Match", pulled.header("ETag"))
                .get("/api/v1/exports/reports?roundId=" + round)
                .then()
                .statusCode(304);
    }

    @Test
    void everyStepIsToldWithTheDutyThatItFulfils() {
        var it = new Scenario().promulgated();
        var duty = Topics.awaitEvent(
                ReportDutyScheduled.class,
                event -> event.planId().equals(it.plan.planId())
                        && event.periodEnd().equals(Scenario.PERIOD_END));
        assertThat(duty.period()).isEqualTo("6 tháng cuối năm 2026");
        it.ratioFigure(SPECIALIST, it.ratio(), 1, 2);
        var round = it.openedRound();
        var report = Scenario.reportOf(SPECIALIST, round);
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);
        Scenario.step(CITY_COORDINATOR, report, "accept");

        var opened = Topics.awaitEvent(
                ReportRoundOpened.class, event -> event.roundId().toString().equals(round));
        assertThat(opened.reportingOrganizationIds())
                .containsExactlyInAnyOrder(TestDirectory.COMMUNE.id(), TestDirectory.OTHER_COMMUNE.id());
        Topics.awaitEvent(
                ReportApproved.class, event -> event.reportId().toString().equals(report));
        var sent = Topics.awaitEvent(
                ReportSent.class, event -> event.reportId().toString().equals(report));
        assertThat(sent.dutyId()).isEqualTo(duty.dutyId());
        assertThat(sent.late()).isFalse();
        Topics.awaitEvent(
                ReportAccepted.class, event -> event.reportId().toString().equals(report));
    }

    @Test
    void figureOfTheCityLeadsToTheEvidenceInTwoMoreRequests() {
        var it = new Scenario().promulgated();
        var evidence = new TaskEvidenceAttached(
                UUID.randomUUID(),
                TestDirectory.COMMUNE.id(),
                TaskState.IN_PROGRESS,
                TaskState.IN_PROGRESS,
                UUID.randomUUID(),
                EvidenceChannel.GRASSROOTS_BROADCAST,
                "a".repeat(64),
                "nhật ký phát thanh.pdf",
                1_000,
                UUID.randomUUID());
        Topics.send(evidence);
        var figure = Map.of(
                "indicatorId", it.count(),
                "periodStart", Scenario.PERIOD_START.toString(),
                "periodEnd", Scenario.PERIOD_END.toString(),
                "value", 3,
                "source", "Nhật ký phát thanh",
                "evidenceIds", List.of(evidence.evidenceId()));
        await().untilAsserted(() ->
                as(SPECIALIST).body(figure).put("/api/v1/figures").then().body("evidence[0].known", equalTo(true)));
        var round = it.openedRound();
        var sent = Scenario.reportOf(SPECIALIST, round);
        Scenario.sent(sent, SPECIALIST, LEADER, CLERK);
        Scenario.step(CITY_COORDINATOR, sent, "accept");

        String report = as(CITY_COORDINATOR)
                .get("/api/v1/rollups?roundId=" + round)
                .then()
                .body("items[1].value", equalTo(3))
                .extract()
                .path("items[1].parts.find { it.state == 'REPORTED' }.report");
        as(CITY_COORDINATOR)
                .get(report)
                .then()
                .statusCode(200)
                .body("figures[1].source", equalTo("Nhật ký phát thanh"))
                .body("figures[1].evidence[0].fileName", equalTo("nhật ký phát thanh.pdf"))
                .body("figures[1].evidence[0].contentHash", equalTo("a".repeat(64)))
                .body("figures[1].evidence[0].task", equalTo("/api/v1/tasks/" + evidence.taskId()));
    }
}
