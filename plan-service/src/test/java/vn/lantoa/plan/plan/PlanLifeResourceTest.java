package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanConsulted;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.events.PlanRevoked;
import vn.lantoa.events.PlanStarted;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.Role;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Topics;

/** The life of a plan over HTTP: opinions, paper, execution and end. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanLifeResourceTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    @Inject
    DirectoryCopy directory;

    @Inject
    StartDuePlans startDuePlans;

    @Inject
    MovableClock clock;

    @Inject
    Jdbi db;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @AfterEach
    void clockGoesOn() {
        clock.reset();
    }

    @Test
    void unitsAreAskedAndAnswerWhileTheDraftIsWorkedOn() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");

        post(TestDirectory.CULTURE_HEAD, id, "consult", consultation(today()))
                .statusCode(200)
                .body("state", equalTo("CONSULTING"))
                .body("consultation.answerUntil", equalTo(today().toString()))
                .body("allowedActions", hasItems("edit"));
        var told = Topics.awaitEvent(PlanConsulted.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(told.consultedUnitIds())
                .containsExactly(TestDirectory.ECONOMY.id(), TestDirectory.SERVICE_CENTRE.id());
        PlanScenario.complete(draft); // still a draft
        assertThat(PlanScenario.read(TestDirectory.ECONOMY_HEAD, id).getList("allowedActions"))
                .contains("give-opinion", "submit");
        assertThat(PlanScenario.read(TestDirectory.SPECIALIST, id).getList("allowedActions"))
                .doesNotContain("give-opinion");

        problem(opinion(TestDirectory.SPECIALIST, id, Map.of("agrees", true)), 403, "plan.unit-not-consulted");
        problem(opinion(TestDirectory.ECONOMY_HEAD, id, Map.of("agrees", false)), 400, "plan.objection-without-words");
        problem(
                opinion(
                        TestDirectory.ECONOMY_HEAD,
                        id,
                        Map.of("agrees", false, "items", List.of(Map.of("itemId", UUID.randomUUID(), "text", "x")))),
                400,
                "plan.item-unknown");
        opinion(
                        TestDirectory.ECONOMY_HEAD,
                        id,
                        Map.of(
                                "agrees",
                                false,
                                "items",
                                List.of(Map.of(
                                        "itemId", draft.getString("tasks[0].id"), "text", "Lùi hạn sang quý sau"))))
                .statusCode(201)
                .body("inTime", equalTo(true))
                .body("items[0].text", equalTo("Lùi hạn sang quý sau"));
        clock.moveTo(clock.instant().plus(Duration.ofDays(2)));
        opinion(TestDirectory.SERVICE_HEAD, id, Map.of("agrees", true, "text", "Nhất trí"))
                .statusCode(201)
                .body("inTime", equalTo(false));

        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id + "/opinions?limit=1")
                .then()
                .statusCode(200)
                .body("units.inTime", contains(true, false))
                .body("units.agrees", contains(false, true))
                .body("unanswered", empty())
                .body("items.unit", contains("Phòng Kinh tế"))
                .body("items.person", contains(TestDirectory.ECONOMY_HEAD.name()))
                .body("next", not(nullValue()));
        post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of("document", document("TTR", "12")))
                .statusCode(200);
        problem(opinion(TestDirectory.ECONOMY_HEAD, id, Map.of("agrees", true)), 409, "plan.give-opinion-not-allowed")
                .body("allowedActions.action", contains("return", "approve"));
        history(id)
                .body("items.find { it.action == 'CONSULT' }.details.answerUntil", not(nullValue()))
                .body(
                        "items.find { it.action == 'CONSULT' }.unitId",
                        equalTo(TestDirectory.CULTURE.id().toString()))
                .body("items.find { it.action == 'SUBMIT' }.document.type", equalTo("TTR"))
                .body("items.find { it.action == 'SUBMIT' }.document.number", equalTo("12"));
    }

    @Test
    void whoHasNotAnsweredIsNamed() {
        var id = PlanScenario.draft().getString("id");
        post(TestDirectory.CULTURE_HEAD, id, "consult", consultation(today())).statusCode(200);

        PlanScenario.as(TestDirectory.CLERK)
                .get("/api/v1/plans/" + id + "/opinions")
                .then()
                .statusCode(200)
                .body(
                        "unanswered",
                        contains(
                                TestDirectory.ECONOMY.id().toString(),
                                TestDirectory.SERVICE_CENTRE.id().toString()));
        problem(
                PlanScenario.as(TestDirectory.OTHER_HEAD)
                        .get("/api/v1/plans/" + id + "/opinions")
                        .then(),
                404,
                "plan.not-found");
        problem(opinion(TestDirectory.OTHER_HEAD, id, Map.of("agrees", true)), 404, "plan.not-found");
    }

    @Test
    void headOfTheOfficeReturnsWhatIsSubmittedAndNoOtherHeadDoes() {
        var office = new UUID(5, 1);
        var head = new Person(
                TestDirectory.COMMUNE,
                new UUID(5, 2),
                new UUID(5, 2).toString(),
                "Chánh Văn phòng Một",
                null,
                new TestDirectory.UnitOf(TestDirectory.COMMUNE, office, "Văn phòng", UnitKind.OFFICE, List.of()),
                List.of(Role.UNIT_HEAD),
                MembershipRecorded.MemberKind.PERSON,
                List.of());
        QuarkusTransaction.requiringNew().run(() -> {
            directory.apply(new UnitRecorded(
                    TestDirectory.COMMUNE.id(),
                    office,
                    "Văn phòng HĐND và UBND",
                    List.of(),
                    UnitKind.OFFICE,
                    null,
                    null,
                    List.of(),
                    SINCE,
                    null));
            directory.apply(TestDirectory.membership(head));
        });
        var id = PlanScenario.submitted();

        assertThat(PlanScenario.read(TestDirectory.CULTURE_HEAD, id).getList("allowedActions"))
                .isEmpty();
        assertThat(PlanScenario.read(head, id).getList("allowedActions")).containsExactly("return");
        problem(
                post(TestDirectory.CULTURE_HEAD, id, "return", Map.of("reason", "x")),
                403,
                "caller.role-missing");
        post(head, id, "return", Map.of("reason", "Thiếu căn cứ"))
                .statusCode(200)
                .body("state", equalTo("RETURNED"));
        history(id).body("items.find { it.action == 'RETURN' }.unitId", equalTo(office.toString()));
    }

    @Test
    void whoActsForSomebodyElseIsRecordedWithThem() {
        var deputy = new Person(
                TestDirectory.COMMUNE,
                new UUID(6, 2),
                new UUID(6, 2).toString(),
                "Người được ủy quyền Một",
                null,
                TestDirectory.ECONOMY,
                List.of(Role.SPECIALIST),
                MembershipRecorded.MemberKind.PERSON,
                List.of());
        QuarkusTransaction.requiringNew().run(() -> {
            directory.apply(TestDirectory.membership(deputy));
            directory.apply(new MembershipRecorded(
                    TestDirectory.COMMUNE.id(),
                    new UUID(6, 3),
                    deputy.id(),
                    deputy.subject(),
                    MembershipRecorded.MemberKind.PERSON,
                    deputy.name(),
                    null,
                    null,
                    List.of(Role.LEADER),
                    null,
                    SINCE,
                    null,
                    true,
                    null,
                    TestDirectory.LEADER.id()));
        });
        var id = PlanScenario.submitted();

        problem(post(deputy, id, "approve", Map.of("signingMode", "TM")), 409, "plan.signing-mode-not-fitting")
                .body("signingModes", contains("TL", "TUQ"));
        post(deputy, id, "approve", Map.of("signingMode", "TUQ", "document", document("GUQ", "3")))
                .statusCode(200);
        history(id)
                .body(
                        "items.find { it.action == 'APPROVE' }.onBehalfOf",
                        equalTo(TestDirectory.LEADER.id().toString()))
                .body("items.find { it.action == 'APPROVE' }.document.number", equalTo("03"));
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle -> handle.execute(
                        "delete from directory_membership where membership_id = ?", new UUID(6, 3))));
    }

    @Test
    void planOnPaperIsTakenInWithWhatTheDocumentLeavesBlank() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");
        var blank = Map.of("withoutNumber", true, "withoutDate", true);
        problem(post(TestDirectory.CLERK, id, "register-issued", blank), 409, "plan.questions-open");
        PlanScenario.complete(draft);
        problem(post(TestDirectory.CULTURE_HEAD, id, "register-issued", blank), 403, "caller.role-missing");
        problem(
                post(TestDirectory.CLERK, id, "register-issued", Map.of("withoutNumber", true)),
                400,
                "plan.issued-date-or-none");
        problem(
                post(TestDirectory.CLERK, id, "register-issued", Map.of("withoutDate", true)),
                400,
                "plan.issued-number-or-none");
        problem(post(TestDirectory.CLERK, id, "register-issued", blank), 409, "plan.signer-unclear")
                .body("leaders.personId", hasItem(TestDirectory.LEADER.id().toString()));
        problem(
                post(
                        TestDirectory.CLERK,
                        id,
                        "register-issued",
                        Map.of("withoutNumber", true, "withoutDate", true, "leaderId", TestDirectory.OTHER_LEADER.id())),
                400,
                "plan.signer-no-leader");

        post(
                        TestDirectory.CLERK,
                        id,
                        "register-issued",
                        Map.of("withoutNumber", true, "withoutDate", true, "leaderId", TestDirectory.LEADER.id()))
                .statusCode(200)
                .body("state", equalTo("PROMULGATED"))
                .body("number", nullValue())
                .body("dated", equalTo(false))
                .body("promulgatedOn", not(nullValue()))
                .body("approvedBy", equalTo(TestDirectory.LEADER.id().toString()));
        var told = Topics.awaitEvent(PlanPromulgated.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(told.previousState()).isEqualTo(PlanState.DRAFT);
        assertThat(told.decidedBy()).isEqualTo(TestDirectory.LEADER.id());
        history(id).body("items.action", hasItem("REGISTER_ISSUED"));
    }

    @Test
    void numberOnPaperIsGivenOnce() {
        var number = PlanNumbers.next();
        var first = PlanScenario.draft();
        var second = PlanScenario.draft();
        PlanScenario.complete(first);
        PlanScenario.complete(second);

        issuedOnPaper(first.getString("id"), number).statusCode(200).body("number", equalTo(number));
        problem(issuedOnPaper(second.getString("id"), "0" + number), 409, "plan.number-taken");
    }

    @Test
    void planBeginsOnceOnItsFirstDayHoweverManyLook() throws Exception {
        var id = promulgated();
        Callable<Boolean> look = () -> {
            startDuePlans.run();
            return true;
        };

        try (var all = Executors.newFixedThreadPool(3)) {
            for (var looked : all.invokeAll(List.of(look, look, look))) {
                looked.get();
            }
        }

        var plan = PlanScenario.read(TestDirectory.COORDINATOR, id);
        assertThat(plan.getString("state")).isEqualTo("IN_EXECUTION");
        var told = Topics.awaitEvent(PlanStarted.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(told.startedBy()).isNull();
        assertThat(told.startedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(Topics.events("plans", PlanStarted.class).stream()
                        .filter(it -> it.planId().equals(UUID.fromString(id))))
                .hasSize(1);
        history(id)
                .body("items.findAll { it.action == 'START' }.size()", equalTo(1))
                .body("items.find { it.action == 'START' }.personId", nullValue());
        assertThat(audited(id)).anySatisfy(entry -> assertThat(entry).contains("StartPlanOnItsDay", "SYSTEM"));
    }

    @Test
    void planWhoseDayIsStillToComeWaits() {
        var id = promulgated();
        moveFirstDay(id, today().plusDays(30));

        startDuePlans.run();
        assertThat(PlanScenario.read(TestDirectory.COORDINATOR, id).getString("state"))
                .isEqualTo("PROMULGATED");

        clock.moveTo(today().plusDays(45).atTime(9, 0).atZone(MovableClock.VIETNAM).toInstant());
        startDuePlans.run(); // nobody looked on the day itself
        assertThat(PlanScenario.read(TestDirectory.COORDINATOR, id).getString("state"))
                .isEqualTo("IN_EXECUTION");
    }

    @Test
    void executionIsReviewedAndEndsWithItsReport() {
        var id = promulgated();
        problem(post(TestDirectory.LEADER, id, "close", Map.of("document", document("BC", "402"))), 409, "plan.close-not-allowed")
                .body("allowedActions.action", hasItems("start", "replace", "revoke"));
        problem(post(TestDirectory.CULTURE_HEAD, id, "start", Map.of()), 403, "caller.role-missing");
        post(TestDirectory.COORDINATOR, id, "start", Map.of())
                .statusCode(200)
                .body("state", equalTo("IN_EXECUTION"))
                .body("allowedActions", hasItem("interim-review"));
        problem(post(TestDirectory.COORDINATOR, id, "interim-review", Map.of("reason", "Sơ kết")), 400, "plan.review-without-report");
        post(TestDirectory.COORDINATOR, id, "interim-review", Map.of("reportId", new UUID(8, 8)))
                .statusCode(200)
                .body("state", equalTo("IN_EXECUTION"));

        problem(post(TestDirectory.LEADER, id, "close", Map.of()), 400, "request.invalid");
        problem(
                post(TestDirectory.LEADER, id, "close", Map.of("document", Map.of("type", "BC", "issuedOn", "2199-01-01"))),
                409,
                "plan.document-in-future");
        problem(
                post(TestDirectory.LEADER, id, "close", Map.of("document", Map.of("type", "XX", "issuedOn", "2026-11-20"))),
                400,
                "request.malformed");
        problem(
                post(
                        TestDirectory.LEADER,
                        id,
                        "close",
                        Map.of("document", Map.of("type", "BC", "issuedOn", "2026-11-20", "number", "bốn"))),
                400,
                "request.invalid");
        post(TestDirectory.LEADER, id, "close", Map.of("document", document("BC", "402")))
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("endedOn", equalTo(today().plusDays(1).toString()))
                .body("allowedActions", empty());
        var told = Topics.awaitEvent(PlanClosed.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(told.document().number()).isEqualTo("402");
        history(id)
                .body("items.find { it.action == 'INTERIM_REVIEW' }.subjectId", equalTo(new UUID(8, 8).toString()))
                .body("items.find { it.action == 'CLOSE' }.document.symbol", equalTo("BC-UBND"));
        problem(post(TestDirectory.LEADER, id, "revoke", Map.of("reason", "x")), 409, "plan.revoke-not-allowed")
                .body("allowedActions", empty());
        problem(
                PlanScenario.as(TestDirectory.SPECIALIST)
                        .header("If-Match", "*")
                        .delete("/api/v1/plans/" + id + "/items/" + UUID.randomUUID())
                        .then(),
                409,
                "plan.not-editable")
                .body("allowedActions", empty());
    }

    @Test
    void planIsTakenBackForAReason() {
        var id = promulgated();

        problem(post(TestDirectory.LEADER, id, "revoke", Map.of()), 400, "request.invalid");
        problem(post(TestDirectory.COORDINATOR, id, "revoke", Map.of("reason", "x")), 403, "caller.role-missing");
        post(TestDirectory.LEADER, id, "revoke", Map.of("reason", "Trùng kế hoạch chung", "document", document("QD", "61")))
                .statusCode(200)
                .body("state", equalTo("REVOKED"));
        var told = Topics.awaitEvent(PlanRevoked.class, it -> it.planId().equals(UUID.fromString(id)));
        assertThat(told.reason()).isEqualTo("Trùng kế hoạch chung");
        assertThat(told.endedOn()).isEqualTo(today());
    }

    @Test
    void anotherPlanOfTheOrganizationTakesItsPlace() {
        var old = promulgated();
        var next = promulgated();
        var item = PlanScenario.read(TestDirectory.LEADER, old).getString("tasks[0].id");
        var continuedBy = PlanScenario.read(TestDirectory.LEADER, next).getString("tasks[0].id");
        var moved = List.of(Map.of("itemId", item, "continuedByItemId", continuedBy));

        problem(
                post(TestDirectory.LEADER, old, "replace", Map.of("replacingPlanId", UUID.randomUUID(), "moved", List.of())),
                404,
                "plan.replacing-not-found");
        problem(
                post(TestDirectory.LEADER, old, "replace", Map.of("replacingPlanId", old, "moved", List.of())),
                409,
                "plan.replaced-by-itself");
        post(TestDirectory.LEADER, old, "replace", Map.of("replacingPlanId", next, "moved", moved))
                .statusCode(200)
                .body("state", equalTo("REPLACED"))
                .body("replacedBy", equalTo(next));
        var told = Topics.awaitEvent(PlanReplaced.class, it -> it.planId().equals(UUID.fromString(old)));
        assertThat(told.moved())
                .containsExactly(new PlanReplaced.MovedItem(UUID.fromString(item), UUID.fromString(continuedBy)));
        problem(
                post(TestDirectory.LEADER, next, "replace", Map.of("replacingPlanId", old, "moved", List.of())),
                409,
                "plan.replacing-not-in-force");
    }

    @Test
    void twoPlansThatAreToReplaceEachOtherAtOnceDoNotBothEnd() throws Exception {
        var one = promulgated();
        var other = promulgated();

        try (var both = Executors.newFixedThreadPool(2)) {
            var answers = both.invokeAll(List.of(() -> replaced(one, other), () -> replaced(other, one)));
            assertThat(List.of(answers.getFirst().get(), answers.getLast().get()))
                    .containsExactlyInAnyOrder(200, 409);
        }
    }

    @Test
    void staleChangeIsRefused() {
        var id = promulgated();
        var tag = PlanScenario.as(TestDirectory.LEADER)
                .get("/api/v1/plans/" + id)
                .getHeader("ETag");
        post(TestDirectory.COORDINATOR, id, "start", Map.of()).statusCode(200);

        problem(
                PlanScenario.as(TestDirectory.LEADER)
                        .contentType("application/json")
                        .header("If-Match", tag)
                        .body(Map.of("reason", "x"))
                        .post("/api/v1/plans/" + id + "/revoke")
                        .then(),
                412,
                "resource.changed-meanwhile");
        problem(
                PlanScenario.as(TestDirectory.LEADER)
                        .contentType("application/json")
                        .body(Map.of("reason", "x"))
                        .post("/api/v1/plans/" + id + "/revoke")
                        .then(),
                428,
                "request.precondition-required");
    }

    private static int replaced(String plan, String by) {
        return post(TestDirectory.LEADER, plan, "replace", Map.of("replacingPlanId", by, "moved", List.of()))
                .extract()
                .statusCode();
    }

    private static String promulgated() {
        var id = PlanScenario.approved();
        post(TestDirectory.CLERK, id, "promulgate", Map.of("withoutNumber", true, "promulgatedOn", "2026-11-20"))
                .statusCode(200);
        return id;
    }

    private static ValidatableResponse issuedOnPaper(String id, String number) {
        return post(
                TestDirectory.CLERK,
                id,
                "register-issued",
                Map.of("number", number, "promulgatedOn", "2026-11-20", "leaderId", TestDirectory.LEADER.id()));
    }

    private static Map<String, Object> consultation(LocalDate until) {
        return Map.of(
                "unitIds",
                List.of(TestDirectory.ECONOMY.id(), TestDirectory.SERVICE_CENTRE.id()),
                "answerUntil",
                until.toString());
    }

    private static Map<String, Object> document(String type, String number) {
        return Map.of("type", type, "number", number, "symbol", type + "-UBND", "issuedOn", "2026-11-20");
    }

    private static ValidatableResponse opinion(Person person, String planId, Map<String, ?> body) {
        return PlanScenario.as(person)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/plans/" + planId + "/opinions")
                .then();
    }

    private static ValidatableResponse post(Person person, String planId, String verb, Object body) {
        return PlanScenario.post(person, planId, verb, body);
    }

    private static ValidatableResponse history(String id) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id + "/history")
                .then()
                .statusCode(200);
    }

    private void moveFirstDay(String id, LocalDate day) {
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle ->
                        handle.execute("update plan set starts_on = ? where id = ?", day, UUID.fromString(id))));
    }

    private List<String> audited(String id) {
        return db.withHandle(handle -> handle.createQuery("""
                        select canonical from audit_entry where canonical like :id
                        union all select content from audit_waiting where content like :id""")
                .bind("id", "%" + id + "%")
                .mapTo(String.class)
                .list());
    }

    private LocalDate today() {
        return OffsetDateTime.now(clock.withZone(ZoneId.of("Asia/Ho_Chi_Minh"))).toLocalDate();
    }

    private static ValidatableResponse problem(ValidatableResponse response, int status, String code) {
        return response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("title", not(equalTo(code + ".title")))
                .body("detail", not(equalTo(code + ".detail")));
    }
}
