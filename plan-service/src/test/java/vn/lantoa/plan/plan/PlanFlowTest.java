package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanApproved;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReturned;
import vn.lantoa.events.PlanSubmitted;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;

/** From an uploaded document to the event that sets the other services to work. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanFlowTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void importShowsWhatStandsInTheDocumentAndAsksForTheRest() {
        PlanScenario.importing(TestDirectory.SPECIALIST, PlanScenario.document())
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("document.type", equalTo("KE_HOACH"))
                .body("document.number", nullValue())
                .body("document.symbol", equalTo("KH-UBND"))
                .body("document.date", equalTo("2026-11"))
                .body("document.datePrecision", equalTo("MONTH"))
                .body("subject", containsString("dịch vụ công trực tuyến"))
                .body("tasks.number", contains("1.1", "1.2", "1.3"))
                .body("tasks[0].leadUnit", equalTo("Phòng Văn hoá - Xã hội"))
                .body("tasks[0].leadUnitId", equalTo(TestDirectory.CULTURE.id().toString()))
                .body("tasks[0].coordinatingUnits", contains("Các phòng chuyên môn", "Hội Làm vườn xã"))
                .body(
                        "tasks[0].coordinatingUnitIds",
                        contains(TestDirectory.ALL_DEPARTMENTS.id().toString()))
                .body("tasks[0].schedule.kind", equalTo("BY"))
                .body("tasks[0].schedule.to", equalTo("2027-01-15"))
                .body("tasks[0].schedule.bound", equalTo("BEFORE"))
                .body("tasks[1].leadUnit", nullValue())
                .body("tasks[1].leadUnitId", nullValue())
                .body("tasks[2].mode", equalTo("REQUEST"))
                .body(
                        "tasks[2].leadUnitId",
                        equalTo(TestDirectory.FRONT_UNIT.id().toString()))
                .body(
                        "reportObligations[0].fromUnitId",
                        equalTo(TestDirectory.CULTURE.id().toString()))
                .body(
                        "reportObligations[0].receivingOrganizationId",
                        equalTo(TestDirectory.CITY.id().toString()))
                .body("openQuestions.findAll { it.blocking }.code", contains("TASK_LEAD"))
                .body("openQuestions.code", hasItem("UNIT_NAME"))
                .body("openQuestions.code", hasItem("UNIT_GROUP"))
                .body("openQuestions.code", hasItem("DOCUMENT_NUMBER"))
                .body("openQuestions.code", hasItem("DOCUMENT_DATE"))
                .body(
                        "openQuestions.find { it.code == 'TASK_LEAD' }.candidates.unitId",
                        contains(
                                TestDirectory.ECONOMY.id().toString(),
                                TestDirectory.SERVICE_CENTRE.id().toString()))
                .body("allowedActions", contains("edit"));
    }

    @Test
    void everySpanLeadsToItsWordsInTheSource() {
        var draft = PlanScenario.draft();
        var source = PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + draft.getString("id") + "/source")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        for (Map<String, Object> span : draft.<Map<String, Object>>getList("tasks.source")) {
            assertThat(source.substring((int) span.get("start"), (int) span.get("end")))
                    .startsWith((String) span.get("words"));
        }
    }

    @Test
    void planGoesFromDraftToPromulgationAndTellsTheOthersWhatToDo() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");
        PlanScenario.complete(draft);
        var dutyId = draft.getString("unitDuties[1].duties[0].id");
        PlanScenario.post(TestDirectory.SPECIALIST, id, "duties/" + dutyId + "/make-task", Map.of())
                .statusCode(200)
                .body("tasks.size()", equalTo(4))
                .body("tasks[3].leadUnitId", equalTo(TestDirectory.ECONOMY.id().toString()))
                .body("tasks[3].fromDutyId", equalTo(dutyId));

        PlanScenario.post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of())
                .statusCode(200)
                .body("state", equalTo("SUBMITTED"))
                .body("allowedActions", empty());
        PlanScenario.post(TestDirectory.LEADER, id, "return", Map.of("reason", "Bổ sung trích yếu"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        PlanScenario.post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of()).statusCode(200);
        PlanScenario.post(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "TM"))
                .statusCode(200)
                .body("state", equalTo("APPROVED"))
                .body("signingMode", equalTo("TM"));
        var number = PlanNumbers.next();
        PlanScenario.post(
                        TestDirectory.CLERK, id, "promulgate", Map.of("number", number, "promulgatedOn", "2026-11-20"))
                .statusCode(200)
                .body("state", equalTo("PROMULGATED"))
                .body("number", equalTo(number))
                .body("symbol", equalTo("KH-UBND"))
                .body("openQuestions.code", hasItem("UNIT_NAME"))
                .body("openQuestions.findAll { it.blocking }", empty());

        var planId = UUID.fromString(id);
        Topics.awaitEvent(PlanSubmitted.class, it -> it.planId().equals(planId));
        assertThat(Topics.awaitEvent(PlanReturned.class, it -> it.planId().equals(planId))
                        .reason())
                .isEqualTo("Bổ sung trích yếu");
        Topics.awaitEvent(PlanApproved.class, it -> it.planId().equals(planId));
        var event = Topics.awaitEvent(PlanPromulgated.class, it -> it.planId().equals(planId));
        assertThat(event.documentNumber()).isEqualTo(number);
        assertThat(event.approvedBy()).isEqualTo(TestDirectory.LEADER.id());
        assertThat(event.startsOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(event.tasks()).hasSize(4);
        var first = event.tasks().getFirst();
        assertThat(first.leadUnitId()).isEqualTo(TestDirectory.CULTURE.id());
        assertThat(first.coordinatingUnitIds())
                .as("the group is written out, without the lead")
                .containsExactly(TestDirectory.ECONOMY.id());
        assertThat(first.coordinatingAsWritten()).containsExactly("Các phòng chuyên môn", "Hội Làm vườn xã");
        assertThat(first.schedule().kind()).isEqualTo(TaskSchedule.Kind.BY);
        assertThat(first.schedule().bound()).isEqualTo(DeadlineBound.BEFORE);
        assertThat(event.tasks().get(2).mode()).isEqualTo(AssignMode.REQUEST);
        assertThat(event.indicators()).hasSize(1);
        assertThat(event.indicators().getFirst().targets())
                .extracting(PlanPromulgated.Target::year)
                .containsExactly(2027, 2030);
        assertThat(event.reportObligations()).singleElement().satisfies(it -> {
            assertThat(it.receivingOrganizationId()).isEqualTo(TestDirectory.CITY.id());
            assertThat(it.due()).extracting(PlanPromulgated.YearlyDue::monthDay).containsExactly("06-20", "12-20");
        });

        PlanScenario.as(TestDirectory.ADMIN)
                .get("/api/v1/plans/" + id + "/history")
                .then()
                .statusCode(200)
                .body(
                        "items.action",
                        equalTo(List.of(
                                "IMPORT",
                                "ANSWER",
                                "MAKE_TASK",
                                "SUBMIT",
                                "RETURN",
                                "SUBMIT",
                                "APPROVE",
                                "PROMULGATE")))
                .body("items[4].reason", equalTo("Bổ sung trích yếu"))
                .body("items[4].person", equalTo(TestDirectory.LEADER.name()));
    }
}
