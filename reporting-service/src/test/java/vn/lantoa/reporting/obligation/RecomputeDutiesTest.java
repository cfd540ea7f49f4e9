package vn.lantoa.reporting.obligation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.reporting.Scenario.as;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.reporting.Scenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RecomputeDutiesTest {

    @Test
    void newHolidayOfTheCollectorMovesItsOpenRounds() {
        var it = new Scenario().promulgated();
        String round = as(TestDirectory.CITY_COORDINATOR)
                .body(Map.of(
                        "obligationId", it.plan.reportObligations().getFirst().obligationId(),
                        "title", it.title,
                        "periodStart", "2027-12-15",
                        "periodEnd", "2028-06-14",
                        "dueOn", "2028-06-20")) // a Tuesday
                .post("/api/v1/report-rounds")
                .then()
                .statusCode(201)
                .body("legalEnd", equalTo("2028-06-20"))
                .extract()
                .path("id");

        Topics.send(new CalendarRecorded(
                TestDirectory.CITY.id(),
                2028,
                "city-2028-" + it.mark,
                List.of(new CalendarRecorded.Day(
                        LocalDate.of(2028, 6, 20),
                        CalendarRecorded.DayKind.HOLIDAY,
                        "Ngày nghỉ thử",
                        "Quyết định thử"))));

        await().untilAsserted(() -> as(TestDirectory.CITY_COORDINATOR)
                .get("/api/v1/report-rounds/" + round)
                .then()
                .body("legalEnd", equalTo("2028-06-21")));
    }

    @Test
    void newHolidayMovesTheOpenDutiesItConcernsAndTellsThemAgain() {
        var it = new Scenario().promulgated();
        var obligation = it.plan.reportObligations().getFirst().obligationId();
        var lastDay = LocalDate.of(2029, 6, 19); // a Tuesday

        Topics.send(new CalendarRecorded(
                TestDirectory.COMMUNE.id(),
                2029,
                "xa-mot-2029-" + it.mark,
                List.of(new CalendarRecorded.Day(
                        lastDay, CalendarRecorded.DayKind.HOLIDAY, "Ngày nghỉ thử", "Quyết định thử"))));

        var moved = Topics.awaitEvent(
                ReportDutyScheduled.class,
                duty -> duty.obligationId().equals(obligation)
                        && duty.deadline().calendarVersion().contains(it.mark));
        assertThat(moved.deadline().lastDay()).isEqualTo(lastDay);
        assertThat(moved.deadline().lastSafeDay()).isEqualTo("2029-06-18");
        assertThat(moved.deadline().legalEnd()).isEqualTo("2029-06-20");
        await().untilAsserted(() -> as(SPECIALIST)
                .get("/api/v1/report-obligations/" + obligation)
                .then()
                .statusCode(200)
                .body("duties.find { it.dueOn == '2029-06-20' }.legalEnd", equalTo("2029-06-20")));
        assertThat(Topics.events("reports", ReportDutyScheduled.class))
                .as("duties whose dates did not move are not told again")
                .filteredOn(duty -> duty.obligationId().equals(obligation)
                        && duty.deadline().calendarVersion().contains(it.mark))
                .hasSize(1);
    }
}
