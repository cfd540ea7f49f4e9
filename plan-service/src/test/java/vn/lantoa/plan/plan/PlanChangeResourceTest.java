package vn.lantoa.plan.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Topics;

/** Who may change a plan, when, and what is refused. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanChangeResourceTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void planWithOpenQuestionsCannotBeSubmitted() {
        var draft = PlanScenario.draft();

        problem(
                        PlanScenario.post(TestDirectory.CULTURE_HEAD, id(draft), "submit", Map.of()),
                        409,
                        "plan.questions-open")
                .body("openQuestions", contains(PlanScenario.question(draft, "TASK_LEAD")));
        assertThat(PlanScenario.read(TestDirectory.CULTURE_HEAD, id(draft)).getList("allowedActions"))
                .containsExactly("edit", "consult");
    }

    @Test
    void eachVerbNeedsItsRole() {
        var approval = Map.of("signingMode", "TM");
        var promulgation = Map.of("withoutNumber", true, "promulgatedOn", "2026-11-20");
        var submitted = PlanScenario.submitted();

        problem(PlanScenario.post(TestDirectory.SPECIALIST, submitted, "submit", Map.of()), 403, "caller.role-missing");
        problem(
                PlanScenario.post(TestDirectory.CULTURE_HEAD, submitted, "approve", approval),
                403,
                "caller.role-missing");
        problem(
                PlanScenario.post(TestDirectory.CLERK, submitted, "return", Map.of("reason", "x")),
                403,
                "caller.role-missing");
        problem(
                PlanScenario.post(TestDirectory.LEADER, submitted, "promulgate", promulgation),
                403,
                "caller.role-missing");
        problem(PlanScenario.importing(TestDirectory.LEADER, PlanScenario.document()), 403, "caller.role-missing");
    }

    @Test
    void verbInTheWrongStateIsRefusedAndSaysWhatIsPossible() {
        var id = PlanScenario.submitted();

        problem(
                        PlanScenario.post(
                                TestDirectory.CLERK,
                                id,
                                "promulgate",
                                Map.of("withoutNumber", true, "promulgatedOn", "2026-11-20")),
                        409,
                        "plan.promulgate-not-allowed")
                .body("state", equalTo("SUBMITTED"))
                .body("allowedActions.action", contains("return", "approve"))
                .body("allowedActions[1].roles", contains("LEADER"));
        problem(PlanScenario.post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of()), 409, "plan.submit-not-allowed");
        var question = PlanScenario.read(TestDirectory.CLERK, id).getString("answeredQuestions[0].id");
        problem(
                PlanScenario.post(
                        TestDirectory.SPECIALIST,
                        id,
                        "questions/" + question + "/answer",
                        Map.of("kind", "UNIT", "unitId", TestDirectory.CULTURE.id())),
                409,
                "plan.not-editable");
    }

    @Test
    void planOfAnotherOrganizationDoesNotExist() {
        var id = PlanScenario.submitted();

        problem(
                PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                        .get("/api/v1/plans/" + id)
                        .then(),
                404,
                "plan.not-found");
        problem(
                PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                        .get("/api/v1/plans/" + id + "/source")
                        .then(),
                404,
                "plan.not-found");
        problem(
                PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                        .get("/api/v1/plans/" + id + "/history")
                        .then(),
                404,
                "plan.not-found");
        problem(
                PlanScenario.post(TestDirectory.OTHER_LEADER, id, "approve", Map.of("signingMode", "TM")),
                404,
                "plan.not-found");
        PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                .get("/api/v1/plans")
                .then()
                .body("items.id", not(hasItem(id)));
        problem(given().get("/api/v1/plans/" + id).then(), 401, "token.missing");
    }

    @Test
    void bodiesThatCannotBeMeantAreRefused() {
        var id = PlanScenario.approved();

        problem(
                PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", "12", "withoutNumber", true, "promulgatedOn", "2026-11-20")),
                400,
                "plan.number-or-none");
        problem(
                        PlanScenario.post(TestDirectory.CLERK, id, "promulgate", Map.of("number", "12")),
                        400,
                        "request.invalid")
                .body("errors[0].pointer", equalTo("/promulgatedOn"));
        problem(
                PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", "muoi hai", "promulgatedOn", "2026-11-20")),
                400,
                "request.invalid");
        problem(
                PlanScenario.post(
                        TestDirectory.CLERK, id, "promulgate", Map.of("number", "12", "promulgatedOn", "2199-01-01")),
                409,
                "plan.promulgated-in-future");
        problem(
                PlanScenario.post(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "XX")),
                400,
                "request.malformed");
        problem(
                PlanScenario.post(TestDirectory.LEADER, id, "return", Map.of("reason", "a", "why", "b")),
                400,
                "request.unknown-field");
    }

    @Test
    void answerMustFitItsQuestionAndNameAUnitOfTheOrganization() {
        var draft = PlanScenario.draft();
        var address = "questions/" + PlanScenario.question(draft, "TASK_LEAD") + "/answer";

        problem(
                        PlanScenario.post(
                                TestDirectory.SPECIALIST,
                                id(draft),
                                address,
                                Map.of("kind", "DISMISS", "reason", "không cần")),
                        400,
                        "plan.answer-not-fitting")
                .body("answerKinds", contains("UNIT"));
        problem(
                PlanScenario.post(
                        TestDirectory.SPECIALIST,
                        id(draft),
                        address,
                        Map.of("kind", "UNIT", "unitId", TestDirectory.OTHER_CULTURE.id())),
                400,
                "plan.unit-unknown");
        problem(
                PlanScenario.post(
                        TestDirectory.SPECIALIST,
                        id(draft),
                        address,
                        Map.of("kind", "UNIT", "unitId", TestDirectory.ALL_DEPARTMENTS.id())),
                400,
                "plan.unit-is-group");
        problem(
                PlanScenario.post(TestDirectory.SPECIALIST, id(draft), address, Map.of("kind", "UNIT")),
                400,
                "request.invalid");
        problem(
                PlanScenario.post(TestDirectory.SPECIALIST, id(draft), address, Map.of("kind", "RUMOUR")),
                400,
                "request.malformed");
        problem(
                PlanScenario.post(
                        TestDirectory.SPECIALIST,
                        id(draft),
                        "questions/" + UUID.randomUUID() + "/answer",
                        Map.of("kind", "UNIT", "unitId", TestDirectory.CULTURE.id())),
                404,
                "plan.question-not-found");
    }

    @Test
    void bodyOutsideTheChainOfCommandIsAskedNotOrdered() {
        var draft = PlanScenario.draft();
        var front = draft.getString("tasks[2].id");
        var change = Map.of(
                "title",
                "Vận động hội viên",
                "leadUnitId",
                TestDirectory.FRONT_UNIT.id(),
                "coordinatingUnitIds",
                List.of(),
                "mode",
                "ASSIGN",
                "schedule",
                Map.of("kind", "CONTINUOUS"));

        problem(put(TestDirectory.SPECIALIST, id(draft), "tasks/" + front, change), 409, "plan.request-required");
        PlanScenario.post(
                        TestDirectory.SPECIALIST,
                        id(draft),
                        "questions/" + PlanScenario.question(draft, "TASK_LEAD") + "/answer",
                        Map.of("kind", "UNIT", "unitId", TestDirectory.FRONT_UNIT.id()))
                .statusCode(200)
                .body("tasks[1].mode", equalTo("REQUEST"));
    }

    @Test
    void taskIsCorrectedAndKeepsTheDocumentsWords() {
        var draft = PlanScenario.draft();
        var task = draft.getString("tasks[0].id");

        put(
                        TestDirectory.SPECIALIST,
                        id(draft),
                        "tasks/" + task,
                        Map.of(
                                "title",
                                "Mở chuyên mục hỏi đáp",
                                "leadUnitId",
                                TestDirectory.ECONOMY.id(),
                                "coordinatingUnitIds",
                                List.of(TestDirectory.ALL_DEPARTMENTS.id(), TestDirectory.SERVICE_CENTRE.id()),
                                "mode",
                                "ASSIGN",
                                "schedule",
                                Map.of("kind", "BY", "to", "2027-02-01")))
                .statusCode(200)
                .body("tasks[0].title", equalTo("Mở chuyên mục hỏi đáp"))
                .body("tasks[0].leadUnit", equalTo("Phòng Văn hoá - Xã hội"))
                .body("tasks[0].leadUnitId", equalTo(TestDirectory.ECONOMY.id().toString()))
                .body(
                        "tasks[0].coordinatingUnits",
                        contains("Các phòng chuyên môn", "Hội Làm vườn xã", "Trung tâm Dịch vụ sự nghiệp công"))
                .body("tasks[0].schedule.bound", equalTo("ON_OR_BEFORE"));
        problem(
                put(
                        TestDirectory.SPECIALIST,
                        id(draft),
                        "tasks/" + task,
                        Map.of(
                                "title",
                                "Mở chuyên mục",
                                "coordinatingUnitIds",
                                List.of(),
                                "mode",
                                "ASSIGN",
                                "schedule",
                                Map.of("kind", "BY"))),
                400,
                "plan.schedule-incomplete");
    }

    @Test
    void dutyBecomesATaskOnce() {
        var draft = PlanScenario.draft();
        var duty = draft.getString("unitDuties[1].duties[0].id");
        PlanScenario.post(TestDirectory.SPECIALIST, id(draft), "duties/" + duty + "/make-task", Map.of())
                .statusCode(200)
                .body("tasks", hasSize(4))
                .body("tasks[3].schedule.kind", equalTo("CONTINUOUS"));

        problem(
                PlanScenario.post(TestDirectory.SPECIALIST, id(draft), "duties/" + duty + "/make-task", Map.of()),
                409,
                "plan.duty-is-task");
        var task = PlanScenario.read(TestDirectory.SPECIALIST, id(draft)).getString("tasks[3].id");
        remove(TestDirectory.SPECIALIST, id(draft), task)
                .statusCode(200)
                .body("tasks", hasSize(3))
                .body("unitDuties[1].duties[0].taskId", nullValue());
        PlanScenario.post(TestDirectory.SPECIALIST, id(draft), "duties/" + duty + "/make-task", Map.of())
                .statusCode(200);
    }

    @Test
    void wronglyReadItemIsTakenOutWithItsQuestions() {
        var draft = PlanScenario.draft();

        remove(TestDirectory.SPECIALIST, id(draft), draft.getString("tasks[1].id"))
                .statusCode(200)
                .body("tasks.number", contains("1.1", "1.3"))
                .body("openQuestions.code", not(hasItem("TASK_LEAD")));
        problem(remove(TestDirectory.SPECIALIST, id(draft), UUID.randomUUID().toString()), 404, "plan.item-not-found");
    }

    @Test
    void changeOfAPlanThatSomebodyElseChangedIsRefused() {
        var draft = PlanScenario.draft();
        var seen = PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id(draft))
                .getHeader("ETag");
        PlanScenario.complete(draft);

        problem(
                        PlanScenario.as(TestDirectory.CULTURE_HEAD)
                                .header("If-Match", seen)
                                .post("/api/v1/plans/" + id(draft) + "/submit")
                                .then(),
                        412,
                        "resource.changed-meanwhile")
                .header("ETag", not(equalTo(seen)))
                .body("current.id", equalTo(id(draft)))
                .body("current.state", equalTo("DRAFT"));
        problem(
                PlanScenario.as(TestDirectory.CULTURE_HEAD)
                        .post("/api/v1/plans/" + id(draft) + "/submit")
                        .then(),
                428,
                "request.precondition-required");
        var now = PlanScenario.as(TestDirectory.CULTURE_HEAD)
                .get("/api/v1/plans/" + id(draft))
                .getHeader("ETag");
        assertThat(now).isNotEqualTo(seen);
        PlanScenario.as(TestDirectory.CULTURE_HEAD)
                .header("If-None-Match", now)
                .get("/api/v1/plans/" + id(draft))
                .then()
                .statusCode(304);
        PlanScenario.as(TestDirectory.CULTURE_HEAD)
                .header("If-Match", now)
                .post("/api/v1/plans/" + id(draft) + "/submit")
                .then()
                .statusCode(200);
    }

    @Test
    void readersWhoAreShownDifferentActionsGetDifferentTags() {
        var draft = PlanScenario.draft();
        PlanScenario.complete(draft);
        var address = "/api/v1/plans/" + id(draft);
        var ofSpecialist =
                PlanScenario.as(TestDirectory.SPECIALIST).get(address).getHeader("ETag");
        var ofHead = PlanScenario.as(TestDirectory.CULTURE_HEAD).get(address).getHeader("ETag");

        assertThat(ofHead).isNotEqualTo(ofSpecialist);
        PlanScenario.as(TestDirectory.CULTURE_HEAD)
                .header("If-None-Match", ofSpecialist)
                .get(address)
                .then()
                .statusCode(200);
        PlanScenario.as(TestDirectory.CULTURE_HEAD)
                .header("If-Match", ofSpecialist)
                .post(address + "/submit")
                .then()
                .statusCode(200);
    }

    @Test
    void patchOfATaskChangesOnlyWhatItNames() {
        var draft = PlanScenario.draft();
        var task = draft.getString("tasks[0].id");
        var address = "/api/v1/plans/" + id(draft) + "/tasks/" + task;
        var tag = PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id(draft))
                .getHeader("ETag");

        problem(patch(address, null, "{\"title\":\"Mới\"}"), 428, "request.precondition-required");
        patch(address, tag, "{\"title\":\"Tên đã sửa\"}")
                .statusCode(200)
                .body("tasks[0].title", equalTo("Tên đã sửa"))
                .body("tasks[0].leadUnitId", equalTo(draft.getString("tasks[0].leadUnitId")))
                .body("tasks[0].coordinatingUnitIds", equalTo(draft.getList("tasks[0].coordinatingUnitIds")))
                .body("tasks[0].schedule", equalTo(draft.getMap("tasks[0].schedule")));
        problem(patch(address, tag, "{\"title\":\"Muộn\"}"), 412, "resource.changed-meanwhile");
        problem(patch(address, "*", "{\"titel\":\"x\"}"), 400, "request.unknown-field");
        problem(patch(address, "*", "{\"mode\":null}"), 400, "request.invalid");
    }

    private static ValidatableResponse patch(String address, @Nullable String tag, String body) {
        var request = PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/merge-patch+json")
                .body(body.getBytes(StandardCharsets.UTF_8));
        return (tag == null ? request : request.header("If-Match", tag))
                .patch(address)
                .then();
    }

    @Test
    void textIsKeptComposed() {
        var draft = PlanScenario.draft();
        var reason = "Tru\u0300ng nhie\u0323\u0302m vu\u0323"; // as some keyboards write it

        PlanScenario.as(TestDirectory.SPECIALIST)
                .header("If-Match", "*")
                .queryParam("reason", reason)
                .delete("/api/v1/plans/" + id(draft) + "/items/" + draft.getString("tasks[0].id"))
                .then()
                .statusCode(200);
        PlanScenario.complete(draft);
        PlanScenario.post(TestDirectory.CULTURE_HEAD, id(draft), "submit", Map.of())
                .statusCode(200);
        PlanScenario.post(TestDirectory.LEADER, id(draft), "return", Map.of("reason", reason))
                .statusCode(200);

        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id(draft) + "/history")
                .then()
                .body("items.findAll { it.reason != null }.reason", contains("Trùng nhiệm vụ", "Trùng nhiệm vụ"));
    }

    @Test
    void planIsPromulgatedOnceWhenTwoClerksTryAtOnce() throws Exception {
        var id = PlanScenario.approved();
        Callable<Integer> promulgation = () -> PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", PlanNumbers.next(), "promulgatedOn", "2026-11-20"))
                .extract()
                .statusCode();

        assertThat(atOnce(promulgation, promulgation)).containsExactlyInAnyOrder(200, 409);
        Topics.awaitEvent(PlanPromulgated.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(Topics.events("plans", PlanPromulgated.class).stream()
                        .filter(it -> it.planId().equals(UUID.fromString(id))))
                .hasSize(1);
    }

    @Test
    void numberIsGivenOnceInARegister() throws Exception {
        var first = PlanScenario.approved();
        var second = PlanScenario.approved();
        var number = PlanNumbers.next();

        assertThat(atOnce(() -> promulgated(first, number), () -> promulgated(second, "0" + number)))
                .containsExactlyInAnyOrder(200, 409);
    }

    @Test
    void withoutANumberTheRegisterGivesTheNextOne() {
        var number = PlanNumbers.next();
        var id = PlanScenario.approved();

        PlanScenario.post(TestDirectory.CLERK, id, "promulgate", Map.of("promulgatedOn", "2026-11-20"))
                .statusCode(200)
                .body("number", equalTo(number));
        assertThat(PlanNumbers.next()).isNotEqualTo(number);
        PlanScenario.as(TestDirectory.LEADER)
                .get("/api/v1/registers/2026?register=KE_HOACH&limit=200")
                .then()
                .statusCode(200)
                .body("items.find { it.planId == '" + id + "' }.number", equalTo(number))
                .body("items.find { it.planId == '" + id + "' }.code", equalTo(number + "/KH-UBND"))
                .body(
                        "items.find { it.planId == '" + id + "' }.enteredBy",
                        equalTo(TestDirectory.CLERK.id().toString()));
    }

    @Test
    void aNumberThatLeavesAGapIsRefusedAndTheNextOneNamed() {
        var next = PlanNumbers.next();
        var id = PlanScenario.approved();
        if (next.equals("01")) { // a register may begin with any number: let it have begun
            PlanScenario.post(
                            TestDirectory.CLERK,
                            PlanScenario.approved(),
                            "promulgate",
                            Map.of("promulgatedOn", "2026-11-20"))
                    .statusCode(200);
            next = PlanNumbers.next();
        }
        var ahead = String.valueOf(Integer.parseInt(next) + 1);

        problem(
                        PlanScenario.post(
                                TestDirectory.CLERK,
                                id,
                                "promulgate",
                                Map.of("number", ahead, "promulgatedOn", "2026-11-20")),
                        422,
                        "register.number-not-next")
                .body("nextNumber", equalTo(String.valueOf(Integer.parseInt(next))));
        assertThat(PlanNumbers.next()).as("nothing was taken").isEqualTo(next);
        PlanScenario.post(TestDirectory.CLERK, id, "promulgate", Map.of("number", next, "promulgatedOn", "2026-11-20"))
                .statusCode(200);
    }

    @Test
    void planMayBeEnteredWithoutNumber() {
        var id = PlanScenario.approved();

        PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("withoutNumber", true, "promulgatedOn", "2026-11-20", "symbol", "KH-UBND"))
                .statusCode(200)
                .body("number", nullValue())
                .body("openQuestions.code", hasItem("DOCUMENT_NUMBER"));
        var event = Topics.awaitEvent(PlanPromulgated.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(event.documentNumber()).isNull();
    }

    private static int promulgated(String id, String number) {
        return PlanScenario.post(
                        TestDirectory.CLERK, id, "promulgate", Map.of("number", number, "promulgatedOn", "2026-11-20"))
                .extract()
                .statusCode();
    }

    private static List<Integer> atOnce(Callable<Integer> first, Callable<Integer> second) throws Exception {
        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(first, second));
            return List.of(answers.getFirst().get(), answers.getLast().get());
        }
    }

    private static ValidatableResponse put(Person person, String planId, String address, Object body) {
        return PlanScenario.as(person)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .put("/api/v1/plans/" + planId + "/" + address)
                .then();
    }

    private static ValidatableResponse remove(Person person, String planId, String itemId) {
        return PlanScenario.as(person)
                .header("If-Match", "*")
                .queryParam("reason", "Đọc nhầm")
                .delete("/api/v1/plans/" + planId + "/items/" + itemId)
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("title", not(equalTo(code + ".title")))
                .body("detail", not(equalTo(code + ".detail")));
    }

    private static String id(JsonPath plan) {
        return plan.getString("id");
    }
}
