package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** Next year's plan begins as a copy of this year's. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanCopyResourceTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void issuedPlanBecomesADraftOfItsOwnAYearLater() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");
        PlanScenario.complete(draft);
        PlanScenario.post(
                        TestDirectory.SPECIALIST,
                        id,
                        "duties/" + draft.getString("unitDuties[1].duties[0].id") + "/make-task",
                        Map.of())
                .statusCode(200);
        PlanScenario.post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of()).statusCode(200);
        PlanScenario.post(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "TM"))
                .statusCode(200);
        PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", PlanNumbers.next(), "promulgatedOn", "2026-11-20"))
                .statusCode(200);
        var origin = PlanScenario.read(TestDirectory.SPECIALIST, id);

        var copy = copied(id, Map.of("shiftYears", 1));

        assertThat(copy.getString("id")).isNotEqualTo(id);
        assertThat(copy.getString("copiedFrom")).isEqualTo(id);
        assertThat(copy.getString("state")).isEqualTo("DRAFT");
        for (var left : List.of(
                "number",
                "promulgatedOn",
                "startsOn",
                "endsOn",
                "signingMode",
                "submittedBy",
                "approvedBy",
                "promulgatedBy",
                "document.number",
                "document.date",
                "document.numberLine")) {
            assertThat(copy.getString(left)).as(left).isNull();
        }
        for (var same : List.of(
                "subject",
                "tasks.title",
                "tasks.leadUnitId",
                "tasks.coordinatingUnitIds",
                "tasks.mode",
                "indicators.name",
                "unitDuties.unit",
                "unitDuties.duties.text",
                "reportObligations.fromUnitId",
                "reportObligations.receivingOrganizationId",
                "reportObligations.due.before",
                "recipients",
                "signer",
                "legalBases")) {
            assertThat((Object) copy.get(same)).as(same).isEqualTo(origin.get(same));
        }
        assertThat(copy.getList("tasks.id", String.class))
                .doesNotContainAnyElementsOf(origin.getList("tasks.id", String.class));
        assertThat(copy.getString("tasks[0].schedule.to")).isEqualTo("2028-01-15");
        assertThat(copy.getString("tasks[0].schedule.words")).contains("15/01/2028");
        assertThat(copy.getList("indicators[0].targets.year")).isEqualTo(List.of(2028, 2031));
        assertThat(copy.getString("tasks[3].fromDutyId")).isEqualTo(copy.getString("unitDuties[1].duties[0].id"));
        assertThat(copy.getString("unitDuties[1].duties[0].taskId")).isEqualTo(copy.getString("tasks[3].id"));
        assertThat(copy.getList("openQuestions.findAll { it.blocking }")).isEmpty();

        var after = PlanScenario.read(TestDirectory.SPECIALIST, id);
        assertThat((Object) after.get("")).as("the origin is as it was").isEqualTo(origin.get(""));
        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + copy.getString("id") + "/history")
                .then()
                .statusCode(200)
                .body("items.action", equalTo(List.of("COPY")))
                .body("items[0].subjectId", equalTo(id));
        PlanScenario.post(TestDirectory.CULTURE_HEAD, copy.getString("id"), "submit", Map.of())
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"));
    }

    @Test
    void spansOfACopyLeadToTheSameWords() {
        var id = PlanScenario.draft().getString("id");

        var copy = copied(id, Map.of()).getString("id");

        assertThat(source(copy)).isEqualTo(source(id));
        assertThat(copied(id, Map.of()).getString("tasks[0].schedule.to")).isEqualTo("2027-01-15");
    }

    @Test
    void openQuestionsStayOpenInTheCopy() {
        var draft = PlanScenario.draft();

        var copy = copied(draft.getString("id"), Map.of());

        var question = "openQuestions.find { it.code == 'TASK_LEAD' }";
        assertThat(copy.getString(question + ".subjectId")).isEqualTo(copy.getString("tasks[1].id"));
        PlanScenario.complete(copy);
        assertThat(PlanScenario.read(TestDirectory.SPECIALIST, draft.getString("id"))
                        .getString(question + ".subjectId"))
                .as("that of the origin is not answered with it")
                .isEqualTo(draft.getString("tasks[1].id"));
    }

    @Test
    void repeatedRequestMakesOneCopy() {
        var id = PlanScenario.draft().getString("id");
        var key = UUID.randomUUID().toString();

        var first = withKey(id, key);
        var again = withKey(id, key);

        assertThat(again).isEqualTo(first);
    }

    @Test
    void onlyWhoPreparesPlansOfTheOrganizationCopiesThem() {
        var id = PlanScenario.draft().getString("id");

        copying(TestDirectory.OTHER_SPECIALIST, id, Map.of()).statusCode(404);
        copying(TestDirectory.LEADER, id, Map.of()).statusCode(403);
        copying(TestDirectory.SPECIALIST, id, Map.of("shiftYears", 11)).statusCode(400);
    }

    @Test
    void taskOfADraftIsRepeatedBehindTheLast() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");

        var changed = PlanScenario.post(
                        TestDirectory.SPECIALIST, id, "tasks/" + draft.getString("tasks[1].id") + "/copy", Map.of())
                .statusCode(200)
                .extract()
                .jsonPath();

        assertThat(changed.getList("tasks")).hasSize(4);
        assertThat(changed.getString("tasks[3].title")).isEqualTo(draft.getString("tasks[1].title"));
        assertThat(changed.getString("tasks[3].number")).isNull();
        assertThat(changed.getList("openQuestions.findAll { it.code == 'TASK_LEAD' }.subjectId"))
                .isEqualTo(List.of(changed.getString("tasks[1].id"), changed.getString("tasks[3].id")));
        PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/json")
                .post("/api/v1/plans/" + id + "/tasks/" + draft.getString("tasks[1].id") + "/copy")
                .then()
                .statusCode(428);
        var submitted = PlanScenario.submitted();
        var task = PlanScenario.read(TestDirectory.SPECIALIST, submitted).getString("tasks[0].id");
        PlanScenario.post(TestDirectory.SPECIALIST, submitted, "tasks/" + task + "/copy", Map.of())
                .statusCode(409)
                .body("code", equalTo("plan.not-editable"));
    }

    private static String withKey(String id, String key) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/json")
                .header("Idempotency-Key", key)
                .body(Map.of())
                .post("/api/v1/plans/" + id + "/copy")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
    }

    private static io.restassured.response.ValidatableResponse copying(
            TestDirectory.Person person, String id, Map<String, Object> body) {
        return PlanScenario.as(person)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/plans/" + id + "/copy")
                .then();
    }

    private static JsonPath copied(String id, Map<String, Object> body) {
        return copying(TestDirectory.SPECIALIST, id, body)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String source(String id) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id + "/source")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
