package vn.lantoa.task.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.task.TestWorld.before;
import static vn.lantoa.task.TestWorld.continuous;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.item;
import static vn.lantoa.task.TestWorld.plan;
import static vn.lantoa.task.TestWorld.post;
import static vn.lantoa.testkit.TestDirectory.CULTURE;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.SERVICE_CENTRE;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.TaskSchedule.YearlyDay;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.LantoaTestResource;

/** Plans that were told before their versions were followed. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanVersionsMigrationTest {

    @Inject
    TestWorld world;

    @Inject
    Jdbi db;

    @Inject
    PromulgatedPlans plans;

    @Inject
    FollowPlanVersion followVersion;

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    @Test
    void itemsAreRebuiltFromTheTasksAsTheyWereGiven() throws IOException {
        var once = item(
                "Một lần", CULTURE.id(), List.of(SERVICE_CENTRE.id()), before(LocalDate.of(2027, 1, 15)));
        var recurring =
                item("Hằng năm", CULTURE.id(), List.of(), continuous(new YearlyDay("05-18", "Ngày Khoa học")));
        var plan = plan(LocalDate.of(2030, 12, 31), once, recurring);
        followVersion.handle(FollowPlanVersion.Command.of(plan));
        String moved = get(LEADER, "?dueTo=2027-01-31&planId=" + plan.planId())
                .extract()
                .path("items[0].id");
        for (var unit : List.of(SERVICE_CENTRE.id(), CULTURE.id(), SERVICE_CENTRE.id())) {
            post(LEADER, "/" + moved + "/reassign", Map.of("leadUnitId", unit, "reason", "Điều chuyển"))
                    .statusCode(200);
        }

        QuarkusTransaction.requiringNew().run(() -> db.useHandle(handle -> {
            handle.execute("update promulgated_plan set items = '[]' where plan_id = ?", plan.planId());
            handle.execute(rebuild() + " and plan.plan_id = ?", plan.planId());
        }));

        assertThat(plans.followed(plan.planId()).orElseThrow().items())
                .extracting(it -> it.itemId())
                .containsExactlyInAnyOrder(once.itemId(), recurring.itemId());
        assertThat(plans.followed(plan.planId()).orElseThrow().items())
                .contains(recurring)
                .filteredOn(it -> it.itemId().equals(once.itemId()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.leadUnitId()).isEqualTo(CULTURE.id());
                    assertThat(it.schedule()).isEqualTo(once.schedule());
                    assertThat(it.coordinatingAsWritten()).isEqualTo(once.coordinatingAsWritten());
                });
    }

    private static String rebuild() {
        try (var file = PlanVersionsMigrationTest.class.getResourceAsStream("/db/migration/V3__plan_versions.sql")) {
            var migration = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
            var from = migration.indexOf("update promulgated_plan plan set items");
            return migration.substring(from, migration.indexOf(';', from));
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the migration", e);
        }
    }
}
