package vn.lantoa.plan.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** What is foretold of an amendment is what is done, or nothing is. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PreviewTest {

    private static final List<String> TABLES = List.of(
            "plan",
            "plan_task",
            "plan_indicator",
            "plan_report_obligation",
            "plan_decision",
            "plan_version",
            "plan_item_validity",
            "published_task",
            "published_duty",
            "outbox",
            "audit_waiting");

    @Inject
    DirectoryCopy directory;

    @Inject
    PublishedStates states;

    @Inject
    Jdbi db;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void previewTellsOfTasksReportsRemindersAndPeople() {
        var plan = IssuedPlan.make();
        var tasks = states.follow(plan);
        var moved = plan.taskId(0);
        var ended = plan.taskId(1);
        states.delegate(tasks.get(ended), TestDirectory.SERVICE_HEAD.id());
        var obligation = plan.version(1).getString("reportObligations[0].item.obligationId");

        plan.preview(IssuedPlan.wish(Map.of(
                        "tasks",
                        Map.of(
                                "add",
                                List.of(IssuedPlan.task("Tập huấn")),
                                "change",
                                Map.of(moved, Map.of("schedule", Map.of("to", "2027-02-15"))),
                                "remove",
                                List.of(ended)),
                        "reportObligations",
                        Map.of("remove", List.of(obligation)))))
                .statusCode(200)
                .body("fromVersion", equalTo(1))
                .body("toVersion", equalTo(2))
                .body("tasks.effect", contains("AMENDED", "GIVEN", "CANCELLED"))
                .body("tasks[0].taskId", equalTo(tasks.get(moved).toString()))
                .body("tasks[0].fields", contains("SCHEDULE"))
                .body("tasks[0].deadlineBefore.lastSafeDay", equalTo("2027-01-14"))
                .body("tasks[0].deadlineAfter.lastSafeDay", equalTo("2027-02-12"))
                .body("tasks[0].deadlineAfter.calendarVersion", notNullValue())
                .body("tasks[1].item.itemId", nullValue())
                .body("tasks[1].item.newItem", equalTo("/tasks/add/0"))
                .body("tasks[1].stateAfter", equalTo("ASSIGNED"))
                .body("tasks[2].taskId", equalTo(tasks.get(ended).toString()))
                .body("tasks[2].stateAfter", equalTo("CANCELLED"))
                .body("reportDuties.effect", not(hasItem("SCHEDULED")))
                .body("reportDuties[0].effect", equalTo("WITHDRAWN"))
                .body(
                        "reminders.find { it.id == '" + tasks.get(moved) + "' && it.rung == 0 }.before",
                        equalTo("2027-01-14"))
                .body(
                        "reminders.find { it.id == '" + tasks.get(moved) + "' && it.rung == 0 }.after",
                        equalTo("2027-02-12"))
                .body("reminders.findAll { it.item.newItem == '/tasks/add/0' }.before", not(hasItem(notNullValue())))
                .body(
                        "people.find { it.personId == '" + TestDirectory.SERVICE_HEAD.id() + "' }.because",
                        hasItem("ASSIGNEE"))
                .body(
                        "people.find { it.personId == '" + TestDirectory.ECONOMY_HEAD.id() + "' }.because",
                        hasItem("LEADS_AFTER"))
                .body("people.personId", not(hasItem(TestDirectory.LEADER.id().toString())))
                .body("counts.tasksGiven", equalTo(1))
                .body("counts.tasksAmended", equalTo(1))
                .body("counts.tasksCancelled", equalTo(1))
                .body("token", notNullValue());
    }

    @Test
    void previewChangesNothing() {
        var plan = IssuedPlan.make();
        states.follow(plan);
        plan.version(1);
        var before = counts();
        var tag = version(plan);

        plan.preview(IssuedPlan.wish(Map.of("tasks", Map.of("add", List.of(IssuedPlan.task("Tập huấn"))))))
                .statusCode(200);

        assertThat(counts()).isEqualTo(before);
        assertThat(version(plan)).isEqualTo(tag);
    }

    @Test
    void tokenDoesExactlyWhatWasForetold() {
        var plan = IssuedPlan.make();
        states.follow(plan);
        var wish = IssuedPlan.wish(Map.of("tasks", Map.of("add", List.of(IssuedPlan.task("Tập huấn")))));
        var token = plan.preview(wish).extract().jsonPath().getString("token");
        assertThat(plan.preview(wish).extract().jsonPath().getString("token")).isEqualTo(token);

        var other = new LinkedHashMap<>(IssuedPlan.wish(Map.of("subject", "Khác")));
        other.put("token", token);
        plan.amend(other)
                .statusCode(412)
                .body("code", equalTo("plan.preview-outdated"))
                .body("preview.tasks", hasSize(0));
        wish.put("token", token);
        plan.amend(wish).statusCode(200).body("edition", equalTo(2));
        plan.amend(wish).statusCode(412); // another version is amended now
    }

    @Test
    void whatOthersPublishedSinceMakesThePreviewOutdated() {
        var plan = IssuedPlan.make();
        var tasks = states.follow(plan);
        var ended = plan.taskId(1);
        var wish = IssuedPlan.wish(Map.of("tasks", Map.of("remove", List.of(ended))));
        var token = plan.preview(wish).extract().jsonPath().getString("token");
        states.delegate(tasks.get(ended), TestDirectory.SERVICE_HEAD.id());

        wish.put("token", token);
        var answer = plan.amend(wish).statusCode(412).body("code", equalTo("plan.preview-outdated"));
        assertThat(edition(plan)).isEqualTo(1);
        answer.body(
                "preview.people.find { it.personId == '" + TestDirectory.SERVICE_HEAD.id() + "' }.because",
                hasItem("ASSIGNEE"));

        wish.put("token", answer.extract().jsonPath().getString("preview.token"));
        plan.amend(wish).statusCode(200);
        assertThat(edition(plan)).isEqualTo(2);
    }

    @Test
    void ladderOfTheOrganizationSaysWhenPeopleAreReminded() {
        var plan = IssuedPlan.make();
        states.follow(plan);
        var wish = IssuedPlan.wish(Map.of("tasks", Map.of("add", List.of(IssuedPlan.task("Tập huấn")))));
        plan.preview(wish).body("reminders.rung", contains(-10, -3, -1, 0, 1));
        states.ladder(List.of(-2, 0));
        try {
            plan.preview(wish).body("reminders.rung", contains(-2, 0));
        } finally {
            states.ladder(List.of(-10, -3, -1, 0, 1));
        }
    }

    private Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        db.useHandle(handle -> TABLES.forEach(table -> counts.put(
                table,
                handle.createQuery("select count(*) from " + table)
                        .mapTo(Long.class)
                        .one())));
        return counts;
    }

    private long version(IssuedPlan plan) {
        return number(plan, "version");
    }

    private long edition(IssuedPlan plan) {
        return number(plan, "edition");
    }

    private long number(IssuedPlan plan, String column) {
        UUID id = plan.uuid();
        return db.withHandle(handle -> handle.createQuery("select " + column + " from plan where id = :id")
                .bind("id", id)
                .mapTo(Long.class)
                .one());
    }
}
