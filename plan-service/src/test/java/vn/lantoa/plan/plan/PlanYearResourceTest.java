package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** A year of a plan shows what it asks for in that year only. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanYearResourceTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void eachYearHasItsOwnTargetsTasksAndReports() {
        var id = PlanScenario.approved();
        PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", PlanNumbers.next(), "promulgatedOn", "2026-11-20"))
                .statusCode(200);

        year(id, 2026)
                .body("planStartsOn", equalTo("2026-11-20"))
                .body("planEndsOn", equalTo("2030-12-31"))
                .body("indicators", empty())
                .body("tasks.number", contains("1.2"));
        year(id, 2027)
                .body("indicators.size()", equalTo(1))
                .body("indicators[0].targets.year", contains(2027))
                .body("indicators[0].targets[0].value", equalTo(40))
                .body("tasks.number", contains("1.1", "1.2", "1.3"))
                .body("tasks.reason", contains("DUE", "CONTINUOUS", "DUE"))
                .body("tasks[0].lastDay", equalTo("2027-01-14"))
                .body("tasks[1].lastDay", nullValue())
                .body("tasks[2].lastDay", equalTo("2027-06-30"))
                .body("reports.dueOn", contains("2027-06-20", "2027-12-20"))
                .body("reports.bound", contains("BEFORE", "BEFORE"))
                .body("undatedTasks", empty());
        year(id, 2028).body("indicators", empty()).body("tasks.number", contains("1.2"));
        year(id, 2030)
                .body("indicators[0].targets.year", contains(2030))
                .body("indicators[0].targets[0].value", equalTo(80));
        year(id, 2032)
                .body("indicators", empty())
                .body("tasks", empty())
                .body("reports", empty())
                .body("undatedTasks", empty());
    }

    @Test
    void fixedDaysAreShownWithTheirDatesOfTheYear() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");
        PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of(
                        "schedule",
                        Map.of(
                                "kind",
                                "YEARLY_DAY",
                                "words",
                                "10/10 hằng năm",
                                "yearlyDays",
                                java.util.List.of(Map.of("monthDay", "10-10", "name", "Ngày Chuyển đổi số quốc gia")))))
                .patch("/api/v1/plans/" + id + "/tasks/" + draft.getString("tasks[0].id"))
                .then()
                .statusCode(200);

        year(id, 2029)
                .body("tasks.find { it.number == '1.1' }.reason", equalTo("YEARLY_DAYS"))
                .body("tasks.find { it.number == '1.1' }.days.day", contains("2029-10-10"))
                .body("tasks.find { it.number == '1.1' }.days.name", contains("Ngày Chuyển đổi số quốc gia"));
    }

    @Test
    void aYearIsANumberThatPlansReach() {
        var id = PlanScenario.draft().getString("id");

        for (var odd : new String[] {"1999", "2101", "-1", "99999999999", "x"}) {
            int status = PlanScenario.as(TestDirectory.SPECIALIST)
                    .get("/api/v1/plans/" + id + "/years/" + odd)
                    .statusCode();
            assertThat(status).as(odd).isIn(400, 404);
        }
    }

    private static ValidatableResponse year(String id, int year) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id + "/years/" + year)
                .then()
                .statusCode(200);
    }
}
