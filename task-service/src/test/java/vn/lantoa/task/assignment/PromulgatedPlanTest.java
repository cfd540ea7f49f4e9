package vn.lantoa.task.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static vn.lantoa.task.TestWorld.as;
import static vn.lantoa.task.TestWorld.before;
import static vn.lantoa.task.TestWorld.continuous;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.item;
import static vn.lantoa.task.TestWorld.plan;
import static vn.lantoa.task.TestWorld.post;
import static vn.lantoa.testkit.TestDirectory.ALL_DEPARTMENTS;
import static vn.lantoa.testkit.TestDirectory.COMMUNE;
import static vn.lantoa.testkit.TestDirectory.CULTURE;
import static vn.lantoa.testkit.TestDirectory.CULTURE_HEAD;
import static vn.lantoa.testkit.TestDirectory.ECONOMY;
import static vn.lantoa.testkit.TestDirectory.FRONT;
import static vn.lantoa.testkit.TestDirectory.FRONT_HEAD;
import static vn.lantoa.testkit.TestDirectory.FRONT_UNIT;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.SERVICE_CENTRE;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskState;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.GoldenExamples;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PromulgatedPlanTest {

    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    @Inject
    TestWorld world;

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    @Test
    void everyItemOfTheGoldenExampleBecomesOneTaskHoweverOftenItIsTold() {
        var plan = GoldenExamples.event("plan.promulgated.v1", PlanPromulgated.class);
        var eventId = Topics.send(plan);
        Topics.send(plan, eventId); // a redelivery
        Topics.send(plan); // the same version told again
        var next = plan(END, item("Kế hoạch sau", CULTURE.id(), List.of(), continuous()));
        Topics.send(next);
        awaitAssigned(next, 1);

        // five items, and of the yearly days 18/5 and 10/10 those within 400 days
        var told = assigned(plan);
        assertThat(told).filteredOn(it -> it.parentTaskId() == null).hasSize(5);
        assertThat(told).filteredOn(it -> it.parentTaskId() != null).hasSize(2);
        assertThat(told)
                .filteredOn(it -> it.parentTaskId() == null)
                .extracting(TaskAssigned::planItemId)
                .containsExactlyInAnyOrderElementsOf(plan.tasks().stream()
                        .map(PlanPromulgated.TaskItem::itemId)
                        .toList());
        assertThat(told)
                .filteredOn(it -> it.mode() == AssignMode.REQUEST)
                .singleElement()
                .satisfies(it -> assertThat(it.state()).isEqualTo(TaskState.REQUESTED));
        assertThat(told)
                .filteredOn(it -> "1.2".equals(it.number()))
                .singleElement()
                .satisfies(it -> {
                    // before Friday 15/01/2027
                    assertThat(it.deadline().lastDay()).isEqualTo(LocalDate.of(2027, 1, 14));
                    assertThat(it.deadline().lastSafeDay()).isEqualTo(LocalDate.of(2027, 1, 14));
                    assertThat(it.assignedBy()).isEqualTo(plan.approvedBy());
                });
    }

    @Test
    void taskKeepsThePlansWordsAndExpandsItsGroups() {
        var plan = plan(
                END,
                item(
                        "Phát thanh",
                        SERVICE_CENTRE.id(),
                        List.of(ALL_DEPARTMENTS.id(), FRONT_UNIT.id()),
                        before(LocalDate.of(2026, 11, 25))),
                item("Vận động", AssignMode.REQUEST, FRONT_UNIT.id(), List.of(), continuous()));
        Topics.send(plan);
        var told = awaitAssigned(plan, 2);

        var broadcast = told.stream()
                .filter(it -> it.mode() == AssignMode.ASSIGN)
                .findFirst()
                .orElseThrow();
        assertThat(broadcast.coordinatingUnitIds())
                .containsExactlyInAnyOrder(CULTURE.id(), ECONOMY.id(), FRONT_UNIT.id());
        assertThat(broadcast.deadline().lastDay()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(broadcast.deadline().lastSafeDay()).as("24/11 is a holiday").isEqualTo(LocalDate.of(2026, 11, 23));
        get(LEADER, "/" + broadcast.taskId())
                .statusCode(200)
                .body("plan.subject", equalTo("Truyền thông về chuyển đổi số"))
                .body("plan.number", equalTo("12"))
                .body("excerpt", equalTo("Nguyên văn: Phát thanh"))
                .body("product", equalTo("Chuyên mục hằng tuần"))
                .body("rule.words", equalTo("Trước ngày 2026-11-25"))
                .body("coordinatingAsWritten", contains("Các phòng chuyên môn"))
                .body(
                        "coordinatingDuties.unit.name",
                        containsInAnyOrder(CULTURE.name(), ECONOMY.name(), FRONT_UNIT.name()));
        var request = told.stream()
                .filter(it -> it.mode() == AssignMode.REQUEST)
                .findFirst()
                .orElseThrow();
        assertThat(request.receivingOrganizationId()).isEqualTo(FRONT.id());
        get(FRONT_HEAD, "/" + request.taskId()).statusCode(200).body("allowedActions", contains("acknowledge"));
        get(LEADER, "?limit=200&planId=" + plan.planId())
                .body(
                        "items.id",
                        containsInAnyOrder(
                                broadcast.taskId().toString(), request.taskId().toString()));
    }

    @Test
    void unitsThatAreNotKnownYetDoNotHoldUpTheirTasks() {
        var lead = UUID.randomUUID();
        var group = UUID.randomUUID();
        var plan = plan(END, item("Đơn vị mới", AssignMode.REQUEST, lead, List.of(group), continuous()));
        Topics.send(plan);
        var task = awaitAssigned(plan, 1).getFirst();
        assertThat(task.receivingOrganizationId()).isNull();
        get(LEADER, "/" + task.taskId())
                .body("leadUnit.id", equalTo(lead.toString()))
                .body("leadUnit.name", nullValue())
                .body("coordinatingDuties.unit.id", contains(group.toString()));
        get(FRONT_HEAD, "/" + task.taskId()).statusCode(404);

        Topics.send(unit(lead, "Hội Nông dân xã", UnitKind.FATHERLAND_FRONT, FRONT.id(), List.of()));
        Topics.send(unit(group, "Các đơn vị", UnitKind.GROUP, null, List.of(CULTURE.id(), ECONOMY.id())));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(LEADER, "/" + task.taskId())
                .body("leadUnit.name", equalTo("Hội Nông dân xã"))
                .body("coordinatingDuties.unit.name", containsInAnyOrder(CULTURE.name(), ECONOMY.name())));
        get(FRONT_HEAD, "/" + task.taskId()).statusCode(200).body("history.action", contains("request"));
        var again = Topics.awaitEvent(
                TaskAssigned.class,
                it -> it.taskId().equals(task.taskId()) && FRONT.id().equals(it.receivingOrganizationId()));
        assertThat(again.state()).isEqualTo(TaskState.REQUESTED);
        assertThat(again.coordinatingUnitIds()).isNotEmpty();
    }

    @Test
    void continuousTaskLastsUntilThePlanEnds() {
        var plan = plan(END, item("Duy trì chuyên mục", CULTURE.id(), List.of(), continuous()));
        Topics.send(plan);
        var id = "/" + awaitAssigned(plan, 1).getFirst().taskId();
        get(CULTURE_HEAD, id).body("timeliness", equalTo("NO_DEADLINE")).body("deadline", nullValue());
        post(CULTURE_HEAD, id + "/accept").statusCode(200);
        TestWorld.attach(CULTURE_HEAD, id.substring(1), "tin.pdf", TestWorld.pdf())
                .statusCode(201);
        var result = Map.of("summary", "Đã duy trì");

        post(CULTURE_HEAD, id + "/submit-result", result)
                .statusCode(409)
                .body("code", equalTo("task.lasts-until-plan-ends"))
                .body("planEndsOn", equalTo("2026-12-31"));
        world.itIs(END);
        post(CULTURE_HEAD, id + "/submit-result", result).statusCode(200);
        post(LEADER, id + "/accept-result").statusCode(200).body("punctuality", equalTo("NO_DEADLINE"));
    }

    @Test
    void poisonGoesToTheDeadLettersAndTheNextPlanIsStillTaken() {
        var key = UUID.randomUUID().toString();
        Topics.send("plans", key, "{\"no\": \"event\"}");
        var plan = plan(END, item("Sau thông điệp hỏng", CULTURE.id(), List.of(), continuous()));
        Topics.send(plan);

        awaitAssigned(plan, 1);
        var dead = Topics.awaitRecord("plans.task-service.dead", it -> key.equals(it.key()));
        assertThat(dead.value()).isEqualTo("{\"no\": \"event\"}");
        assertThat(dead.headers().lastHeader("dead-letter-reason")).isNotNull();
    }

    @Test
    void planWithoutTasksIsTakenInSilence() {
        var empty = plan(END);
        Topics.send(empty);
        var next = plan(END, item("Kế hoạch sau", CULTURE.id(), List.of(), continuous()));
        Topics.send(next);

        awaitAssigned(next, 1);
        as(LEADER)
                .get("/api/v1/tasks?planId=" + empty.planId())
                .then()
                .statusCode(200)
                .body("items", empty());
        as(LEADER).get("/api/v1/tasks?planId=" + next.planId()).then().body("items.title", hasItem("Kế hoạch sau"));
    }

    private static List<TaskAssigned> awaitAssigned(PlanPromulgated plan, int tasks) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> assigned(plan), it -> it.size() >= tasks);
    }

    private static List<TaskAssigned> assigned(PlanPromulgated plan) {
        return Topics.events("tasks", TaskAssigned.class).stream()
                .filter(it -> plan.planId().equals(it.planId()))
                .toList();
    }

    private static UnitRecorded unit(UUID id, String name, UnitKind kind, UUID represents, List<UUID> members) {
        return new UnitRecorded(
                COMMUNE.id(), id, name, List.of(), kind, null, represents, members, LocalDate.of(2025, 7, 1), null);
    }
}
