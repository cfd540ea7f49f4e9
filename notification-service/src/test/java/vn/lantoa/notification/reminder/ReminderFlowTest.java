package vn.lantoa.notification.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultReturned;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.notification.MailSink;
import vn.lantoa.notification.delivery.SendEmailsNow;
import vn.lantoa.testkit.GoldenExamples;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.Tokens;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@QuarkusTestResource(MailSink.class)
class ReminderFlowTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 18);

    @Inject
    DirectoryCopy copy;

    @Inject
    MovableClock clock;

    @Inject
    SendDueReminders sendDueReminders;

    @Inject
    SendEmailsNow sendEmails;

    @Inject
    Jdbi db;

    /** Filled by {@link MailSink}. */
    Supplier<List<Map<String, String>>> mails;

    private final UUID taskId = UUID.randomUUID();

    @BeforeEach
    void worldExistsOnTheFirstOfDecember() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
        at("2026-12-01T08:00:00+07:00");
    }

    @AfterEach
    void clockGoesOn() {
        clock.reset();
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle -> handle.execute("update duty set open = false")));
    }

    @Test
    void assignmentIsToldAtOnceAndTheReminderComesOnItsDay() {
        Topics.send(assigned(AssignMode.ASSIGN));
        awaitPlanned(5);
        sendEmails.run();

        assertThat(mailsTo(TestDirectory.CULTURE_HEAD)).singleElement().satisfies(mail -> assertThat(
                        mail.get("subject"))
                .startsWith("[Nhiệm vụ mới] 2.1. Xây dựng chuyên mục"));

        at("2026-12-04T07:29:00+07:00"); // ten working days before the 18th, one minute early
        run();
        assertThat(mailsTo(TestDirectory.CULTURE_HEAD)).hasSize(1);

        at("2026-12-04T07:30:00+07:00");
        run();
        assertThat(mailsTo(TestDirectory.CULTURE_HEAD)).hasSize(2).last().satisfies(mail -> {
            assertThat(mail.get("subject")).startsWith("[Còn 10 ngày làm việc] 2.1. Xây dựng chuyên mục");
            assertThat(mail.get("body")).contains("Thời hạn: 18/12/2026").contains("Tin nhắc sẽ dừng khi");
            assertThat(Normalizer.isNormalized(mail.get("body"), Normalizer.Form.NFC))
                    .isTrue();
        });

        inbox(TestDirectory.CULTURE_HEAD).body("items.kind", hasItems("ASSIGNED", "REMINDER"));
    }

    @Test
    void oneMessagePerRungHoweverManySweepsAndRedeliveries() throws Exception {
        var event = assigned(AssignMode.ASSIGN);
        var id = Topics.send(event);
        awaitPlanned(5);
        Topics.send(event, id);
        at("2026-12-15T09:00:00+07:00");

        try (var pool = Executors.newFixedThreadPool(4)) {
            var sweeps = IntStream.range(0, 8)
                    .mapToObj(_ -> CompletableFuture.runAsync(sendDueReminders::run, pool))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(sweeps).get();
        }
        sendEmails.run();
        run();

        assertThat(reminderNotices()).isEqualTo(1);
        assertThat(mailsTo(TestDirectory.CULTURE_HEAD).stream()
                        .filter(mail -> mail.get("subject").contains("Còn 3 ngày làm việc")))
                .hasSize(1);
    }

    @Test
    void whatWasMissedComesInOneMessageThatSaysSo() {
        Topics.send(assigned(AssignMode.ASSIGN));
        awaitPlanned(5);

        at("2026-12-17T10:00:00+07:00"); // nobody ran on the days of -10 and -3
        run();

        assertThat(reminderNotices()).isEqualTo(1);
        assertThat(mailsTo(TestDirectory.CULTURE_HEAD)).last().satisfies(mail -> assertThat(mail.get("body"))
                .contains("Tin này thay cho 2 lần nhắc trước"));
        assertThat(states())
                .containsEntry(-10, "COLLAPSED")
                .containsEntry(-3, "COLLAPSED")
                .containsEntry(-1, "FIRED");
    }

    @Test
    void remindersStopWithTheResultAndStartAgainWhenItIsReturned() {
        Topics.send(assigned(AssignMode.ASSIGN));
        awaitPlanned(5);
        Topics.send(new TaskResultSubmitted(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.IN_PROGRESS,
                TaskState.RESULT_SUBMITTED,
                LocalDate.of(2026, 12, 2),
                TestDirectory.CULTURE_HEAD.id(),
                "Đã mở chuyên mục"));
        await().untilAsserted(() ->
                assertThat(states()).allSatisfy((_, state) -> assertThat(state).isEqualTo("CANCELLED")));
        at("2026-12-15T09:00:00+07:00");
        run();
        assertThat(reminderNotices()).isZero();

        Topics.send(new TaskResultReturned(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.RESULT_SUBMITTED,
                TaskState.IN_PROGRESS,
                TestDirectory.LEADER.id(),
                "Thiếu minh chứng"));
        await().untilAsserted(() -> assertThat(states()).containsEntry(-1, "PLANNED"));
        run();
        assertThat(reminderNotices()).isEqualTo(1);
        inbox(TestDirectory.CULTURE_HEAD).body("items.kind", hasItem("RESULT_RETURNED"));
        inbox(TestDirectory.LEADER).body("items.kind", hasItem("RESULT_SUBMITTED"));

        Topics.send(new TaskResultAccepted(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.RESULT_SUBMITTED,
                TaskState.COMPLETED,
                UUID.randomUUID(),
                UUID.randomUUID(),
                LocalDate.of(2026, 12, 2),
                FRIDAY,
                Punctuality.EARLY,
                TestDirectory.LEADER.id(),
                List.of()));
        await().untilAsserted(() -> assertThat(states()).doesNotContainValue("PLANNED"));
    }

    @Test
    void thePersonNamedIsRemindedInsteadOfTheHead() {
        Topics.send(assigned(AssignMode.ASSIGN));
        awaitPlanned(5);
        Topics.send(new TaskDelegated(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.ACCEPTED,
                TaskState.ACCEPTED,
                TestDirectory.CULTURE.id(),
                null,
                TestDirectory.SPECIALIST.id(),
                TestDirectory.CULTURE_HEAD.id()));
        await().untilAsserted(
                        () -> inbox(TestDirectory.SPECIALIST).body("items.subjectId", hasItem(taskId.toString())));

        at("2026-12-04T08:00:00+07:00");
        run();

        assertThat(recipientsOfReminders()).containsExactly(TestDirectory.SPECIALIST.id());
    }

    @Test
    void lateDutyIsToldToTheLeadersTooButARequestNeverIs() {
        Topics.send(assigned(AssignMode.ASSIGN));
        awaitPlanned(5);
        at("2026-12-21T08:00:00+07:00");
        run();
        assertThat(recipientsOfReminders())
                .containsExactlyInAnyOrder(TestDirectory.CULTURE_HEAD.id(), TestDirectory.LEADER.id());
        assertThat(mailsTo(TestDirectory.LEADER)).last().satisfies(mail -> assertThat(mail.get("subject"))
                .startsWith("[Quá hạn]"));
    }

    @Test
    void requestGoesToTheBodyThatTheUnitStandsForAndHasNoLateRung() {
        Topics.send(assigned(AssignMode.REQUEST));
        awaitPlanned(4);

        given().auth()
                .oauth2(Tokens.of(TestDirectory.FRONT_HEAD))
                .get("/api/v1/notifications")
                .then()
                .statusCode(200)
                .body("items.find { it.subjectId == '" + taskId + "' }.kind", equalTo("REQUESTED"));
        assertThat(states()).doesNotContainKey(1);
    }

    @Test
    void forecastTellsWhatWillBeSentToWhom() {
        Topics.send(assigned(AssignMode.ASSIGN));
        awaitPlanned(5);

        given().auth()
                .oauth2(Tokens.of(TestDirectory.LEADER))
                .get("/api/v1/notifications/forecast?days=30")
                .then()
                .statusCode(200)
                .body("items.findAll { it.subjectId == '" + taskId + "' }.rung", hasItems(-10, -3, -1, 0, 1))
                .body(
                        "items.find { it.subjectId == '" + taskId + "' && it.rung == -10 }.recipients[0].name",
                        equalTo(TestDirectory.CULTURE_HEAD.name()))
                .body(
                        "items.find { it.subjectId == '" + taskId + "' && it.rung == -10 }.firesOn",
                        equalTo("2026-12-04"));
    }

    @Test
    void everyEventOfTheContractIsUnderstood() {
        for (var type : List.of(
                "task.assigned.v1",
                "task.delegated.v1",
                "task.result-submitted.v1",
                "task.result-returned.v1",
                "task.result-accepted.v1",
                "report.duty-scheduled.v1",
                "report.round-opened.v1",
                "report.sent.v1",
                "report.returned.v1",
                "plan.submitted.v1",
                "plan.returned.v1",
                "plan.approved.v1",
                "plan.promulgated.v1")) {
            var topic = type.startsWith("task") ? "tasks" : type.startsWith("plan") ? "plans" : "reports";
            Topics.send(topic, "golden", GoldenExamples.envelope(type));
        }
        await().untilAsserted(() -> assertThat(inboxRows()).isGreaterThanOrEqualTo(13));
        for (var topic : List.of("tasks", "plans", "reports")) {
            assertThat(Topics.read(topic + ".notification-service.dead")).isEmpty();
        }
    }

    private TaskAssigned assigned(AssignMode mode) {
        boolean request = mode == AssignMode.REQUEST;
        return new TaskAssigned(
                taskId,
                TestDirectory.COMMUNE.id(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "2.1",
                "Xây dựng chuyên mục",
                mode,
                request ? TaskState.REQUESTED : TaskState.ASSIGNED,
                request ? TestDirectory.FRONT_UNIT.id() : TestDirectory.CULTURE.id(),
                List.of(),
                request ? TestDirectory.FRONT.id() : null,
                new TaskSchedule(
                        TaskSchedule.Kind.BY,
                        null,
                        FRIDAY,
                        DeadlineBound.ON_OR_BEFORE,
                        List.of(),
                        "chậm nhất ngày 18/12/2026"),
                new TaskAssigned.TaskDeadline(FRIDAY, DeadlineBound.ON_OR_BEFORE, FRIDAY, FRIDAY, FRIDAY, "2026-test"),
                TestDirectory.LEADER.id());
    }

    private void at(String time) {
        clock.moveTo(OffsetDateTime.parse(time).toInstant());
    }

    private void run() {
        sendDueReminders.run();
        sendEmails.run();
    }

    private void awaitPlanned(int rungs) {
        await().untilAsserted(() -> assertThat(states()).hasSize(rungs));
    }

    private Map<Integer, String> states() {
        return db.withHandle(handle -> handle.createQuery("select rung, state from reminder where subject_id = :id")
                .bind("id", taskId)
                .reduceRows(new java.util.TreeMap<>(), (map, row) -> {
                    map.put(row.getColumn("rung", Integer.class), row.getColumn("state", String.class));
                    return map;
                }));
    }

    private int reminderNotices() {
        return recipientsOfReminders().size();
    }

    private List<UUID> recipientsOfReminders() {
        return db.withHandle(handle -> handle.createQuery(
                        "select recipient_id from notice where subject_id = :id and kind = 'REMINDER'")
                .bind("id", taskId)
                .mapTo(UUID.class)
                .list());
    }

    private int inboxRows() {
        return db.withHandle(handle -> handle.createQuery("select count(*) from inbox")
                .mapTo(Integer.class)
                .one());
    }

    private List<Map<String, String>> mailsTo(Person person) {
        var ids = db.withHandle(handle ->
                handle.createQuery("""
                        select d.delivery_id from delivery d join notice n using (notice_id) where n.subject_id = :id""").bind("id", taskId).mapTo(String.class).list());
        return mails.get().stream()
                .filter(mail -> mail.get("to").equals(person.email()))
                .filter(mail -> ids.stream().anyMatch(mail.get("id")::contains))
                .toList();
    }

    private ValidatableResponse inbox(Person person) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .get("/api/v1/notifications")
                .then()
                .statusCode(200);
    }
}
