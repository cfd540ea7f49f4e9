package vn.lantoa.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.plan.plan.PlanScenario;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;

/** Who may amend a plan, when and how, and what its versions tell. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class AmendmentResourceTest {

    @Inject
    DirectoryCopy directory;

    @Inject
    Jdbi db;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void amendedPlanHasANewVersionAndKeepsTheOldOne() {
        var plan = IssuedPlan.make();
        var moved = plan.taskId(0);
        var ended = plan.taskId(2);
        plan.amend(IssuedPlan.wish(Map.of(
                        "subject",
                        "Phổ biến dịch vụ công trực tuyến (sửa đổi)",
                        "tasks",
                        Map.of(
                                "add",
                                List.of(IssuedPlan.task("Tập huấn tổ công nghệ số cộng đồng")),
                                "change",
                                Map.of(moved, Map.of("schedule", Map.of("to", "2027-02-15"))),
                                "remove",
                                List.of(ended)))))
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("state", equalTo("PROMULGATED"))
                .body("subject", equalTo("Phổ biến dịch vụ công trực tuyến (sửa đổi)"))
                .body("tasks", hasSize(3))
                .body("tasks.id", not(hasItem(ended)))
                .body("tasks[0].schedule.to", equalTo("2027-02-15"))
                .body("tasks[0].schedule.words", equalTo("trước ngày 15/02/2027"))
                .body("tasks[2].title", equalTo("Tập huấn tổ công nghệ số cộng đồng"))
                .body("tasks[2].coordinatingUnits", contains("Phòng Văn hóa - Xã hội"));

        PlanScenario.as(TestDirectory.SPECIALIST)
                .get(plan.address() + "/versions?limit=1")
                .then()
                .statusCode(200)
                .body("items.version", contains(2))
                .body("items[0].document.number", equalTo("15"))
                .body("items[0].reason", equalTo("Điều chỉnh theo tình hình thực tế"))
                .body("next", notNullValue());
        var next = PlanScenario.as(TestDirectory.SPECIALIST)
                .get(plan.address() + "/versions?limit=1")
                .jsonPath()
                .getString("next");
        PlanScenario.as(TestDirectory.SPECIALIST)
                .get(next)
                .then()
                .body("items.version", contains(1))
                .body("items[0].document", nullValue())
                .body("next", nullValue());
        var first = plan.version(1);
        assertThat(first.getList("tasks.validity.untilVersion", Integer.class)).containsExactly(null, null, 2);
        assertThat(first.getString("tasks[2].validity.untilOn")).isEqualTo("2026-12-01");
        assertThat(first.getString("tasks[2].validity.fromOn")).isEqualTo("2026-11-20");
        assertThat(plan.version(2).getString("tasks[2].validity.fromOn")).isEqualTo("2026-12-01");

        var added = plan.version(2).getString("tasks[2].item.itemId");
        plan.diff(1, 2)
                .statusCode(200)
                .body("fields.field", contains("subject"))
                .body("tasks.added.itemId", contains(added))
                .body("tasks.removed.itemId", contains(ended))
                .body("tasks.changed.itemId", contains(moved))
                .body("tasks.changed[0].changes.field", contains("schedule"))
                .body("tasks.changed[0].changes[0].previous.to", equalTo("2027-01-15"))
                .body("tasks.changed[0].changes[0].value.to", equalTo("2027-02-15"))
                .body("indicators.changed", hasSize(0));

        var told = Topics.awaitEvent(PlanAmended.class, it -> it.planId().equals(plan.uuid()));
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.previousVersion()).isEqualTo(1);
        assertThat(told.tasks()).hasSize(3);
        assertThat(told.effectiveOn()).hasToString("2026-12-01");
        PlanScenario.as(TestDirectory.SPECIALIST)
                .get(plan.address() + "/history")
                .then()
                .body("items.findAll { it.action == 'AMEND' }.details.version", contains("2"));
    }

    @Test
    void targetsAndReportsAreAmendedItemByItem() {
        var plan = IssuedPlan.make();
        var first = plan.version(1);
        var indicator = first.getString("indicators[0].item.indicatorId");
        var obligation = first.getString("reportObligations[0].item.obligationId");
        plan.amend(IssuedPlan.wish(Map.of(
                        "endsOn",
                        "2031-12-31",
                        "indicators",
                        Map.of(
                                "change",
                                Map.of(
                                        indicator,
                                        Map.of(
                                                "denominator",
                                                "người dân từ 15 tuổi trở lên",
                                                "targets",
                                                List.of(
                                                        Map.of("year", 2030, "comparator", ">=", "value", 90),
                                                        Map.of("year", 2027, "comparator", ">=", "value", 40))))),
                        "reportObligations",
                        Map.of(
                                "change",
                                Map.of(
                                        obligation,
                                        Map.of(
                                                "frequency",
                                                "YEARLY",
                                                "due",
                                                List.of(Map.of("monthDay", "12-15", "bound", "ON_OR_BEFORE"))))))))
                .statusCode(200)
                .body("endsOn", equalTo("2031-12-31"))
                .body("indicators.find { it.id == '" + indicator + "' }.targets.year", contains(2027, 2030))
                .body("reportObligations.find { it.id == '" + obligation + "' }.due.onOrBefore", contains("12-15"));
        plan.diff(1, 2)
                .body("fields.find { it.field == 'endsOn' }.value", equalTo("2031-12-31"))
                .body("reportObligations.changed[0].changes.field", hasItem("due"))
                .body("indicators.changed[0].changes.field", hasItem("targets/2030"));
        plan.diff(2, 1).body("fields.find { it.field == 'endsOn' }.previous", equalTo("2031-12-31"));
    }

    @Test
    void onlyALeaderAmendsAndOnlyWhatIsIssued() {
        var plan = IssuedPlan.make();
        var wish = IssuedPlan.wish(Map.of("subject", "Tên mới"));

        problem(PlanScenario.post(TestDirectory.SPECIALIST, plan.id(), "amend", wish), 403, "caller.role-missing");
        problem(
                PlanScenario.post(TestDirectory.CLERK, plan.id(), "amendments/preview", wish),
                403,
                "caller.role-missing");
        problem(
                PlanScenario.post(TestDirectory.LEADER, PlanScenario.approved(), "amend", wish),
                409,
                "plan.amend-not-allowed");
        problem(
                PlanScenario.post(TestDirectory.LEADER, PlanScenario.approved(), "amendments/preview", wish),
                409,
                "plan.amend-not-allowed");
        assertThat(PlanScenario.read(TestDirectory.LEADER, plan.id()).getList("allowedActions"))
                .contains("amend");
    }

    @Test
    void planOfAnotherOrganizationDoesNotExist() {
        var plan = IssuedPlan.make();
        var wish = IssuedPlan.wish(Map.of("subject", "Tên mới"));

        problem(PlanScenario.post(TestDirectory.OTHER_LEADER, plan.id(), "amend", wish), 404, "plan.not-found");
        problem(
                PlanScenario.post(TestDirectory.OTHER_LEADER, plan.id(), "amendments/preview", wish),
                404,
                "plan.not-found");
        for (var address : List.of("/versions", "/versions/1", "/diff?from=1&to=1")) {
            problem(
                    PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                            .get(plan.address() + address)
                            .then(),
                    404,
                    "plan.not-found");
        }
        problem(
                PlanScenario.as(TestDirectory.SPECIALIST)
                        .get(plan.address() + "/versions/2")
                        .then(),
                404,
                "plan.version-not-found");
        problem(
                PlanScenario.as(TestDirectory.SPECIALIST)
                        .get(plan.address() + "/diff?from=1")
                        .then(),
                400,
                "request.invalid");
    }

    @Test
    void amendmentIsMadeForAState() {
        var plan = IssuedPlan.make();
        var seen = PlanScenario.as(TestDirectory.LEADER).get(plan.address()).getHeader("ETag");
        plan.amend(IssuedPlan.wish(Map.of("subject", "Tên thứ hai"))).statusCode(200);

        problem(amend(plan, seen, IssuedPlan.wish(Map.of("subject", "Tên thứ ba"))), 412, "resource.changed-meanwhile")
                .body("current.edition", equalTo(2));
        problem(
                PlanScenario.as(TestDirectory.LEADER)
                        .contentType("application/json")
                        .body(IssuedPlan.wish(Map.of("subject", "Tên thứ ba")))
                        .post(plan.address() + "/amend")
                        .then(),
                428,
                "request.precondition-required");
        var now = PlanScenario.as(TestDirectory.LEADER).get(plan.address()).getHeader("ETag");
        amend(plan, now, IssuedPlan.wish(Map.of("subject", "Tên thứ ba")))
                .statusCode(200)
                .body("edition", equalTo(3));
    }

    @Test
    void everythingThatIsWrongIsSaidByItsPlaceInTheWish() {
        var plan = IssuedPlan.make();
        var one = plan.taskId(0);
        var other = plan.taskId(1);
        var unknown = UUID.randomUUID();
        var wrong = new HashMap<>(IssuedPlan.task("Sai"));
        wrong.put("leadUnitId", TestDirectory.FRONT_UNIT.id());
        wrong.put("coordinatingUnitIds", List.of(TestDirectory.OTHER_CULTURE.id()));
        wrong.put("schedule", Map.of("kind", "BY", "to", "2020-01-01"));

        problem(
                        plan.amend(IssuedPlan.wish(Map.of(
                                "endsOn",
                                "2026-11-25",
                                "tasks",
                                Map.of(
                                        "add",
                                        List.of(wrong),
                                        "change",
                                        Map.of(
                                                one,
                                                Map.of("leadUnitId", TestDirectory.ALL_DEPARTMENTS.id()),
                                                other,
                                                Collections.singletonMap("title", null)),
                                        "remove",
                                        List.of(one, unknown)),
                                "indicators",
                                Map.of(
                                        "add",
                                        List.of(Map.of(
                                                "name",
                                                "Tỷ lệ",
                                                "unit",
                                                "%",
                                                "targets",
                                                List.of(
                                                        Map.of("year", 2027, "comparator", ">=", "value", 1),
                                                        Map.of("year", 2027, "comparator", ">=", "value", 2))))),
                                "reportObligations",
                                Map.of(
                                        "add",
                                        List.of(Map.of(
                                                "kind",
                                                "PERIODIC",
                                                "due",
                                                List.of(),
                                                "fromUnitId",
                                                TestDirectory.CULTURE.id(),
                                                "receivingOrganizationId",
                                                TestDirectory.OTHER_COMMUNE.id(),
                                                "to",
                                                List.of("UBND xã Hai"),
                                                "words",
                                                "Báo cáo")))))),
                        422,
                        "plan.amendment-refused")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/endsOn",
                                "/tasks/remove/0",
                                "/tasks/remove/1",
                                "/tasks/change/" + one + "/leadUnitId",
                                "/tasks/change/" + other + "/title",
                                "/tasks/add/0/mode",
                                "/tasks/add/0/coordinatingUnitIds/0",
                                "/tasks/add/0/schedule/to",
                                "/indicators/add/0/denominator",
                                "/indicators/add/0/targets/1/year",
                                "/reportObligations/add/0/receivingOrganizationId",
                                "/reportObligations/add/0/due"));
        problem(plan.amend(IssuedPlan.wish(Map.of())), 422, "plan.amendment-empty");
        problem(
                plan.amend(IssuedPlan.wish(Map.of("tasks", Map.of("change", Map.of(one, Map.of("titel", "x")))))),
                422,
                "plan.amendment-refused");
        problem(
                        plan.amend(with(IssuedPlan.wish(Map.of("subject", "x")), "effectiveOn", "2026-11-19")),
                        422,
                        "plan.amendment-refused")
                .body("errors.pointer", contains("/effectiveOn"));
        problem(
                plan.amend(with(IssuedPlan.wish(Map.of("subject", "x")), "effectiveOn", "2199-01-01")),
                422,
                "plan.amendment-refused");
        problem(
                plan.amend(with(
                        IssuedPlan.wish(Map.of("subject", "x")),
                        "document",
                        Map.of("type", "QD", "issuedOn", "2199-01-01"))),
                409,
                "plan.document-in-future");
        problem(plan.amend(with(IssuedPlan.wish(Map.of("subject", "x")), "reason", " ")), 400, "request.invalid");
        var many = new ArrayList<UUID>();
        for (int i = 0; i < 300; i++) {
            many.add(UUID.randomUUID());
        }
        problem(
                plan.amend(
                        IssuedPlan.wish(Map.of("tasks", Map.of("remove", many), "indicators", Map.of("remove", many)))),
                422,
                "plan.amendment-names-too-much");
        assertThat(PlanScenario.read(TestDirectory.LEADER, plan.id()).getInt("edition"))
                .isEqualTo(1);
    }

    @Test
    void itemThatWasTakenOutDoesNotComeBack() {
        var plan = IssuedPlan.make();
        var ended = plan.taskId(0);
        plan.amend(IssuedPlan.wish(Map.of("tasks", Map.of("remove", List.of(ended)))))
                .statusCode(200);

        problem(
                        plan.amend(IssuedPlan.wish(
                                Map.of("tasks", Map.of("change", Map.of(ended, Map.of("title", "Lại")))))),
                        422,
                        "plan.amendment-refused")
                .body("errors[0].code", equalTo("plan.item-not-in-version"));
        assertThat(plan.version(1).getInt("tasks[0].validity.untilVersion")).isEqualTo(2);
    }

    @Test
    void planThatWasIssuedBeforeVersionsWereKeptHasItsFirstOne() {
        var plan = IssuedPlan.make();
        var kept = plan.version(1);
        db.useHandle(handle -> {
            handle.createUpdate("delete from plan_item_validity where plan_id = :id")
                    .bind("id", plan.uuid())
                    .execute();
            handle.createUpdate("delete from plan_version where plan_id = :id")
                    .bind("id", plan.uuid())
                    .execute();
        });

        assertThat(plan.version(1).getString("hash")).isEqualTo(kept.getString("hash"));
        assertThat(plan.version(1).getList("tasks")).isEqualTo(kept.getList("tasks"));
        plan.amend(IssuedPlan.wish(Map.of("subject", "Tên mới"))).statusCode(200);
        plan.diff(1, 2).body("fields.field", contains("subject"));
    }

    private static Map<String, Object> with(Map<String, Object> wish, String name, Object value) {
        wish.put(name, value);
        return wish;
    }

    private static ValidatableResponse amend(IssuedPlan plan, String ifMatch, Map<String, Object> wish) {
        return PlanScenario.as(TestDirectory.LEADER)
                .contentType("application/json")
                .header("If-Match", ifMatch)
                .body(wish)
                .post(plan.address() + "/amend")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
