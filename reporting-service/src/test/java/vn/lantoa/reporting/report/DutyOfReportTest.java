package vn.lantoa.reporting.report;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.reporting.Scenario.as;
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
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.ReportSent;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Topics;

/** Two plans oblige both communes to report on the same period: two duties, two rounds, two reports each. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class DutyOfReportTest {

    @Test
    void eachDutyHasTheReportOfItsOwnRound() {
        var first = new Scenario().promulgated();
        var second = new Scenario().promulgated();
        var duty = duty(SPECIALIST, first.plan);
        var nextDuty = duty(SPECIALIST, second.plan);
        var nextReport = Scenario.reportOf(SPECIALIST, opened(nextDuty, second));
        var report = Scenario.reportOf(SPECIALIST, opened(duty, first));

        assertThat(shown(SPECIALIST, first.plan)).isEqualTo(report);
        assertThat(shown(SPECIALIST, second.plan)).isEqualTo(nextReport);

        first.ratioFigure(SPECIALIST, first.ratio(), 1, 2);
        second.ratioFigure(SPECIALIST, second.ratio(), 1, 2);
        Scenario.sent(nextReport, SPECIALIST, LEADER, CLERK);
        Scenario.sent(report, SPECIALIST, LEADER, CLERK);

        assertThat(fulfilled(nextReport)).isEqualTo(nextDuty);
        assertThat(fulfilled(report)).isEqualTo(duty);
        assertThat(shown(SPECIALIST, first.plan)).isEqualTo(report);
        assertThat(shown(SPECIALIST, second.plan)).isEqualTo(nextReport);
    }

    @Test
    void reportsOfAnothersRoundsFulfilOneDutyEach() {
        var first = new Scenario().promulgated();
        var second = new Scenario().promulgated();
        var report = Scenario.reportOf(OTHER_SPECIALIST, opened(duty(SPECIALIST, first.plan), first));
        var nextReport = Scenario.reportOf(OTHER_SPECIALIST, opened(duty(SPECIALIST, second.plan), second));

        first.ratioFigure(OTHER_SPECIALIST, first.otherRatio(), 1, 2);
        second.ratioFigure(OTHER_SPECIALIST, second.otherRatio(), 1, 2);
        Scenario.sent(report, OTHER_SPECIALIST, OTHER_LEADER, OTHER_CLERK);
        Scenario.sent(nextReport, OTHER_SPECIALIST, OTHER_LEADER, OTHER_CLERK);

        assertThat(fulfilled(report)).isNotEqualTo(fulfilled(nextReport));
    }

    private static String opened(String duty, Scenario it) {
        return as(TestDirectory.CITY_COORDINATOR)
                .body(Map.of("dutyId", duty, "title", it.title))
                .post("/api/v1/report-rounds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String duty(Person person, PlanPromulgated plan) {
        return ofPeriod(person, plan, "id");
    }

    private static String shown(Person person, PlanPromulgated plan) {
        return ofPeriod(person, plan, "reportId");
    }

    private static String ofPeriod(Person person, PlanPromulgated plan, String field) {
        return as(person)
                .get("/api/v1/report-obligations/"
                        + plan.reportObligations().getFirst().obligationId())
                .then()
                .statusCode(200)
                .extract()
                .path("duties.find { it.periodEnd == '" + Scenario.PERIOD_END + "' }." + field);
    }

    private static String fulfilled(String report) {
        return String.valueOf(Topics.awaitEvent(
                        ReportSent.class, event -> event.reportId().toString().equals(report))
                .dutyId());
    }
}
