package vn.lantoa.task.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.task.TestWorld.continuous;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.item;
import static vn.lantoa.task.TestWorld.plan;
import static vn.lantoa.task.TestWorld.post;
import static vn.lantoa.testkit.TestDirectory.CULTURE;
import static vn.lantoa.testkit.TestDirectory.CULTURE_HEAD;
import static vn.lantoa.testkit.TestDirectory.ECONOMY;
import static vn.lantoa.testkit.TestDirectory.LEADER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.LantoaTestResource;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class OccurrencesTest {

    private static final TaskSchedule SCIENCE_AND_DIGITAL_DAYS = new TaskSchedule(
            TaskSchedule.Kind.YEARLY_DAY,
            null,
            null,
            null,
            List.of(
                    new TaskSchedule.YearlyDay("05-18", "Ngày Khoa học và Công nghệ Việt Nam"),
                    new TaskSchedule.YearlyDay("10-10", "Ngày Chuyển đổi số quốc gia")),
            "Ngày 18/5 và ngày 10/10 hằng năm");

    @Inject
    TestWorld world;

    @Inject
    FollowPlanVersion followVersion;

    @Inject
    OccurrenceSweep sweep;

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    @Test
    void daysOfTheNextYearExistFromTheBeginning() {
        var plan = given(LocalDate.of(2030, 12, 31));

        assertThat(days(plan)).containsExactly("2027-05-18", "2027-10-10");
        var occurrence = get(LEADER, "?planId=" + plan.planId() + "&dueTo=2027-05-18")
                .extract()
                .<String>path("items[0].id");
        get(LEADER, "/" + occurrence)
                .body("title", equalTo("Hưởng ứng ngày kỷ niệm – Ngày Khoa học và Công nghệ Việt Nam (18/05/2027)"))
                .body("parent.title", equalTo("Hưởng ứng ngày kỷ niệm"))
                .body("deadline.lastDay", equalTo("2027-05-18"))
                .body("rule.words", equalTo("Ngày 18/5 và ngày 10/10 hằng năm"))
                .body("coordinatingDuties[0].unit.id", equalTo(ECONOMY.id().toString()));
        assertThat(get(LEADER, "?parent=none&planId=" + plan.planId()).extract().<List<String>>path("items.id"))
                .hasSize(1);
    }

    @Test
    void daysMissedWhileTheServiceWasDownAreCaughtUpOnceAndNoneLiesBeyondThePlan() throws Exception {
        var plan = given(LocalDate.of(2029, 6, 30));
        world.itIs(LocalDate.of(2028, 12, 1));

        try (var instances = Executors.newFixedThreadPool(4)) {
            Callable<Void> run = () -> {
                sweep.run();
                return null;
            };
            for (var done : instances.invokeAll(List.of(run, run, run, run))) {
                done.get();
            }
        }
        sweep.run();

        assertThat(days(plan)).containsExactly("2027-05-18", "2027-10-10", "2028-05-18", "2028-10-10", "2029-05-18");
    }

    @Test
    void declinedTaskGetsNoFurtherDays() {
        var plan = given(LocalDate.of(2030, 12, 31));
        var parent =
                get(LEADER, "?parent=none&planId=" + plan.planId()).extract().<String>path("items[0].id");
        post(CULTURE_HEAD, "/" + parent + "/decline", Map.of("reason", "Không thuộc chức năng"))
                .statusCode(200);

        world.itIs(LocalDate.of(2028, 1, 1));
        sweep.run();

        assertThat(days(plan)).containsExactly("2027-05-18", "2027-10-10");
    }

    @Test
    void occurrenceOfAContinuousTaskIsCompletedOnItsOwn() {
        var plan = plan(
                LocalDate.of(2027, 12, 31),
                item(
                        "Tuyên truyền thường xuyên",
                        CULTURE.id(),
                        List.of(),
                        continuous(new TaskSchedule.YearlyDay("12-01", "Ngày cao điểm"))));
        followVersion.handle(FollowPlanVersion.Command.of(plan));
        var id = get(LEADER, "?planId=" + plan.planId() + "&dueTo=2026-12-01")
                .extract()
                .<String>path("items[0].id");

        post(CULTURE_HEAD, "/" + id + "/accept").statusCode(200);
        TestWorld.attach(CULTURE_HEAD, id, "anh.pdf", TestWorld.pdf()).statusCode(201);
        world.itIs(LocalDate.of(2026, 12, 1));
        post(CULTURE_HEAD, "/" + id + "/submit-result", Map.of("summary", "Đã ra quân"))
                .statusCode(200);
        post(LEADER, "/" + id + "/accept-result")
                .statusCode(200)
                .body("punctuality", equalTo("ON_TIME"))
                .body("history[0].by.name", equalTo(LEADER.name()));
    }

    private PlanPromulgated given(LocalDate endsOn) {
        var plan = plan(
                endsOn, item("Hưởng ứng ngày kỷ niệm", CULTURE.id(), List.of(ECONOMY.id()), SCIENCE_AND_DIGITAL_DAYS));
        followVersion.handle(FollowPlanVersion.Command.of(plan));
        return plan;
    }

    private static List<String> days(PlanPromulgated plan) {
        UUID planId = plan.planId();
        return get(LEADER, "?limit=200&dueFrom=2026-01-01&planId=" + planId)
                .statusCode(200)
                .extract()
                .path("items.occurrenceOn");
    }
}
