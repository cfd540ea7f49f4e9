package vn.lantoa.task.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.task.TestWorld.TODAY;
import static vn.lantoa.task.TestWorld.amended;
import static vn.lantoa.task.TestWorld.as;
import static vn.lantoa.task.TestWorld.attach;
import static vn.lantoa.task.TestWorld.before;
import static vn.lantoa.task.TestWorld.continuous;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.item;
import static vn.lantoa.task.TestWorld.pdf;
import static vn.lantoa.task.TestWorld.plan;
import static vn.lantoa.task.TestWorld.post;
import static vn.lantoa.testkit.TestDirectory.COMMUNE;
import static vn.lantoa.testkit.TestDirectory.CULTURE;
import static vn.lantoa.testkit.TestDirectory.CULTURE_HEAD;
import static vn.lantoa.testkit.TestDirectory.ECONOMY;
import static vn.lantoa.testkit.TestDirectory.ECONOMY_HEAD;
import static vn.lantoa.testkit.TestDirectory.FRONT;
import static vn.lantoa.testkit.TestDirectory.FRONT_HEAD;
import static vn.lantoa.testkit.TestDirectory.FRONT_UNIT;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.SERVICE_CENTRE;
import static vn.lantoa.testkit.TestDirectory.SERVICE_HEAD;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanClosed;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.PlanReplaced;
import vn.lantoa.events.PlanRevoked;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAmended.FieldChange;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskSchedule.YearlyDay;
import vn.lantoa.events.TaskState;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class AmendedPlanTest {

    private static final LocalDate END = LocalDate.of(2030, 12, 31);
    private static final LocalDate DUE = LocalDate.of(2027, 1, 15);
    private static final String DECISION = "Điều chỉnh theo Quyết định số 45/QĐ-UBND ngày 02/3/2027";
    private static final YearlyDay SCIENCE = new YearlyDay("05-18", "Ngày Khoa học và Công nghệ");
    private static final YearlyDay DIGITAL = new YearlyDay("10-10", "Ngày Chuyển đổi số");

    @Inject
    TestWorld world;

    @Inject
    OccurrenceSweep sweep;

    @Inject
    FollowPlanVersion followVersion;

    @Inject
    FollowPlanEnd followEnd;

    private final List<PlanInForce> told = new ArrayList<>();

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    /** Open tasks of this test are nobody's work in the next. */
    @AfterEach
    void plansEnd() {
        told.forEach(plan -> followEnd.handle(FollowPlanEnd.Command.of(revoked(plan, 99))));
    }

    @Test
    void taskFollowsEveryChangeOfItsItemAndGoesOn() {
        var item = item("Phát thanh", CULTURE.id(), List.of(ECONOMY.id()), before(DUE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(200);
        var seen = get(CULTURE_HEAD, "/" + id)
                .body("planVersion", equalTo(1))
                .extract()
                .header("ETag");

        Topics.send(amended(
                plan,
                2,
                END,
                new TaskItem(
                        item.itemId(),
                        "2.1a",
                        "Phát thanh chuyên đề",
                        AssignMode.ASSIGN,
                        CULTURE.id(),
                        List.of(SERVICE_CENTRE.id()),
                        List.of("Trung tâm"),
                        before(LocalDate.of(2027, 4, 15)),
                        "Băng ghi âm",
                        "Nguyên văn mới")));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(CULTURE_HEAD, "/" + id).body("planVersion", equalTo(2)));
        get(CULTURE_HEAD, "/" + id)
                .body("state", equalTo("ACCEPTED"))
                .body("number", equalTo("2.1a"))
                .body("title", equalTo("Phát thanh chuyên đề"))
                .body("product", equalTo("Băng ghi âm"))
                .body("excerpt", equalTo("Nguyên văn mới"))
                .body("deadline.lastDay", equalTo("2027-04-14"))
                .body("coordinatingAsWritten", contains("Trung tâm"))
                .body("coordinatingDuties.unit.id", contains(SERVICE_CENTRE.id().toString()))
                .body("history.action", contains("assign", "accept", "amend"))
                .body("history[2].by.name", equalTo(LEADER.name()))
                .body("history[2].reason", equalTo(DECISION))
                .body("history[2].newValue", containsString("title: Phát thanh chuyên đề"));
        as(CULTURE_HEAD)
                .contentType(ContentType.JSON)
                .header("If-Match", seen)
                .body(Map.of("assigneeId", SPECIALIST.id()))
                .post("/api/v1/tasks/" + id + "/delegate")
                .then()
                .statusCode(412);
        var event = Topics.awaitEvent(TaskAmended.class, it -> it.taskId().equals(id));
        assertThat(event.amendedBy()).isEqualTo(LEADER.id());
        assertThat(event.previousDeadline().lastDay()).isEqualTo("2027-01-14");
        assertThat(event.changes())
                .extracting(FieldChange::field)
                .containsExactly(
                        "number",
                        "title",
                        "coordinatingUnitIds",
                        "coordinatingAsWritten",
                        "schedule",
                        "deadline",
                        "product",
                        "excerpt");
    }

    @Test
    void anotherLeadBeginsAnewAndKeepsWhatWasProved() {
        var item = item("Ra quân", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        submit(id);

        Topics.send(amended(plan, 2, END, led(item, AssignMode.ASSIGN, SERVICE_CENTRE.id())));

        awaitState(id, "ASSIGNED");
        get(SERVICE_HEAD, "/" + id)
                .body("leadUnit.id", equalTo(SERVICE_CENTRE.id().toString()))
                .body("submittedOn", nullValue())
                .body("resultSummary", nullValue())
                .body("assignee", nullValue())
                .body("assignedBy.name", equalTo(LEADER.name()))
                .body("evidence", hasSize(1))
                .body("allowedActions", containsInAnyOrder("accept", "decline"));
        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(403);
    }

    @Test
    void orderBecomesARequestOfABodyOutsideOfTheChainOfCommand() {
        var item = item("Vận động", CULTURE.id(), List.of(), continuous(SCIENCE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        get(FRONT_HEAD, "/" + id).statusCode(404);

        Topics.send(amended(plan, 2, END, led(item, AssignMode.REQUEST, FRONT_UNIT.id())));

        awaitState(id, "REQUESTED");
        get(FRONT_HEAD, "/" + id)
                .statusCode(200)
                .body("receivingOrganizationId", equalTo(FRONT.id().toString()))
                .body("allowedActions", contains("acknowledge"));
        get(FRONT_HEAD, "?limit=200&parent=" + id).body("items.state", contains("REQUESTED"));
    }

    @Test
    void whatIsDoneStaysWithItsVersion() {
        var item = item("Tập huấn", CULTURE.id(), List.of(), before(DUE));
        var other = item("Còn mở", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, item, other));
        var done = awaitTask(plan, item);
        submit(done);
        post(LEADER, "/" + done + "/accept-result").statusCode(200);

        Topics.send(amended(plan, 2, END, titled(item, "Tập huấn lại"), titled(other, "Đổi tên")));

        var open = awaitTask(plan, other);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(LEADER, "/" + open).body("title", equalTo("Đổi tên")));
        get(LEADER, "/" + done)
                .body("title", equalTo("Tập huấn"))
                .body("planVersion", equalTo(1))
                .body("state", equalTo("COMPLETED"));
    }

    @Test
    void itemsAreAddedAndEnded() {
        var kept = item("Giữ nguyên", CULTURE.id(), List.of(), before(DUE));
        var ended = item("Bị cắt", CULTURE.id(), List.of(ECONOMY.id()), continuous(SCIENCE));
        var plan = tell(plan(END, kept, ended));
        var id = awaitTask(plan, ended);
        var added = item("Mới", CULTURE.id(), List.of(), before(DUE));

        Topics.send(amended(plan, 2, END, kept, added));

        awaitState(id, "CANCELLED");
        get(CULTURE_HEAD, "/" + id)
                .body("allowedActions", empty())
                .body("timeliness", nullValue())
                .body("coordinatingDuties.mayBeDone", not(hasItem(true)))
                .body("history[1].action", equalTo("cancel"))
                .body("history[1].reason", equalTo(DECISION))
                .body("history[1].by.name", equalTo(LEADER.name()));
        post(ECONOMY_HEAD, "/" + id + "/coordinating/" + ECONOMY.id() + "/done")
                .statusCode(409)
                .body("code", equalTo("task.not-in-this-state"));
        get(LEADER, "/count?planId=" + plan.planId())
                .body("byState.CANCELLED", equalTo(2))
                .body("byState.ASSIGNED", equalTo(2));
        as(CULTURE_HEAD)
                .get("/api/v1/me/tasks?limit=200")
                .then()
                .body("items.id", not(hasItem(id.toString())))
                .body("items.id", hasItem(awaitTask(plan, added).toString()));
        get(LEADER, "/" + awaitTask(plan, kept)).body("planVersion", equalTo(2)).body("history", hasSize(1));
        var event = Topics.awaitEvent(TaskCancelled.class, it -> it.taskId().equals(id));
        assertThat(event.planVersion()).isEqualTo(2);
        assertThat(event.reason()).isEqualTo(DECISION);
        assertThat(event.continuedInPlanId()).isNull();
    }

    @Test
    void resultOfAnItemThatEndedIsStillJudged() {
        var item = item("Đã nộp", CULTURE.id(), List.of(), before(DUE));
        var other = item("Chưa nộp", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, item, other));
        var id = awaitTask(plan, item);
        submit(id);

        Topics.send(amended(plan, 2, END));

        awaitState(awaitTask(plan, other), "CANCELLED");
        post(LEADER, "/" + id + "/accept-result").statusCode(200).body("state", equalTo("COMPLETED"));
    }

    @Test
    void coordinatingUnitsChangeAndADonePartIsKept() {
        var item = item("Phối hợp", CULTURE.id(), List.of(ECONOMY.id(), FRONT_UNIT.id()), before(DUE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        post(ECONOMY_HEAD, "/" + id + "/coordinating/" + ECONOMY.id() + "/done").statusCode(200);

        Topics.send(amended(
                plan,
                2,
                END,
                new TaskItem(
                        item.itemId(),
                        item.number(),
                        item.title(),
                        item.mode(),
                        item.leadUnitId(),
                        List.of(SERVICE_CENTRE.id()),
                        item.coordinatingAsWritten(),
                        item.schedule(),
                        item.product(),
                        item.excerpt())));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(LEADER, "/" + id)
                .body(
                        "coordinatingDuties.unit.id",
                        containsInAnyOrder(
                                ECONOMY.id().toString(), SERVICE_CENTRE.id().toString())));
        get(LEADER, "/" + id).body("coordinating.total", equalTo(2)).body("coordinating.done", equalTo(1));
    }

    @Test
    void daysAreDroppedAddedAndRenamedAndNoneIsDoubled() {
        var item = item("Hưởng ứng", CULTURE.id(), List.of(), continuous(SCIENCE, DIGITAL));
        var plan = tell(plan(END, item));
        awaitTask(plan, item);

        var after = timed(
                item,
                continuous(
                        new YearlyDay("10-10", "Ngày Chuyển đổi số quốc gia"),
                        new YearlyDay("11-09", "Ngày Pháp luật")));
        Topics.send(amended(plan, 2, END, after));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(days(plan)).containsExactly("2027-10-10", "2027-11-09"));
        get(LEADER, "?state=CANCELLED&planId=" + plan.planId()).body("items.occurrenceOn", contains("2027-05-18"));
        get(LEADER, "?dueFrom=2027-10-01&planId=" + plan.planId())
                .body(
                        "items.title",
                        contains(
                                "Hưởng ứng – Ngày Chuyển đổi số quốc gia (10/10/2027)",
                                "Hưởng ứng – Ngày Pháp luật (09/11/2027)"));
        sweep.run();
        assertThat(days(plan)).containsExactly("2027-10-10", "2027-11-09");
        world.itIs(LocalDate.of(2027, 11, 30));
        sweep.run();
        assertThat(days(plan)).containsExactly("2027-10-10", "2027-11-09", "2028-10-10", "2028-11-09");
    }

    @Test
    void taskBeginsAndStopsToRecur() {
        var item = item("Kỷ niệm", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);

        Topics.send(amended(plan, 2, END, timed(item, continuous(SCIENCE))));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(days(plan)).containsExactly("2027-05-18"));
        get(LEADER, "/" + id).body("deadline", nullValue()).body("rule.kind", equalTo("CONTINUOUS"));

        Topics.send(amended(plan, 3, END, item));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(days(plan)).isEmpty());
        get(LEADER, "/" + id).body("deadline.lastDay", equalTo("2027-01-14"));
        world.itIs(LocalDate.of(2028, 1, 1));
        sweep.run();
        assertThat(days(plan)).isEmpty();
    }

    @Test
    void planIsShortenedAndExtended() {
        var lasting = item("Duy trì", CULTURE.id(), List.of(), continuous(SCIENCE, DIGITAL));
        var once = item("Một lần", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, lasting, once));
        var id = awaitTask(plan, lasting);
        var shorter = LocalDate.of(2027, 6, 30);

        Topics.send(amended(plan, 2, shorter, lasting, once));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(days(plan)).containsExactly("2027-05-18"));
        for (var task : List.of(id, awaitTask(plan, once))) {
            get(LEADER, "/" + task).body("planEndsOn", equalTo("2027-06-30")).body("planVersion", equalTo(2));
        }
        var told = Topics.awaitEvent(TaskAmended.class, it -> it.taskId().equals(id));
        assertThat(told.changes()).containsExactly(new FieldChange("planEndsOn", "31/12/2030", "30/06/2027"));
        world.itIs(LocalDate.of(2027, 6, 1));
        sweep.run();
        assertThat(days(plan)).containsExactly("2027-05-18");

        Topics.send(amended(plan, 3, END, lasting, once));
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(days(plan)).containsExactly("2027-05-18", "2027-10-10", "2028-05-18"));
        sweep.run();
        assertThat(days(plan)).containsExactly("2027-05-18", "2027-10-10", "2028-05-18");
    }

    @Test
    void declinedTaskThatIsTakenUpAgainHasTheDaysOfTheNewVersion() {
        var item = item("Bị từ chối", CULTURE.id(), List.of(), continuous(SCIENCE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        post(CULTURE_HEAD, "/" + id + "/decline", Map.of("reason", "Không thuộc chức năng"))
                .statusCode(200);

        follow(amended(plan, 2, END, timed(item, continuous(SCIENCE, DIGITAL))));
        sweep.run();
        assertThat(days(plan)).containsExactly("2027-05-18");
        post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", CULTURE.id(), "reason", "Vẫn giao"))
                .statusCode(200);
        world.itIs(TODAY.plusDays(1));
        sweep.run();
        assertThat(days(plan)).containsExactly("2027-05-18", "2027-10-10");
    }

    @Test
    void leadersChoiceGoesOnForNewDaysAndOutlivesTheAmendment() {
        var item = item("Được chuyển", CULTURE.id(), List.of(), continuous(SCIENCE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        post(LEADER, "/" + id + "/reassign", Map.of("leadUnitId", SERVICE_CENTRE.id(), "reason", "Phù hợp hơn"))
                .statusCode(200);

        follow(amended(plan, 2, END, timed(item, continuous(SCIENCE, DIGITAL))));

        get(LEADER, "/" + id).body("leadUnit.id", equalTo(SERVICE_CENTRE.id().toString()));
        get(LEADER, "?dueFrom=2027-10-10&planId=" + plan.planId())
                .body("items.leadUnit.id", contains(SERVICE_CENTRE.id().toString()));
    }

    @Test
    void unitsThatAreNotKnownYetDoNotHoldUpAnAmendment() {
        var item = item("Đổi đơn vị", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        var lead = UUID.randomUUID();
        var group = UUID.randomUUID();

        Topics.send(amended(
                plan,
                2,
                END,
                new TaskItem(
                        item.itemId(),
                        item.number(),
                        item.title(),
                        AssignMode.REQUEST,
                        lead,
                        List.of(group),
                        List.of("Các đơn vị"),
                        item.schedule(),
                        item.product(),
                        item.excerpt())));
        awaitState(id, "REQUESTED");
        Topics.send(unit(lead, "Hội Cựu chiến binh xã", UnitKind.FATHERLAND_FRONT, FRONT.id(), List.of()));
        Topics.send(unit(group, "Các đơn vị mới", UnitKind.GROUP, null, List.of(CULTURE.id(), SERVICE_CENTRE.id())));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(LEADER, "/" + id)
                .body("leadUnit.name", equalTo("Hội Cựu chiến binh xã"))
                .body("receivingOrganizationId", equalTo(FRONT.id().toString()))
                .body(
                        "coordinatingDuties.unit.id",
                        containsInAnyOrder(
                                CULTURE.id().toString(), SERVICE_CENTRE.id().toString())));
        get(FRONT_HEAD, "/" + id).statusCode(200);
    }

    @Test
    void versionThatIsOvertakenOrToldAgainChangesNothing() {
        var item = item("Phiên bản 1", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, item));
        var id = awaitTask(plan, item);
        var third = amended(plan, 3, END, titled(item, "Phiên bản 3"));

        var eventId = Topics.send(third);
        Topics.send(third, eventId);
        Topics.send(third);
        Topics.send(amended(
                plan, 2, END, titled(item, "Phiên bản 2"), item("Chỉ ở 2", CULTURE.id(), List.of(), before(DUE))));
        Topics.send(plan);
        Topics.send(amended(plan, 4, END, titled(item, "Phiên bản 4")));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(LEADER, "/" + id).body("title", equalTo("Phiên bản 4")));
        get(LEADER, "/" + id).body("history.action", contains("assign", "amend", "amend"));
        get(LEADER, "?planId=" + plan.planId()).body("items.title", contains("Phiên bản 4"));
        Topics.awaitEvent(TaskAmended.class, it -> it.taskId().equals(id) && it.planVersion() == 4);
        assertThat(Topics.events("tasks", TaskAmended.class))
                .filteredOn(it -> it.taskId().equals(id))
                .extracting(TaskAmended::planVersion)
                .containsExactly(3, 4);
    }

    @Test
    void amendmentThatComesFirstGivesTheTasks() {
        var item = item("Nghe sau", CULTURE.id(), List.of(), continuous(SCIENCE));
        var first = plan(END, titled(item, "Nghe trước"));
        told.add(first);

        Topics.send(amended(first, 2, END, item));
        var id = awaitTask(first, item);
        Topics.send(first);
        Topics.send(amended(first, 3, END, titled(item, "Sau cùng")));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(LEADER, "/" + id).body("title", equalTo("Sau cùng")));
        get(LEADER, "/" + id).body("history.action", contains("assign", "amend"));
    }

    @Test
    void endThatComesBeforeItsVersionLetsNothingBeGiven() {
        var item = item("Không còn", CULTURE.id(), List.of(), before(DUE));
        var plan = plan(END, item);
        Topics.send(revoked(plan, 1));
        Topics.send(plan);
        Topics.send(amended(plan, 2, END, item));

        var next = tell(plan(END, item("Kế hoạch sau", CULTURE.id(), List.of(), before(DUE))));
        awaitTask(next, next.tasks().getFirst());
        get(LEADER, "?planId=" + plan.planId()).body("items", empty());
    }

    @Test
    void endCallsOffWhatIsOpenOnceAndForAll() {
        var open = item("Còn mở", CULTURE.id(), List.of(), continuous(SCIENCE));
        var done = item("Đã xong", CULTURE.id(), List.of(), before(DUE));
        var submitted = item("Đã nộp", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, open, done, submitted));
        var id = awaitTask(plan, open);
        submit(awaitTask(plan, done));
        post(LEADER, "/" + awaitTask(plan, done) + "/accept-result").statusCode(200);
        submit(awaitTask(plan, submitted));

        Topics.send(new PlanClosed(
                plan.planId(),
                COMMUNE.id(),
                1,
                plan.subject(),
                PlanState.IN_EXECUTION,
                PlanState.CLOSED,
                TODAY,
                LEADER.id(),
                null,
                null,
                List.of(id)));

        awaitState(id, "CANCELLED");
        get(LEADER, "/" + id).body("history[1].reason", equalTo("Kế hoạch kết thúc ngày 16/11/2026"));
        get(LEADER, "/" + awaitTask(plan, done)).body("state", equalTo("COMPLETED"));
        var judged = awaitTask(plan, submitted);
        post(LEADER, "/" + judged + "/return-result", Map.of("reason", "Thiếu ảnh"))
                .statusCode(200);
        Topics.send(revoked(plan, 1));
        Topics.send(amended(plan, 2, END, open, submitted));
        world.itIs(LocalDate.of(2028, 1, 1));
        sweep.run();

        var next = tell(plan(END, item("Kế hoạch sau", CULTURE.id(), List.of(), before(DUE))));
        awaitTask(next, next.tasks().getFirst());
        get(LEADER, "/" + judged).body("state", equalTo("IN_PROGRESS"));
        get(LEADER, "/count?planId=" + plan.planId()).body("total", equalTo(4)).body("byState.CANCELLED", equalTo(2));
    }

    @Test
    void replacedPlanSaysWhereItsWorkGoesOn() {
        var moved = item("Chuyển sang", CULTURE.id(), List.of(), continuous(SCIENCE));
        var dropped = item("Thôi làm", CULTURE.id(), List.of(), before(DUE));
        var plan = tell(plan(END, moved, dropped));
        awaitTask(plan, moved);
        var replacing = UUID.randomUUID();
        var continued = UUID.randomUUID();

        Topics.send(new PlanReplaced(
                plan.planId(),
                COMMUNE.id(),
                1,
                plan.subject(),
                PlanState.IN_EXECUTION,
                PlanState.REPLACED,
                TODAY,
                LEADER.id(),
                null,
                null,
                replacing,
                List.of(new PlanReplaced.MovedItem(moved.itemId(), continued))));

        var cancelled = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Topics.events("tasks", TaskCancelled.class).stream()
                                .filter(it -> plan.planId().equals(it.planId()))
                                .toList(),
                        it -> it.size() == 3);
        assertThat(cancelled)
                .allMatch(it -> it.reason().equals("Được thay thế bởi kế hoạch khác"))
                .allMatch(it ->
                        it.state() == TaskState.CANCELLED && it.cancelledBy().equals(LEADER.id()))
                .filteredOn(it -> moved.itemId().equals(it.planItemId()))
                .hasSize(2)
                .allMatch(it -> replacing.equals(it.continuedInPlanId()) && continued.equals(it.continuedByItemId()));
        assertThat(cancelled)
                .filteredOn(it -> dropped.itemId().equals(it.planItemId()))
                .allMatch(it -> it.continuedInPlanId() == null && it.continuedByItemId() == null);
    }

    private PlanPromulgated tell(PlanPromulgated plan) {
        told.add(plan);
        Topics.send(plan);
        return plan;
    }

    private void follow(PlanInForce version) {
        followVersion.handle(FollowPlanVersion.Command.of(version));
    }

    /** The task of an item that was told first. */
    private static UUID awaitTask(PlanInForce plan, TaskItem item) {
        return await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Topics.events("tasks", TaskAssigned.class).stream()
                                .filter(it -> plan.planId().equals(it.planId())
                                        && item.itemId().equals(it.planItemId())
                                        && it.parentTaskId() == null)
                                .map(TaskAssigned::taskId)
                                .findFirst(),
                        it -> it.isPresent())
                .orElseThrow();
    }

    private static void awaitState(UUID taskId, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> get(LEADER, "/" + taskId).body("state", equalTo(state)));
    }

    private static void submit(UUID id) {
        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(200);
        post(CULTURE_HEAD, "/" + id + "/delegate", Map.of("assigneeId", SPECIALIST.id()))
                .statusCode(200);
        attach(CULTURE_HEAD, id.toString(), "anh.pdf", pdf()).statusCode(201);
        post(CULTURE_HEAD, "/" + id + "/submit-result", Map.of("summary", "Đã làm xong"))
                .statusCode(200);
    }

    /** Of the occurrences that stand. */
    private static List<String> days(PlanInForce plan) {
        var states = "state=ASSIGNED&state=ACCEPTED&state=IN_PROGRESS&state=COMPLETED";
        List<String> days = get(LEADER, "?limit=200&" + states + "&planId=" + plan.planId())
                .statusCode(200)
                .extract()
                .path("items.occurrenceOn");
        return days.stream().filter(Objects::nonNull).toList();
    }

    private static TaskItem titled(TaskItem item, String title) {
        return new TaskItem(
                item.itemId(),
                item.number(),
                title,
                item.mode(),
                item.leadUnitId(),
                item.coordinatingUnitIds(),
                item.coordinatingAsWritten(),
                item.schedule(),
                item.product(),
                item.excerpt());
    }

    private static TaskItem led(TaskItem item, AssignMode mode, UUID lead) {
        return new TaskItem(
                item.itemId(),
                item.number(),
                item.title(),
                mode,
                lead,
                item.coordinatingUnitIds(),
                item.coordinatingAsWritten(),
                item.schedule(),
                item.product(),
                item.excerpt());
    }

    private static TaskItem timed(TaskItem item, TaskSchedule schedule) {
        return new TaskItem(
                item.itemId(),
                item.number(),
                item.title(),
                item.mode(),
                item.leadUnitId(),
                item.coordinatingUnitIds(),
                item.coordinatingAsWritten(),
                schedule,
                item.product(),
                item.excerpt());
    }

    private static PlanRevoked revoked(PlanInForce plan, int version) {
        return new PlanRevoked(
                plan.planId(),
                plan.organizationId(),
                version,
                plan.subject(),
                PlanState.IN_EXECUTION,
                PlanState.REVOKED,
                TODAY,
                LEADER.id(),
                "Không còn phù hợp",
                new DecidingDocument("QD", "61", "QĐ-UBND", LocalDate.of(2027, 5, 4), null));
    }

    private static UnitRecorded unit(UUID id, String name, UnitKind kind, UUID represents, List<UUID> members) {
        return new UnitRecorded(
                COMMUNE.id(), id, name, List.of(), kind, null, represents, members, LocalDate.of(2025, 7, 1), null);
    }
}
