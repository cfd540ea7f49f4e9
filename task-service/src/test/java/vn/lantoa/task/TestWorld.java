package vn.lantoa.task;

import static io.restassured.RestAssured.given;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.MultiPartConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.http.entity.mime.HttpMultipartMode;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.events.PlanAmended;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanState;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Tokens;

/** The small world of the tests: its directory, its clock, and calls in the name of its people. */
@ApplicationScoped
public class TestWorld {

    /** A Monday. */
    public static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static final byte[] PDF =
            "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final DirectoryCopy copy;
    private final MovableClock clock;

    TestWorld(DirectoryCopy copy, MovableClock clock) {
        this.copy = copy;
        this.clock = clock;
    }

    /** Everyone is known, and it is the morning of {@link #TODAY}. */
    public void begin() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
        itIs(TODAY);
    }

    public void itIs(LocalDate day) {
        clock.moveTo(day.atTime(LocalTime.of(9, 0)).atZone(MovableClock.VIETNAM).toInstant());
    }

    public void know(UnitRecorded unit) {
        QuarkusTransaction.requiringNew().run(() -> copy.apply(unit));
    }

    public static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    public static ValidatableResponse post(Person person, String path) {
        return as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .post("/api/v1/tasks" + path)
                .then();
    }

    public static ValidatableResponse post(Person person, String path, Map<String, ?> body) {
        return as(person)
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(body)
                .post("/api/v1/tasks" + path)
                .then();
    }

    public static ValidatableResponse get(Person person, String path) {
        return as(person).get("/api/v1/tasks" + path).then();
    }

    /** A task of the culture department, due in a month. */
    public static String assigned(String title) {
        return assigned(title, TestDirectory.CULTURE.id(), TODAY.plusDays(30));
    }

    public static String assigned(String title, UUID leadUnitId, @Nullable LocalDate dueOn) {
        var body = new HashMap<String, Object>(Map.of("title", title, "leadUnitId", leadUnitId));
        if (dueOn != null) {
            body.put("dueOn", dueOn.toString());
        }
        return post(TestDirectory.LEADER, "", body).statusCode(201).extract().path("id");
    }

    /** A task that its unit took on. */
    public static String accepted(String title) {
        var id = assigned(title);
        post(TestDirectory.CULTURE_HEAD, "/" + id + "/accept").statusCode(200);
        return id;
    }

    /** A task whose result waits for acceptance. */
    public static String submitted(String title) {
        var id = accepted(title);
        attach(TestDirectory.SPECIALIST, id, "bien-ban.pdf", PDF).statusCode(201);
        post(TestDirectory.CULTURE_HEAD, "/" + id + "/submit-result", Map.of("summary", "Đã làm xong"))
                .statusCode(200);
        return id;
    }

    /** Names and texts of a form in UTF-8, as browsers send them. */
    public static RequestSpecification asABrowser(Person person) {
        return as(person)
                .config(RestAssuredConfig.config()
                        .multiPartConfig(MultiPartConfig.multiPartConfig().defaultCharset("UTF-8"))
                        .httpClient(HttpClientConfig.httpClientConfig()
                                .httpMultipartMode(HttpMultipartMode.BROWSER_COMPATIBLE)));
    }

    public static ValidatableResponse attach(Person person, String taskId, String name, byte[] content) {
        return asABrowser(person)
                .multiPart("file", name, content)
                .multiPart("channel", "GRASSROOTS_BROADCAST")
                .post("/api/v1/tasks/" + taskId + "/evidence")
                .then();
    }

    public static byte[] pdf() {
        return PDF.clone();
    }

    public static PlanPromulgated plan(LocalDate endsOn, PlanPromulgated.TaskItem... items) {
        return new PlanPromulgated(
                UUID.randomUUID(),
                TestDirectory.COMMUNE.id(),
                1,
                "Truyền thông về chuyển đổi số",
                PlanState.APPROVED,
                PlanState.PROMULGATED,
                "12",
                "KH-UBND",
                TODAY,
                TestDirectory.CLERK.id(),
                TestDirectory.LEADER.id(),
                TODAY,
                endsOn,
                List.of(items),
                List.of(),
                List.of());
    }

    /** The plan by a decision of today. */
    public static PlanAmended amended(
            PlanInForce plan, int version, LocalDate endsOn, PlanPromulgated.TaskItem... items) {
        return new PlanAmended(
                plan.planId(),
                plan.organizationId(),
                version,
                version - 1,
                plan.subject(),
                PlanState.IN_EXECUTION,
                plan.documentNumber(),
                plan.documentSymbol(),
                plan.promulgatedOn(),
                TODAY,
                plan.startsOn(),
                endsOn,
                TestDirectory.LEADER.id(),
                null,
                new DecidingDocument("QD", "45", "QĐ-UBND", LocalDate.of(2027, 3, 2), null),
                List.of(items),
                List.of(),
                List.of());
    }

    public static PlanPromulgated.TaskItem item(
            String title, UUID lead, List<UUID> coordinating, TaskSchedule schedule) {
        return item(title, AssignMode.ASSIGN, lead, coordinating, schedule);
    }

    public static PlanPromulgated.TaskItem item(
            String title, AssignMode mode, UUID lead, List<UUID> coordinating, TaskSchedule schedule) {
        return new PlanPromulgated.TaskItem(
                UUID.randomUUID(),
                "2.1",
                title,
                mode,
                lead,
                coordinating,
                List.of("Các phòng chuyên môn"),
                schedule,
                "Chuyên mục hằng tuần",
                "Nguyên văn: " + title);
    }

    public static TaskSchedule continuous(TaskSchedule.YearlyDay... days) {
        return new TaskSchedule(TaskSchedule.Kind.CONTINUOUS, null, null, null, List.of(days), "Thường xuyên");
    }

    public static TaskSchedule before(LocalDate day) {
        return new TaskSchedule(TaskSchedule.Kind.BY, null, day, DeadlineBound.BEFORE, List.of(), "Trước ngày " + day);
    }
}
