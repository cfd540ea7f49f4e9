package vn.lantoa.task.assignment;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.post;
import static vn.lantoa.testkit.TestDirectory.OTHER_COMMUNE;
import static vn.lantoa.testkit.TestDirectory.OTHER_CULTURE;
import static vn.lantoa.testkit.TestDirectory.OTHER_HEAD;
import static vn.lantoa.testkit.TestDirectory.OTHER_LEADER;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RecomputeDeadlinesTest {

    /** A Monday. */
    private static final LocalDate MAY_DAY = LocalDate.of(2028, 5, 1);

    @Inject
    TestWorld world;

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    @Test
    void calendarThatArrivesLateMovesTheDatesOfOpenTasksOnly() {
        var open = given("Còn mở");
        var declined = given("Đã từ chối");
        post(OTHER_HEAD, "/" + declined + "/decline", Map.of("reason", "Không thuộc chức năng"))
                .statusCode(200);
        get(OTHER_LEADER, "/" + open)
                .body("deadline.lastSafeDay", equalTo("2028-05-01"))
                .body("deadline.legalEnd", equalTo("2028-05-01"))
                .body("deadline.calendarVersion", equalTo("2026-test"));

        Topics.send(new CalendarRecorded(
                OTHER_COMMUNE.id(), 2028, "2028-late", List.of(holiday(MAY_DAY), holiday(MAY_DAY.plusDays(1)))));

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> get(OTHER_LEADER, "/" + open)
                .body("deadline.lastDay", equalTo("2028-05-01"))
                .body("deadline.lastSafeDay", equalTo("2028-04-28"))
                .body("deadline.legalEnd", equalTo("2028-05-03"))
                .body("deadline.calendarVersion", equalTo("2026-test+2028-late"))
                .body("version", equalTo(1)));
        get(OTHER_LEADER, "/" + declined).body("deadline.legalEnd", equalTo("2028-05-01"));
        world.itIs(MAY_DAY.plusDays(2));
        get(OTHER_LEADER, "/" + open).body("timeliness", equalTo("DUE_SOON"));
    }

    private static String given(String title) {
        return post(
                        OTHER_LEADER,
                        "",
                        Map.of("title", title, "leadUnitId", OTHER_CULTURE.id(), "dueOn", MAY_DAY.toString()))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static CalendarRecorded.Day holiday(LocalDate day) {
        return new CalendarRecorded.Day(day, CalendarRecorded.DayKind.HOLIDAY, "Ngày nghỉ thử", "Quyết định thử");
    }
}
