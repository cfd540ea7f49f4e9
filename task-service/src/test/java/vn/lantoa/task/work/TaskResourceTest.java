package vn.lantoa.task.work;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.task.TestWorld.accepted;
import static vn.lantoa.task.TestWorld.as;
import static vn.lantoa.task.TestWorld.assigned;
import static vn.lantoa.task.TestWorld.attach;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.pdf;
import static vn.lantoa.task.TestWorld.post;
import static vn.lantoa.task.TestWorld.submitted;
import static vn.lantoa.testkit.TestDirectory.ALL_DEPARTMENTS;
import static vn.lantoa.testkit.TestDirectory.CITY_LEADER;
import static vn.lantoa.testkit.TestDirectory.COORDINATOR;
import static vn.lantoa.testkit.TestDirectory.CULTURE;
import static vn.lantoa.testkit.TestDirectory.CULTURE_HEAD;
import static vn.lantoa.testkit.TestDirectory.ECONOMY;
import static vn.lantoa.testkit.TestDirectory.ECONOMY_HEAD;
import static vn.lantoa.testkit.TestDirectory.FRONT_HEAD;
import static vn.lantoa.testkit.TestDirectory.FRONT_UNIT;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_CULTURE;
import static vn.lantoa.testkit.TestDirectory.OTHER_HEAD;
import static vn.lantoa.testkit.TestDirectory.SERVICE_CENTRE;
import static vn.lantoa.testkit.TestDirectory.SERVICE_HEAD;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskRequestAnswered;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultReturned;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class TaskResourceTest {

    @Inject
    TestWorld world;

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    @Test
    void taskGoesFromOrderToCompletion() {
        var id = assigned("Phát thanh về dịch vụ công trực tuyến");
        get(CULTURE_HEAD, "/" + id)
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("allowedActions", contains("accept", "decline"))
                .body("plan", nullValue())
                .body("source", equalTo("Chỉ đạo trực tiếp"))
                .body("leadUnit.name", equalTo(CULTURE.name()))
                .body("deadline.lastDay", equalTo("2026-12-16"))
                .body("deadline.calendarVersion", equalTo("2026-test"))
                .body("timeliness", equalTo("ON_TRACK"));

        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(200).body("state", equalTo("ACCEPTED"));
        post(CULTURE_HEAD, "/" + id + "/delegate", Map.of("assigneeId", SPECIALIST.id()))
                .statusCode(200)
                .body("assignee.name", equalTo(SPECIALIST.name()));
        post(SPECIALIST, "/" + id + "/updates", Map.of("note", "Đã phát 2 buổi"))
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"));
        attach(SPECIALIST, id, "bien-ban.pdf", pdf()).statusCode(201);
        post(CULTURE_HEAD, "/" + id + "/submit-result", Map.of("summary", "Đã phát đủ 8 buổi"))
                .statusCode(200)
                .body("state", equalTo("RESULT_SUBMITTED"));
        world.itIs(TestWorld.TODAY.plusDays(60));
        post(LEADER, "/" + id + "/accept-result")
                .statusCode(200)
                .body("state", equalTo("COMPLETED"))
                .body("completedOn", equalTo("2026-11-16"))
                .body("punctuality", equalTo("EARLY"))
                .body("timeliness", nullValue())
                .body("allowedActions", empty())
                .body(
                        "history.action",
                        contains(
                                "assign",
                                "accept",
                                "delegate",
                                "update",
                                "attach-evidence",
                                "submit-result",
                                "accept-result"))
                .body("history[2].newValue", equalTo(SPECIALIST.name()))
                .body("history[3].onBehalfOf.name", equalTo(CULTURE.name()));

        var accepted =
                Topics.awaitEvent(TaskResultAccepted.class, it -> it.taskId().equals(UUID.fromString(id)));
        assertThat(accepted.punctuality()).isEqualTo(Punctuality.EARLY);
        assertThat(accepted.planId()).isNull();
        assertThat(accepted.evidence()).hasSize(1);
        assertThat(Topics.awaitEvent(TaskAssigned.class, it -> it.taskId().equals(UUID.fromString(id)))
                        .deadline()
                        .lastSafeDay())
                .hasToString("2026-12-16");
        assertThat(Topics.awaitEvent(TaskDelegated.class, it -> it.taskId().equals(UUID.fromString(id)))
                        .previousAssigneeId())
                .isNull();
    }

    @Test
    void wrongRoleIsRefusedAndNothingChanges() {
        var id = assigned("Nhiệm vụ của phòng");

        for (var person : List.of(SPECIALIST, ECONOMY_HEAD, LEADER, COORDINATOR)) {
            post(person, "/" + id + "/accept")
                    .statusCode(403)
                    .contentType("application/problem+json")
                    .body("code", equalTo("task.only-lead-head"))
                    .body("detail", not(equalTo("task.only-lead-head.detail")));
        }
        get(CULTURE_HEAD, "/" + id).body("state", equalTo("ASSIGNED")).body("history.action", contains("assign"));
    }

    @Test
    void onlyALeaderGivesTasksOutsideOfPlans() {
        post(CULTURE_HEAD, "", Map.of("title", "Tự giao", "leadUnitId", CULTURE.id()))
                .statusCode(403)
                .body("code", equalTo("caller.role-missing"));
    }

    @Test
    void foreignOrganizationFindsNothing() {
        var id = assigned("Chuyện của xã Một");

        for (var path : List.of("", "/history")) {
            get(OTHER_HEAD, "/" + id + path).statusCode(404).body("code", equalTo("task.not-found"));
            get(CITY_LEADER, "/" + id + path).statusCode(404);
        }
        post(OTHER_HEAD, "/" + id + "/accept").statusCode(404);
        get(OTHER_HEAD, "?limit=200").statusCode(200).body("items.id", not(hasItem(id)));
    }

    @Test
    void withoutTokenThereIsNoAnswer() {
        given().get("/api/v1/tasks").then().statusCode(401).body("code", equalTo("token.missing"));
        given().post("/api/v1/tasks/" + UUID.randomUUID() + "/accept").then().statusCode(401);
        given().get("/api/v1/me/tasks").then().statusCode(401);
    }

    @Test
    void forbiddenTransitionSaysWhatIsAllowedAndByWhom() {
        var id = accepted("Đã tiếp nhận");

        post(CULTURE_HEAD, "/" + id + "/accept")
                .statusCode(409)
                .body("code", equalTo("task.not-in-this-state"))
                .body("allowedActions", contains("delegate", "update", "attach-evidence", "reassign"))
                .body("allowedBy.delegate", equalTo("LEAD_HEAD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{}", "{\"reason\": \"  \"}", "{\"reason\": \"x\", \"more\": 1}", "null"})
    void badBodyIsRefused(String body) {
        var id = assigned("Có thể từ chối");

        as(CULTURE_HEAD)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/api/v1/tasks/" + id + "/decline")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        get(CULTURE_HEAD, "/" + id).body("state", equalTo("ASSIGNED"));
    }

    @Test
    void textIsKeptComposed() {
        var id = assigned("Tuye\u0302\u0300n tho\u0302ng"); // as some keyboards write it

        get(CULTURE_HEAD, "/" + id).body("title", equalTo("Tuyền thông"));
    }

    @Test
    void declineKeepsItsReason() {
        var id = assigned("Không thuộc chức năng");

        post(CULTURE_HEAD, "/" + id + "/decline", Map.of("reason", "Thuộc Phòng Kinh tế"))
                .statusCode(200)
                .body("state", equalTo("DECLINED"))
                .body("timeliness", nullValue())
                .body("history[1].reason", equalTo("Thuộc Phòng Kinh tế"));
    }

    @Test
    void leaderMovesADeclinedTaskToAnotherUnit() {
        var id = assigned("Chuyển đơn vị");
        post(CULTURE_HEAD, "/" + id + "/decline", Map.of("reason", "Thuộc Trung tâm"))
                .statusCode(200);
        get(LEADER, "/" + id).body("allowedActions", contains("reassign"));
        var move = Map.of("leadUnitId", SERVICE_CENTRE.id(), "reason", "Đúng chức năng của Trung tâm");
        post(COORDINATOR, "/" + id + "/reassign", move)
                .statusCode(403)
                .body("code", equalTo("task.only-issuer-leader"));

        post(LEADER, "/" + id + "/reassign", move)
                .statusCode(200)
                .body("state", equalTo("ASSIGNED"))
                .body("leadUnit.name", equalTo(SERVICE_CENTRE.name()))
                .body("history.action", contains("assign", "decline", "reassign"))
                .body("history[2].reason", equalTo("Đúng chức năng của Trung tâm"))
                .body("history[2].previousState", equalTo("DECLINED"))
                .body("history[2].oldValue", equalTo(CULTURE.name()))
                .body("history[2].newValue", equalTo(SERVICE_CENTRE.name()));
        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(403);
        post(SERVICE_HEAD, "/" + id + "/accept").statusCode(200).body("state", equalTo("ACCEPTED"));
        var told = Topics.awaitEvent(
                TaskAssigned.class,
                it -> it.taskId().equals(UUID.fromString(id)) && it.leadUnitId().equals(SERVICE_CENTRE.id()));
        assertThat(told.state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(told.assignedBy()).isEqualTo(LEADER.id());
    }

    @Test
    void taskIsMovedOnlyToAUnitThatCanBeOrdered() {
        var id = accepted("Không chuyển được");

        for (var wrong : List.of(OTHER_CULTURE.id(), ALL_DEPARTMENTS.id(), UUID.randomUUID())) {
            post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", wrong, "reason", "Thử"))
                    .statusCode(400)
                    .body("errors.code", contains("task.unit-not-assignable"));
        }
        post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", FRONT_UNIT.id(), "reason", "Thử"))
                .statusCode(400)
                .body("errors.code", contains("task.unit-asked-not-ordered"));
        post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", CULTURE.id(), "reason", "Thử"))
                .statusCode(409)
                .body("code", equalTo("task.already-of-this-unit"));
        post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", ECONOMY.id())).statusCode(400);
        get(LEADER, "/" + id).body("state", equalTo("ACCEPTED")).body("leadUnit.name", equalTo(CULTURE.name()));
    }

    @Test
    void newLeadDoesNotCoordinateWithItself() {
        String id = post(
                        LEADER,
                        "",
                        Map.of(
                                "title",
                                "Đổi vai",
                                "leadUnitId",
                                CULTURE.id(),
                                "coordinatingUnitIds",
                                List.of(ECONOMY.id(), FRONT_UNIT.id())))
                .statusCode(201)
                .extract()
                .path("id");
        post(ECONOMY_HEAD, "/" + id + "/coordinating/" + ECONOMY.id() + "/done").statusCode(200);

        post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", ECONOMY.id(), "reason", "Chủ trì"))
                .statusCode(200)
                .body("coordinatingDuties.unit.name", contains(FRONT_UNIT.name()))
                .body("coordinating.total", equalTo(1))
                .body("coordinating.done", equalTo(0));
        post(ECONOMY_HEAD, "/" + id + "/accept").statusCode(200);
    }

    @Test
    void coordinatingOrganizationOfItsOwnAttachesEvidence() {
        String id = post(
                        LEADER,
                        "",
                        Map.of(
                                "title",
                                "Phối hợp có minh chứng",
                                "leadUnitId",
                                CULTURE.id(),
                                "coordinatingUnitIds",
                                List.of(FRONT_UNIT.id())))
                .statusCode(201)
                .extract()
                .path("id");
        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(200);

        get(FRONT_HEAD, "/" + id).body("allowedActions", contains("attach-evidence"));
        attach(FRONT_HEAD, id, "anh-mat-tran.pdf", pdf()).statusCode(201);
        get(FRONT_HEAD, "/" + id).body("evidence.fileName", contains("anh-mat-tran.pdf"));
    }

    @Test
    void resultNeedsEvidence() {
        var id = accepted("Chưa có minh chứng");
        post(SPECIALIST, "/" + id + "/updates", Map.of("note", "Đang làm")).statusCode(200);

        post(CULTURE_HEAD, "/" + id + "/submit-result", Map.of("summary", "Xong"))
                .statusCode(409)
                .body("code", equalTo("task.evidence-missing"));
    }

    @Test
    void returnedResultIsNotComplete() {
        var id = submitted("Trả lại");

        post(COORDINATOR, "/" + id + "/return-result", Map.of("reason", "Thiếu ảnh"))
                .statusCode(200)
                .body("state", equalTo("IN_PROGRESS"))
                .body("submittedOn", nullValue())
                .body("punctuality", nullValue());
        assertThat(Topics.awaitEvent(TaskResultReturned.class, it -> it.taskId().equals(UUID.fromString(id)))
                        .reason())
                .isEqualTo("Thiếu ảnh");
    }

    @Test
    void delegationStaysInTheUnit() {
        var id = accepted("Phân công");

        for (var stranger : List.of(ECONOMY_HEAD.id(), UUID.randomUUID())) {
            post(CULTURE_HEAD, "/" + id + "/delegate", Map.of("assigneeId", stranger))
                    .statusCode(409)
                    .body("code", equalTo("task.assignee-of-another-unit"));
        }
    }

    @Test
    void repeatedSynchronizationCountsOnce() {
        var id = accepted("Đồng bộ lại");
        var update = Map.of("note", "Đã treo 5 băng rôn", "clientId", UUID.randomUUID());

        post(SPECIALIST, "/" + id + "/updates", update).statusCode(200);
        var version = post(SPECIALIST, "/" + id + "/updates", update)
                .statusCode(200)
                .body("history.action", contains("assign", "accept", "update"))
                .extract()
                .<Integer>path("version");
        post(SPECIALIST, "/" + accepted("Nhiệm vụ khác") + "/updates", update)
                .statusCode(409)
                .body("code", equalTo("task.update-id-taken"));
        get(SPECIALIST, "/" + id).body("version", equalTo(version));
    }

    @Test
    void whatIsRefusedForItsIdLeavesTheTaskAsItWas() {
        var taken = UUID.randomUUID();
        post(SPECIALIST, "/" + accepted("Trước") + "/updates", Map.of("note", "Đã làm", "clientId", taken))
                .statusCode(200);
        var id = accepted("Sau");
        var before = get(SPECIALIST, "/" + id).extract();

        post(SPECIALIST, "/" + id + "/updates", Map.of("note", "Đã làm", "clientId", taken))
                .statusCode(409)
                .body("code", equalTo("task.update-id-taken"));

        get(SPECIALIST, "/" + id)
                .body("version", equalTo(before.<Integer>path("version")))
                .body("history.action", contains("assign", "accept"));
    }

    @Test
    void staleTagIsRefusedAndTheSameTagCostsNoBody() {
        var id = assigned("Đụng độ");
        var tag = get(CULTURE_HEAD, "/" + id).extract().header("ETag");

        as(CULTURE_HEAD)
                .header("If-None-Match", tag)
                .get("/api/v1/tasks/" + id)
                .then()
                .statusCode(304);
        as(CULTURE_HEAD)
                .header("If-Match", tag)
                .post("/api/v1/tasks/" + id + "/accept")
                .then()
                .statusCode(200);
        as(CULTURE_HEAD)
                .header("If-Match", tag)
                .contentType(ContentType.JSON)
                .body(Map.of("assigneeId", SPECIALIST.id()))
                .post("/api/v1/tasks/" + id + "/delegate")
                .then()
                .statusCode(412)
                .header("ETag", not(equalTo(tag)))
                .body("code", equalTo("resource.changed-meanwhile"))
                .body("current.id", equalTo(id))
                .body("current.state", equalTo("ACCEPTED"));
        as(CULTURE_HEAD)
                .post("/api/v1/tasks/" + id + "/accept")
                .then()
                .statusCode(428)
                .body("code", equalTo("request.precondition-required"));
    }

    @Test
    void manyTasksAreChangedInOneRequestEachWithItsAnswer() {
        var first = assigned("Một trong nhiều");
        var second = assigned("Hai trong nhiều");
        var tag = get(CULTURE_HEAD, "/" + first).extract().header("ETag");
        var accept = List.of(
                Map.of("id", first, "ifMatch", tag, "action", "accept"),
                Map.of("id", UUID.randomUUID(), "ifMatch", "*", "action", "accept"),
                Map.of("id", second, "ifMatch", tag, "action", "accept"));

        post(CULTURE_HEAD, "/bulk?atomic=true", Map.of("items", accept))
                .statusCode(207)
                .body("items.status", contains(424, 404, 424));
        get(CULTURE_HEAD, "/" + first).body("state", equalTo("ASSIGNED"));
        var outcome = post(CULTURE_HEAD, "/bulk", Map.of("items", accept))
                .statusCode(207)
                .body("items.status", contains(200, 404, 412))
                .body("items[1].problem.code", equalTo("task.not-found"));
        String newest = outcome.extract().path("items[0].etag");
        var delegate = Map.of("id", first, "ifMatch", newest, "action", "delegate", "assigneeId", SPECIALIST.id());
        var incomplete = Map.of("id", first, "ifMatch", "*", "action", "reassign");
        post(CULTURE_HEAD, "/bulk", Map.of("items", List.of(delegate, incomplete)))
                .statusCode(207)
                .body("items.status", contains(200, 400))
                .body("items[1].problem.errors.pointer", contains("/leadUnitId"));
        get(CULTURE_HEAD, "/" + first)
                .body("assignee.id", equalTo(SPECIALIST.id().toString()));
    }

    @Test
    void tagOfAnotherTaskIsAsGoodAsAStaleOne() {
        var tagOfAnother =
                get(CULTURE_HEAD, "/" + assigned("Việc khác")).extract().header("ETag");
        var id = assigned("Cùng phiên bản");

        as(CULTURE_HEAD)
                .header("If-Match", tagOfAnother)
                .post("/api/v1/tasks/" + id + "/accept")
                .then()
                .statusCode(412);
        get(CULTURE_HEAD, "/" + id).body("state", equalTo("ASSIGNED"));
    }

    @Test
    void requestIsAnsweredByTheBodyItselfAndNotScored() {
        var id = assigned("Đề nghị vận động hội viên", FRONT_UNIT.id(), TestWorld.TODAY);
        get(LEADER, "/" + id).body("mode", equalTo("REQUEST")).body("state", equalTo("REQUESTED"));
        get(FRONT_HEAD, "?limit=200").body("items.id", hasItem(id));
        as(FRONT_HEAD).get("/api/v1/me/tasks?limit=200").then().body("items.id", hasItem(id));
        post(FRONT_HEAD, "/" + id + "/respond", Map.of("answer", "Xong")).statusCode(409);

        post(LEADER, "/" + id + "/acknowledge").statusCode(403);
        post(FRONT_HEAD, "/" + id + "/acknowledge").statusCode(200).body("state", equalTo("ACKNOWLEDGED"));
        world.itIs(TestWorld.TODAY.plusDays(9));
        post(FRONT_HEAD, "/" + id + "/respond", Map.of("answer", "Đã vận động 120 hội viên"))
                .statusCode(200)
                .body("state", equalTo("RESPONDED"))
                .body("resultSummary", equalTo("Đã vận động 120 hội viên"))
                .body("timeliness", nullValue())
                .body("punctuality", nullValue());
        get(LEADER, "/" + id).body("state", equalTo("RESPONDED"));
        assertThat(Topics.awaitEvent(
                                TaskRequestAnswered.class, it -> it.taskId().equals(UUID.fromString(id)))
                        .answeredBy())
                .isEqualTo(FRONT_HEAD.id());
    }

    @Test
    void eachCoordinatingUnitHasItsOwnDone() {
        String id = post(
                        LEADER,
                        "",
                        Map.of(
                                "title",
                                "Ra quân Ngày Chuyển đổi số",
                                "leadUnitId",
                                CULTURE.id(),
                                "coordinatingUnitIds",
                                List.of(ECONOMY.id(), FRONT_UNIT.id())))
                .statusCode(201)
                .extract()
                .path("id");
        var economy = "/" + id + "/coordinating/" + ECONOMY.id() + "/done";

        post(SERVICE_HEAD, economy).statusCode(403).body("code", equalTo("task.only-coordinating-head"));
        post(ECONOMY_HEAD, economy, Map.of("note", "Đã bố trí kinh phí"))
                .statusCode(200)
                .body("coordinating.total", equalTo(2))
                .body("coordinating.done", equalTo(1))
                .body("coordinatingDuties.find { it.unit.id == '" + ECONOMY.id() + "' }.doneOn", equalTo("2026-11-16"))
                .body("coordinatingDuties.find { it.unit.id == '" + FRONT_UNIT.id() + "' }.doneOn", nullValue());
        post(ECONOMY_HEAD, economy).statusCode(409).body("code", equalTo("task.coordinating-already-done"));
        post(ECONOMY_HEAD, "/" + id + "/coordinating/" + CULTURE.id() + "/done").statusCode(404);

        get(FRONT_HEAD, "?limit=200").body("items.id", hasItem(id));
        post(FRONT_HEAD, "/" + id + "/coordinating/" + FRONT_UNIT.id() + "/done")
                .statusCode(200)
                .body("coordinating.done", equalTo(2));
    }

    @Test
    void foreignUnitAndPastDayAreRefusedTogether() {
        post(LEADER, "", Map.of("title", "Sai đơn vị", "leadUnitId", OTHER_CULTURE.id(), "dueOn", "2026-11-15"))
                .statusCode(400)
                .body("errors.pointer", hasItems("/leadUnitId", "/dueOn"));
        post(LEADER, "", Map.of("title", "Một nhóm", "leadUnitId", ALL_DEPARTMENTS.id()))
                .statusCode(400)
                .body("errors.pointer", contains("/leadUnitId"));
    }

    @Test
    void listIsSoonestFirstAndPagesWithoutGapsOrRepeats() {
        var lead = ECONOMY.id();
        var none = assigned("Không hạn", lead, null);
        var late = assigned("Hạn xa", lead, TestWorld.TODAY.plusDays(20));
        var soon = assigned("Hạn gần", lead, TestWorld.TODAY.plusDays(1));

        var filter = "?unit=" + lead + "&state=ASSIGNED";
        var first = get(ECONOMY_HEAD, filter + "&limit=2").statusCode(200).extract();
        assertThat(first.<List<String>>path("items.id")).containsExactly(soon, late);
        assertThat(first.<List<String>>path("items.timeliness")).containsExactly("DUE_SOON", "ON_TRACK");
        as(ECONOMY_HEAD)
                .get(first.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.id", contains(none))
                .body("items.timeliness", contains("NO_DEADLINE"))
                .body("next", nullValue());

        var last = get(ECONOMY_HEAD, filter + "&limit=2&sort=-dueOn&fields=id,leadUnit.name")
                .statusCode(200)
                .body("items[0].keySet()", containsInAnyOrder("id", "leadUnit"))
                .extract();
        assertThat(last.<List<String>>path("items.id")).containsExactly(none, late);
        as(ECONOMY_HEAD)
                .urlEncodingEnabled(false)
                .get(last.<String>path("next"))
                .then()
                .statusCode(200)
                .body("items.id", contains(soon))
                .body("items[0].leadUnit.keySet()", contains("name"))
                .body("next", nullValue());
        get(ECONOMY_HEAD, "/" + soon + "?fields=id,leadUnit.name,allowedActions")
                .statusCode(200)
                .body("keySet()", containsInAnyOrder("id", "leadUnit", "allowedActions"))
                .body("leadUnit.keySet()", contains("name"));
        get(ECONOMY_HEAD, "/" + soon + "?fields=summary").statusCode(400);
        get(ECONOMY_HEAD, filter + "&sort=title").statusCode(400).body("errors.pointer", contains("?sort"));

        world.itIs(TestWorld.TODAY.plusDays(2));
        get(ECONOMY_HEAD, filter + "&overdue=true")
                .body("items.id", contains(soon))
                .body("items[0].timeliness", equalTo("OVERDUE"));
        get(ECONOMY_HEAD, "/count" + filter)
                .statusCode(200)
                .body("total", equalTo(3))
                .body("byState.ASSIGNED", equalTo(3))
                .body("overdue", equalTo(1));
        get(ECONOMY_HEAD, "?dueFrom=2026-11-18&dueTo=2026-12-31&unit=" + lead).body("items.id", contains(late));
    }

    @Test
    void lastDayThatIsADayOffIsLateOnlyAfterTheNextWorkingDay() {
        var sunday = TestWorld.TODAY.plusDays(6);
        var id = assigned("Hạn vào Chủ nhật", CULTURE.id(), sunday);
        var sundays = "?unit=" + CULTURE.id() + "&dueFrom=" + sunday + "&dueTo=" + sunday + "&limit=200";

        world.itIs(sunday.plusDays(1));
        get(CULTURE_HEAD, "/" + id)
                .body("deadline.lastDay", equalTo("2026-11-22"))
                .body("deadline.lastSafeDay", equalTo("2026-11-20"))
                .body("deadline.legalEnd", equalTo("2026-11-23"))
                .body("timeliness", equalTo("DUE_SOON"));
        get(CULTURE_HEAD, sundays + "&overdue=true").body("items.id", not(hasItem(id)));
        get(CULTURE_HEAD, "/count?unit=" + CULTURE.id() + "&dueFrom=" + sunday + "&dueTo=" + sunday)
                .body("overdue", equalTo(0));

        world.itIs(sunday.plusDays(2));
        get(CULTURE_HEAD, "/" + id).body("timeliness", equalTo("OVERDUE"));
        get(CULTURE_HEAD, sundays + "&overdue=true").body("items.id", hasItem(id));
        get(CULTURE_HEAD, "/count?unit=" + CULTURE.id() + "&dueFrom=" + sunday + "&dueTo=" + sunday)
                .body("overdue", equalTo(1));
        assertThat(Topics.awaitEvent(TaskAssigned.class, it -> it.taskId().equals(UUID.fromString(id)))
                        .deadline()
                        .legalEnd())
                .hasToString("2026-11-23");
    }

    @Test
    void unknownAndUnreadableParametersAreNamed() {
        get(LEADER, "?colour=red&state=DONE").statusCode(400).body("errors.pointer", contains("?colour"));
        get(LEADER, "?state=DONE&dueFrom=tomorrow")
                .statusCode(400)
                .body("errors.pointer", hasItems("?state", "?dueFrom"));
        get(LEADER, "?limit=201").statusCode(400);
        get(LEADER, "?dueTo=%2B999999999-12-31").statusCode(400).body("errors.pointer", contains("?dueTo"));
    }

    @Test
    void madeUpCursorsAreRefused() {
        var id = UUID.randomUUID().toString();
        for (var cursor : List.of(
                "nonsense",
                "%C3%A1",
                Cursor.of("tasks", "2026-11-16"),
                Cursor.of("plans", "2026-11-16", id),
                Cursor.of("tasks", "2026-13-45", id),
                Cursor.of("tasks", "+999999999-12-31", id),
                Cursor.of("tasks", "2026-11-16", "no-id"))) {
            get(LEADER, "?cursor=" + cursor).statusCode(400).body("code", equalTo("cursor.invalid"));
            as(LEADER).get("/api/v1/me/tasks?cursor=" + cursor).then().statusCode(400);
        }
    }

    @Test
    void myTasksAreThoseOfMyUnitsAndThoseDelegatedToMe() {
        var delegated = accepted("Của chuyên viên");
        var other = accepted("Chỉ của phòng");
        post(CULTURE_HEAD, "/" + delegated + "/delegate", Map.of("assigneeId", SPECIALIST.id()))
                .statusCode(200);

        as(SPECIALIST)
                .get("/api/v1/me/tasks?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(delegated))
                .body("items.id", not(hasItem(other)));
        as(CULTURE_HEAD).get("/api/v1/me/tasks?limit=200").then().body("items.id", hasItems(delegated, other));
        as(ECONOMY_HEAD).get("/api/v1/me/tasks?limit=200").then().body("items.id", not(hasItem(delegated)));
        get(LEADER, "?assignee=" + SPECIALIST.id() + "&limit=200")
                .body("items.id", hasItem(delegated))
                .body("items[0].assignee.name", notNullValue());
    }
}
