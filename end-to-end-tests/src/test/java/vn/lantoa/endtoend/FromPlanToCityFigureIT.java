package vn.lantoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;
import vn.lantoa.local.mainjob.People;
import vn.lantoa.local.mainjob.PlanJourney;
import vn.lantoa.local.mainjob.ReminderJourney;
import vn.lantoa.local.mainjob.ReportJourney;
import vn.lantoa.local.mainjob.WorkJourney;

/**
 * docs/flows/from-plan-to-city-figure.md, on the packaged applications with real PostgreSQL, Kafka, Keycloak and SMTP. One plan
 * goes the whole way, so the tests are in the order of the flow and each needs the one before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromPlanToCityFigureIT {

    private static final Path REPOSITORY = Path.of("..");

    private LocalSystem system;
    private People people;
    private PlanJourney plans;
    private WorkJourney work;
    private ReminderJourney reminders;
    private ReportJourney reports;

    private String planId;
    private JsonNode plan;
    private List<JsonNode> tasks;
    private JsonNode round;
    private JsonNode report;

    @BeforeAll
    void start(@TempDir Path data) {
        system = new LocalSystem(Settings.forTests(REPOSITORY, data), LocalSystem.printing(System.out::println));
        system.start(Part.values());
        people = new People(system);
        plans = new PlanJourney(people);
        work = new WorkJourney(people);
        reminders = new ReminderJourney(system, people);
        reports = new ReportJourney(people);
    }

    @AfterAll
    void stop() {
        system.stopAll();
    }

    @Test
    @Order(1)
    void documentBecomesADraftWithNothingInvented() throws IOException {
        var draft = plans.upload(REPOSITORY.resolve("deploy/local/src/main/resources/sample/ke-hoach-xa-may-ha.txt"));
        planId = draft.path("id").asText();

        assertThat(draft.path("state").asText()).isEqualTo("DRAFT");
        assertThat(draft.path("document").path("number").isNull()).isTrue();
        assertThat(draft.path("document").path("date").asText()).isEqualTo("2026-11");
        assertThat(draft.path("tasks")).hasSize(8);
        assertThat(list(draft.path("tasks")).stream()
                        .filter(task -> task.path("leadUnit").isNull()))
                .hasSize(1);
        assertThat(list(draft.path("tasks")))
                .allSatisfy(task ->
                        assertThat(task.path("source").path("words").asText()).isNotBlank());
        assertThat(list(draft.path("openQuestions")).stream()
                        .filter(question -> question.path("blocking").asBoolean()))
                .isNotEmpty();
    }

    @Test
    @Order(2)
    void draftCannotBeSubmittedBeforeItsQuestionsAreAnswered() {
        var refused =
                people.head().act("/api/v1/plans/" + planId, "/submit", null).expect(409);

        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().path("detail").asText()).isNotBlank();
        assertThat(plans.get(planId).path("state").asText()).isEqualTo("DRAFT");
    }

    @Test
    @Order(3)
    void tasksExistExactlyOnceAlthoughTaskServiceAndKafkaAreKilledBetweenPromulgationAndDelivery() {
        plans.answerOpenQuestions(planId);
        plans.submit(planId);
        plans.approve(planId);
        system.kill(Part.TASK_SERVICE, Part.KAFKA);

        plan = plans.promulgate(planId); // with no broker: the event waits in the outbox
        assertThat(plan.path("state").asText()).isEqualTo("PROMULGATED");
        system.kill(Part.PLAN_SERVICE); // and survives its own service

        system.start(Part.KAFKA, Part.PLAN_SERVICE, Part.TASK_SERVICE);
        work.awaitTasks(planId, plan.path("tasks").size());
        system.kill(Part.TASK_SERVICE); // perhaps before its own events have left
        system.start(Part.TASK_SERVICE);
        tasks = work.awaitTasks(planId, plan.path("tasks").size());

        assertThat(tasks.stream().map(task -> task.path("title").asText()))
                .containsExactlyInAnyOrderElementsOf(list(plan.path("tasks")).stream()
                        .map(task -> task.path("title").asText())
                        .toList());
    }

    @Test
    @Order(4)
    void everyHeadIsToldOnceOfEachTaskAndRemindersArePlannedOnWorkingDays() {
        var obligations = reports.awaitObligations(planId, 1);
        var dated = new ArrayList<>(tasks);
        dated.addAll(work.occurrences(planId));
        var planned = reminders.awaitPlanned(reminders.subjects(dated, obligations));

        assertThat(planned).isNotEmpty();
        var offDays = daysOff();
        assertThat(planned)
                .extracting(it -> LocalDate.parse(it.path("firesOn").asText()))
                .allSatisfy(day -> assertThat(day)
                        .matches(it -> !offDays.contains(it), "is no day off by the calendar")
                        .matches(it -> it.getDayOfWeek() != DayOfWeek.SUNDAY, "is no Sunday"));
        var rungs = new HashSet<String>();
        assertThat(planned).allSatisfy(it -> assertThat(rungs.add(
                        it.path("subjectId").asText() + it.path("rung").asText()))
                .isTrue());
        for (var task : tasks) {
            people.headOf(task.path("leadUnit").path("id").asText()).ifPresent(head -> assertThat(
                            assignmentsTold(head, task.path("id").asText()))
                    .as("messages to %s about %s", head, task.path("title").asText())
                    .hasSize(1));
        }
    }

    @Test
    @Order(5)
    void firstReminderArrivesOverSmtpWhenItsDayComes() {
        var dated = new ArrayList<>(tasks);
        dated.addAll(work.occurrences(planId));
        var first = reminders
                .planned(reminders.subjects(dated, reports.awaitObligations(planId, 1)))
                .getFirst();

        var mail = reminders.letComeAndAwaitMail(first);

        assertThat(mail.path("subject").asText()).contains("ngày làm việc");
        assertThat(mail.path("text").asText()).contains("Vì sao anh/chị nhận tin này");
    }

    @Test
    @Order(6)
    void taskIsDoneWithEvidenceAndAccepted() throws IOException {
        var done = work.finish(work.finishable(planId).orElseThrow());

        assertThat(done.path("state").asText()).isEqualTo("COMPLETED");
        assertThat(done.path("completedOn").asText())
                .isEqualTo(done.path("submittedOn").asText());
        assertThat(done.path("punctuality").asText()).isEqualTo("EARLY");
    }

    @Test
    @Order(7)
    void anotherCommuneSeesNothingOfIt() {
        var stranger = people.person("chutich.donglinh", "xa-dong-linh");

        for (var path : List.of(
                "/api/v1/plans/" + planId,
                "/api/v1/plans/" + planId + "/source",
                "/api/v1/tasks/" + tasks.getFirst().path("id").asText())) {
            stranger.get(path).expect(404);
        }
        assertThat(stranger.get("/api/v1/tasks?planId=" + planId)
                        .expect(200)
                        .json()
                        .path("items"))
                .isEmpty();
    }

    @Test
    @Order(8)
    void reportFillsItselfAndReachesTheCity() {
        var indicators = reports.awaitIndicators(planId, plan.path("indicators").size());
        var duty = reports.nextDutyToTheCity(reports.awaitObligations(planId, 1));
        assertThat(duty).isPresent();
        round = reports.openRound(duty, indicators, plan);
        reports.recordFigures(indicators, round);

        report = reports.prefill(round);
        assertThat(list(report.path("narrative")))
                .anySatisfy(line -> assertThat(line.asText()).contains("Đã hoàn thành 1 nhiệm vụ"));
        report = reports.submitApproveAndSend(report.path("id").asText());

        assertThat(report.path("state").asText()).isEqualTo("SENT");
        assertThat(report.path("late").asBoolean()).isFalse();
    }

    @Test
    @Order(9)
    void cityFigureHasNumeratorDenominatorCoverageAndMethod() {
        assertThat(list(reports.rollup(round).path("items")))
                .allSatisfy(item -> assertThat(item.path("value").isNull()).isTrue());

        reports.acceptByTheCity(report.path("id").asText());

        var items = list(reports.rollup(round).path("items"));
        assertThat(items).hasSize(plan.path("indicators").size());
        assertThat(items.stream().map(item -> item.path("numerator").asLong()))
                .containsExactlyInAnyOrderElementsOf(java.util.stream.IntStream.range(0, items.size())
                        .mapToObj(reports::numerator)
                        .toList());
        assertThat(items).allSatisfy(item -> {
            assertThat(item.path("denominator").asLong()).isEqualTo(reports.denominator());
            assertThat(item.path("value").asDouble())
                    .isCloseTo(
                            100.0 * item.path("numerator").asLong() / reports.denominator(),
                            org.assertj.core.data.Offset.offset(0.001));
            assertThat(item.path("coverage").path("reported").asInt()).isEqualTo(1);
            assertThat(item.path("coverage").path("expected").asInt()).isEqualTo(4);
            assertThat(item.path("coverage").path("missing")).hasSize(3);
            assertThat(item.path("method").asText()).isNotBlank();
        });
    }

    @Test
    @Order(10)
    void machineOfTheCityPullsOnceAndIsToldThatNothingChanged() {
        var json = reports.pull(round, "json");
        var again = reports.pullAgain(round, "json", json);
        var csv = reports.pull(round, "csv");

        assertThat(json.header("ETag")).startsWith("\"");
        assertThat(again.body()).isEmpty();
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.text().lines()).hasSize(plan.path("indicators").size() + 1);
        assertThat(reports.pullRollup(round).header("Content-Type")).startsWith("text/csv");
    }

    @Test
    @Order(11)
    void nothingLiesInTheDeadLettersAndNothingIsThereTwice() {
        assertThat(DeadLetters.in(system)).isEmpty();
        assertThat(work.awaitTasks(planId, 1)).hasSize(plan.path("tasks").size());
        for (var service : Part.SERVICES) {
            assertThat(Outboxes.refused(system, service)).as(service.label()).isZero();
        }
    }

    @Test
    @Order(12)
    void tokenForNothingAndNobodyIsRefusedAtTheGateway() {
        var nobody = Http.at(system.url(Part.GATEWAY));

        for (var token : Set.of("", "garbage")) {
            var refused = nobody.as(token).get("/api/v1/tasks").expect(401);
            assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        }
    }

    /** Holidays and swapped days of this year and the next, as plan-service publishes them. */
    private Set<LocalDate> daysOff() {
        var days = new HashSet<LocalDate>();
        for (int year : List.of(2026, 2027)) {
            for (var day : people.specialist()
                    .get("/api/v1/calendars/" + year)
                    .expect(200)
                    .json()
                    .path("days")) {
                if (!day.path("kind").asText().equals("MAKEUP_WORK")) {
                    days.add(LocalDate.parse(day.path("date").asText()));
                }
            }
        }
        assertThat(days).isNotEmpty();
        return days;
    }

    private List<JsonNode> assignmentsTold(String head, String taskId) {
        return list(people.person(head, People.COMMUNE)
                        .get("/api/v1/notifications?limit=200")
                        .expect(200)
                        .json()
                        .path("items"))
                .stream()
                .filter(it -> it.path("subjectId").asText().equals(taskId))
                .filter(it -> it.path("kind").asText().equals("ASSIGNED"))
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
