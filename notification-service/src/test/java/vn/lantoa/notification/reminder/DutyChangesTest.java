package vn.lantoa.notification.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyWithdrawn;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.events.ReportReturned;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.ReportState;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskDeclined;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.http.Cursor;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.notification.MailSink;
import vn.lantoa.notification.delivery.SendEmailsNow;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.TestDirectory.Org;
import vn.lantoa.testkit.TestDirectory.Person;
import vn.lantoa.testkit.TestDirectory.UnitOf;
import vn.lantoa.testkit.Tokens;

/** What happens to planned reminders when something changes under them. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@QuarkusTestResource(MailSink.class)
class DutyChangesTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 12, 18);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownerPassword;

    @Inject
    DirectoryCopy copy;

    @Inject
    Event<OrganizationEvent> directoryChanges;

    @Inject
    FollowTasks followTasks;

    @Inject
    FollowReports followReports;

    @Inject
    ReplanReminders replanReminders;

    @Inject
    SendDueReminders sendDueReminders;

    @Inject
    SendEmailsNow sendEmails;

    @Inject
    MovableClock clock;

    @Inject
    Jdbi db;

    private final UUID taskId = UUID.randomUUID();
    private final UUID dutyId = UUID.randomUUID();
    private final UUID planId = UUID.randomUUID();
    private final UUID obligationId = UUID.randomUUID();

    @BeforeEach
    void worldExistsOnTheFirstOfDecember() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
        at("2026-12-01T08:00:00+07:00");
    }

    @AfterEach
    void clockGoesOnAndNothingIsLeftToSend() {
        clock.reset();
        db.useHandle(handle -> {
            handle.execute("update duty set open = false, replan = false");
            handle.execute("update reminder set state = 'CANCELLED' where state = 'PLANNED'");
        });
        for (var org : List.of(TestDirectory.COMMUNE, TestDirectory.CITY)) {
            db.useHandle(handle -> handle.execute(
                    "delete from directory_calendar where organization_id = ? and year = 2026", org.id()));
        }
    }

    @Test
    void calendarMovesTheDutiesOfItsOwnerOnly() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        var elsewhere = UUID.randomUUID();
        tell(assigned(elsewhere, TestDirectory.OTHER_COMMUNE, TestDirectory.OTHER_CULTURE));
        var nextYear = UUID.randomUUID();
        tell(assigned(nextYear, TestDirectory.COMMUNE, TestDirectory.CULTURE, LocalDate.of(2028, 6, 30)));

        record(TestDirectory.COMMUNE, FRIDAY);

        assertThat(waiting()).containsExactly(taskId);
        assertThat(planned(taskId)).containsEntry(0, FRIDAY); // the event itself computes nothing
        replanReminders.run();
        assertThat(planned(taskId)).containsEntry(0, FRIDAY.minusDays(1)).containsEntry(1, LocalDate.of(2026, 12, 22));
        assertThat(planned(elsewhere)).containsEntry(0, FRIDAY);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void calendarOfTheCityMovesWhatLiesBelowIt() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));

        record(TestDirectory.CITY, FRIDAY);
        replanReminders.run();

        assertThat(planned(taskId)).containsEntry(0, FRIDAY.minusDays(1));
    }

    @Test
    void overdueDutyWhoseLateReminderIsStillToComeMovesToo() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        at("2026-12-18T08:00:00+07:00");
        sendDueReminders.run();
        at("2026-12-19T08:00:00+07:00"); // Saturday: one day late, reminded of on Monday

        record(TestDirectory.COMMUNE, LocalDate.of(2026, 12, 21));
        replanReminders.run();

        assertThat(planned(taskId)).isEqualTo(Map.of(1, LocalDate.of(2026, 12, 22)));
    }

    @Test
    void manyDutiesAreMovedBatchByBatch() {
        var tasks = new ArrayList<UUID>();
        for (int i = 0; i < 120; i++) {
            tasks.add(UUID.randomUUID());
            tell(assigned(tasks.getLast(), TestDirectory.COMMUNE, TestDirectory.CULTURE));
        }

        record(TestDirectory.COMMUNE, FRIDAY);
        replanReminders.run();

        assertThat(tasks).allSatisfy(task -> assertThat(planned(task)).containsEntry(0, FRIDAY.minusDays(1)));
    }

    @Test
    void reportReturnedIsRemindedOfAgain() {
        tell(scheduled());
        assertThat(planned(dutyId)).hasSize(5);
        tell(sent());
        assertThat(planned(dutyId)).isEmpty();

        tell(returned());

        assertThat(planned(dutyId)).hasSize(5);
    }

    @Test
    void reportSentBeforeItsDutyWasHeardOfEndsIt() {
        tell(sent());
        tell(scheduled());

        assertThat(planned(dutyId)).isEmpty();

        tell(returned());
        assertThat(planned(dutyId)).hasSize(5);
    }

    @Test
    void declinedTaskIsSilentUntilAnotherUnitHasIt() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        tell(new TaskDelegated(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.ASSIGNED,
                TaskState.ASSIGNED,
                TestDirectory.CULTURE.id(),
                null,
                TestDirectory.SPECIALIST.id(),
                TestDirectory.CULTURE_HEAD.id()));
        at("2026-12-04T08:00:00+07:00");
        sendDueReminders.run();
        tell(new TaskDeclined(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.ASSIGNED,
                TaskState.DECLINED,
                TestDirectory.CULTURE.id(),
                TestDirectory.CULTURE_HEAD.id(),
                "Không thuộc chức năng"));
        assertThat(planned(taskId)).isEmpty();

        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.ECONOMY));
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.ECONOMY)); // told again: nothing new

        assertThat(planned(taskId)).hasSize(5);
        assertThat(told("ASSIGNED"))
                .containsExactlyInAnyOrder(TestDirectory.CULTURE_HEAD.id(), TestDirectory.ECONOMY_HEAD.id());
        at("2026-12-15T08:00:00+07:00");
        sendDueReminders.run();
        assertThat(told("REMINDER"))
                .containsExactlyInAnyOrder(TestDirectory.SPECIALIST.id(), TestDirectory.ECONOMY_HEAD.id());
    }

    @Test
    void newDatesAreTakenOverWithoutAnnouncingTheTaskAgain() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE, FRIDAY.minusDays(1)));

        assertThat(planned(taskId)).containsEntry(0, FRIDAY.minusDays(1));
        assertThat(told("ASSIGNED")).containsExactly(TestDirectory.CULTURE_HEAD.id());
    }

    // --- amendments and ends of plans

    @Test
    void amendedDeadlineIsToldOnceWithTheOldOneAndRemindedOfAnew() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        at("2026-12-15T08:00:00+07:00"); // three working days before
        sendDueReminders.run();
        var later = LocalDate.of(2027, 3, 31);
        var amended = amended(TestDirectory.CULTURE, TestDirectory.CULTURE, later, change("schedule"));

        tell(amended);
        tell(amended); // under another event id

        assertThat(planned(taskId))
                .hasSize(5)
                .containsEntry(-3, LocalDate.of(2027, 3, 26))
                .containsEntry(0, later);
        assertThat(told("AMENDED")).containsExactly(TestDirectory.CULTURE_HEAD.id());
        assertThat(text("AMENDED"))
                .contains("Thời hạn: trước đây là 18/12/2026, nay là 31/03/2027.")
                .doesNotContain("Tên nhiệm vụ");
        at("2027-03-26T08:00:00+07:00");
        sendDueReminders.run();
        assertThat(told("REMINDER"))
                .as("the same rung, of another deadline")
                .containsExactly(TestDirectory.CULTURE_HEAD.id(), TestDirectory.CULTURE_HEAD.id());
    }

    @Test
    void newLeadIsToldLikeAnAssignmentAndTheOldOneThatItGoesElsewhere() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        tell(new TaskDelegated(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.ASSIGNED,
                TaskState.ACCEPTED,
                TestDirectory.CULTURE.id(),
                null,
                TestDirectory.SPECIALIST.id(),
                TestDirectory.CULTURE_HEAD.id()));

        tell(amended(TestDirectory.CULTURE, TestDirectory.ECONOMY, FRIDAY, change("leadUnitId")));

        assertThat(told("ASSIGNED"))
                .containsExactlyInAnyOrder(TestDirectory.CULTURE_HEAD.id(), TestDirectory.ECONOMY_HEAD.id());
        assertThat(told("AMENDED"))
                .containsExactlyInAnyOrder(TestDirectory.CULTURE_HEAD.id(), TestDirectory.SPECIALIST.id());
        assertThat(text("AMENDED")).contains("[Nhiệm vụ chuyển đơn vị]").contains("do Phòng Kinh tế chủ trì");
        at("2026-12-15T08:00:00+07:00");
        sendDueReminders.run();
        assertThat(told("REMINDER")).containsExactly(TestDirectory.ECONOMY_HEAD.id());
    }

    @Test
    void numberThatMovedIsNoReasonToWriteToAnybody() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));

        tell(amended(TestDirectory.CULTURE, TestDirectory.CULTURE, FRIDAY, change("number"), change("excerpt")));

        assertThat(told("AMENDED")).isEmpty();
        assertThat(planned(taskId)).hasSize(5);
    }

    @Test
    void amendedTaskWhoseResultWasHandedInStaysSilent() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        tell(new TaskResultSubmitted(
                taskId,
                TestDirectory.COMMUNE.id(),
                TaskState.IN_PROGRESS,
                TaskState.RESULT_SUBMITTED,
                LocalDate.of(2026, 12, 1),
                TestDirectory.CULTURE_HEAD.id(),
                "Đã xong"));

        tell(amended(TestDirectory.CULTURE, TestDirectory.CULTURE, FRIDAY.plusDays(14), change("schedule")));

        assertThat(planned(taskId)).isEmpty();
        assertThat(told("AMENDED")).containsExactly(TestDirectory.CULTURE_HEAD.id());
    }

    @Test
    void cancelledTaskIsRemindedOfNoMoreAndToldWithTheReason() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        assertThat(planned(taskId)).hasSize(5);

        tell(cancelled(taskId));
        tell(cancelled(taskId));

        assertThat(planned(taskId)).isEmpty();
        assertThat(told("CANCELLED")).containsExactly(TestDirectory.CULTURE_HEAD.id());
        assertThat(text("CANCELLED")).contains("Lý do: Kế hoạch bị bãi bỏ");
    }

    @Test
    void occurrenceIsToldWithItsTaskAndToWhomeverIsNamedForIt() {
        var parent = UUID.randomUUID();
        tell(occurrence(taskId, parent));
        var named = UUID.randomUUID();
        tell(occurrence(named, parent));
        tell(new TaskDelegated(
                named,
                TestDirectory.COMMUNE.id(),
                TaskState.ASSIGNED,
                TaskState.ACCEPTED,
                TestDirectory.CULTURE.id(),
                null,
                TestDirectory.SPECIALIST.id(),
                TestDirectory.CULTURE_HEAD.id()));

        tell(cancelled(taskId));
        tell(cancelled(named));

        assertThat(told("CANCELLED")).isEmpty();
        assertThat(told("CANCELLED", named)).containsExactly(TestDirectory.SPECIALIST.id());
        assertThat(planned(taskId)).isEmpty();
    }

    @Test
    void withdrawnReportIsRemindedOfNoMoreUntilItIsScheduledAgain() {
        tell(scheduled());
        assertThat(planned(dutyId)).hasSize(5);

        tell(withdrawn(dutyId));
        tell(withdrawn(dutyId));
        tell(returned()); // came late, by another way

        assertThat(planned(dutyId)).isEmpty();
        tell(scheduled());
        assertThat(planned(dutyId)).hasSize(5);
    }

    @Test
    void reportsThatOneVersionTakesBackAreToldOnce() {
        tell(scheduled());
        var next = UUID.randomUUID();
        tell(scheduled(next, TestDirectory.CULTURE));

        tell(withdrawn(dutyId));
        tell(withdrawn(next));

        assertThat(told("REPORT_WITHDRAWN", planId))
                .containsExactlyInAnyOrder(TestDirectory.CULTURE_HEAD.id(), TestDirectory.SPECIALIST.id());
    }

    @Test
    void reportThatAnotherUnitWritesIsRemindedOfThere() {
        tell(scheduled());
        at("2026-12-15T08:00:00+07:00");
        sendDueReminders.run();

        tell(scheduled(dutyId, TestDirectory.ECONOMY));

        sendDueReminders.run();
        assertThat(told("REMINDER", dutyId)).contains(TestDirectory.ECONOMY_HEAD.id());
    }

    @Test
    void reminderThatFailsStopsNoOther() {
        for (var broken : List.of(new UUID(0, 1), new UUID(-1, -1))) { // before and after it, in whatever order
            db.useHandle(handle -> {
                handle.execute("""
                        insert into duty (subject_type, subject_id, organization_id, unit_id, title, requested, open)
                        values ('TASK', ?, ?, ?, 'Không có thời hạn', false, true)
                        on conflict (subject_type, subject_id) do update set open = true""", broken, TestDirectory.COMMUNE.id(), TestDirectory.CULTURE.id());
                handle.execute("""
                        insert into reminder (subject_type, subject_id, rung, fires_on, state)
                        values ('TASK', ?, 0, '2026-12-01', 'PLANNED')
                        on conflict (subject_type, subject_id, rung) do update set state = 'PLANNED'""", broken);
            });
        }
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        at("2026-12-04T08:00:00+07:00");

        sendDueReminders.run();

        assertThat(told("REMINDER")).containsExactly(TestDirectory.CULTURE_HEAD.id());
    }

    @Test
    void dayOffInOneCommuneKeepsNobodyElseWaiting() {
        for (int i = 0; i < 60; i++) {
            tell(assigned(UUID.randomUUID(), TestDirectory.COMMUNE, TestDirectory.CULTURE));
        }
        tell(assigned(taskId, TestDirectory.OTHER_COMMUNE, TestDirectory.OTHER_CULTURE));
        record(TestDirectory.COMMUNE, LocalDate.of(2026, 12, 4));
        at("2026-12-04T08:00:00+07:00");

        sendDueReminders.run();

        assertThat(told("REMINDER")).containsExactly(TestDirectory.OTHER_HEAD.id());
    }

    @Test
    void emailOfWhichNothingCanBeRecordedStopsNoOther() throws SQLException {
        sendEmails.run();
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        var first = delivery(taskId);
        var second = UUID.randomUUID();
        tell(assigned(second, TestDirectory.COMMUNE, TestDirectory.ECONOMY));
        asOwner("alter table delivery add constraint broken check (delivery_id <> '" + first
                + "' or state <> 'HANDED_OVER') not valid");
        try {
            sendEmails.run();
        } finally {
            asOwner("alter table delivery drop constraint broken");
        }

        assertThat(deliveryState(delivery(second))).isEqualTo("HANDED_OVER");
        assertThat(deliveryState(first)).isEqualTo("ATTEMPTED");
    }

    /** The service itself may change no table. */
    private void asOwner(String statement) throws SQLException {
        try (var connection = DriverManager.getConnection(database, owner, ownerPassword);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    @Test
    void forecastIsReadPageByPageToItsEnd() {
        for (int i = 0; i < 5; i++) {
            tell(assigned(UUID.randomUUID(), TestDirectory.COMMUNE, TestDirectory.CULTURE));
        }
        var seen = new ArrayList<String>();
        var days = new ArrayList<String>();
        var next = "/api/v1/notifications/forecast?days=30&limit=7";
        while (next != null) {
            var page = as(TestDirectory.LEADER).get(next).then().statusCode(200).extract();
            List<Map<String, Object>> items = page.path("items");
            assertThat(items).hasSizeBetween(1, 7);
            items.forEach(it -> seen.add(it.get("subjectId") + " " + it.get("rung")));
            items.forEach(it -> days.add(it.get("firesOn").toString()));
            next = page.path("next");
        }
        assertThat(seen).hasSize(25).doesNotHaveDuplicates();
        assertThat(days).isSorted();
    }

    @Test
    void forecastOfOneSubject() {
        tell(assigned(taskId, TestDirectory.COMMUNE, TestDirectory.CULTURE));
        tell(assigned(UUID.randomUUID(), TestDirectory.COMMUNE, TestDirectory.CULTURE));

        as(TestDirectory.LEADER)
                .get("/api/v1/notifications/forecast?days=30&subjectId=" + taskId)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(5))
                .body("items.subjectId.unique()", equalTo(List.of(taskId.toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "+999999999-12-31"})
    void madeUpPlaceInTheForecastIsRefused(String day) {
        as(TestDirectory.LEADER)
                .get("/api/v1/notifications/forecast?cursor=" + Cursor.of("forecast", day, taskId, 0))
                .then()
                .statusCode(400)
                .body("code", equalTo("cursor.invalid"));
    }

    private void tell(TaskEvent event) {
        QuarkusTransaction.requiringNew().run(() -> followTasks.handle(event));
    }

    private void tell(ReportEvent event) {
        QuarkusTransaction.requiringNew().run(() -> followReports.handle(event));
    }

    /** The organization's table of 2026 has this one day off. */
    private void record(Org owner, LocalDate dayOff) {
        var event = new CalendarRecorded(
                owner.id(),
                2026,
                "test-" + UUID.randomUUID(),
                List.of(new CalendarRecorded.Day(dayOff, CalendarRecorded.DayKind.HOLIDAY, "Nghỉ", "test")));
        QuarkusTransaction.requiringNew().run(() -> {
            copy.apply(event);
            directoryChanges.fire(event);
        });
    }

    private static TaskAssigned assigned(UUID task, Org organization, UnitOf unit) {
        return assigned(task, organization, unit, FRIDAY);
    }

    private static TaskAssigned assigned(UUID task, Org organization, UnitOf unit, LocalDate lastDay) {
        return new TaskAssigned(
                task,
                organization.id(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                "2.1",
                "Xây dựng chuyên mục",
                AssignMode.ASSIGN,
                TaskState.ASSIGNED,
                unit.id(),
                List.of(),
                null,
                new TaskSchedule(
                        TaskSchedule.Kind.BY, null, lastDay, DeadlineBound.ON_OR_BEFORE, List.of(), "chậm nhất"),
                new TaskAssigned.TaskDeadline(
                        lastDay, DeadlineBound.ON_OR_BEFORE, lastDay, lastDay, lastDay, "2026-test"),
                TestDirectory.LEADER.id());
    }

    private TaskAmended amended(UnitOf before, UnitOf now, LocalDate lastDay, TaskAmended.FieldChange... changes) {
        boolean anew = !before.equals(now);
        return new TaskAmended(
                taskId,
                TestDirectory.COMMUNE.id(),
                planId,
                UUID.randomUUID(),
                2,
                null,
                "2.1",
                "Xây dựng chuyên mục",
                AssignMode.ASSIGN,
                TaskState.ACCEPTED,
                anew ? TaskState.ASSIGNED : TaskState.ACCEPTED,
                before.id(),
                now.id(),
                List.of(),
                null,
                new TaskSchedule(
                        TaskSchedule.Kind.BY, null, lastDay, DeadlineBound.ON_OR_BEFORE, List.of(), "chậm nhất"),
                deadline(FRIDAY),
                deadline(lastDay),
                List.of(changes),
                TestDirectory.LEADER.id());
    }

    private static TaskAmended.FieldChange change(String field) {
        return new TaskAmended.FieldChange(field, "trước", "sau");
    }

    private static TaskAssigned.TaskDeadline deadline(LocalDate lastDay) {
        return new TaskAssigned.TaskDeadline(
                lastDay, DeadlineBound.ON_OR_BEFORE, lastDay, lastDay, lastDay, "2026-test");
    }

    private TaskCancelled cancelled(UUID task) {
        return new TaskCancelled(
                task,
                TestDirectory.COMMUNE.id(),
                planId,
                UUID.randomUUID(),
                2,
                TaskState.ACCEPTED,
                TaskState.CANCELLED,
                "Kế hoạch bị bãi bỏ",
                null,
                null,
                TestDirectory.LEADER.id());
    }

    private static TaskAssigned occurrence(UUID task, UUID parent) {
        var it = assigned(task, TestDirectory.COMMUNE, TestDirectory.CULTURE);
        return new TaskAssigned(
                it.taskId(),
                it.organizationId(),
                it.planId(),
                it.planItemId(),
                parent,
                it.number(),
                it.title(),
                it.mode(),
                it.state(),
                it.leadUnitId(),
                it.coordinatingUnitIds(),
                it.receivingOrganizationId(),
                it.schedule(),
                it.deadline(),
                it.assignedBy());
    }

    private ReportDutyWithdrawn withdrawn(UUID duty) {
        return new ReportDutyWithdrawn(
                duty,
                TestDirectory.COMMUNE.id(),
                planId,
                obligationId,
                2,
                "6 tháng cuối năm 2026",
                "Kế hoạch được điều chỉnh, bổ sung");
    }

    private ReportDutyScheduled scheduled() {
        return scheduled(dutyId, TestDirectory.CULTURE);
    }

    private ReportDutyScheduled scheduled(UUID duty, UnitOf unit) {
        return new ReportDutyScheduled(
                duty,
                TestDirectory.COMMUNE.id(),
                planId,
                obligationId,
                unit.id(),
                TestDirectory.CITY.id(),
                List.of("Ủy ban nhân dân thành phố"),
                "6 tháng cuối năm 2026",
                LocalDate.of(2026, 6, 15),
                LocalDate.of(2026, 12, 14),
                new ReportDutyScheduled.ReportDeadline(
                        FRIDAY, DeadlineBound.ON_OR_BEFORE, FRIDAY, FRIDAY, FRIDAY, "2026-test"),
                "trước ngày 18/12");
    }

    private ReportSent sent() {
        return new ReportSent(
                UUID.randomUUID(),
                UUID.randomUUID(),
                TestDirectory.COMMUNE.id(),
                TestDirectory.CITY.id(),
                dutyId,
                1,
                "6 tháng cuối năm 2026",
                ReportState.APPROVED,
                ReportState.SENT,
                OffsetDateTime.parse("2026-12-01T08:00:00+07:00"),
                false,
                TestDirectory.CLERK.id());
    }

    private ReportReturned returned() {
        return new ReportReturned(
                UUID.randomUUID(),
                UUID.randomUUID(),
                TestDirectory.COMMUNE.id(),
                TestDirectory.CITY.id(),
                dutyId,
                1,
                "6 tháng cuối năm 2026",
                ReportState.SENT,
                ReportState.RETURNED,
                TestDirectory.CITY_COORDINATOR.id(),
                "Thiếu số liệu",
                null);
    }

    private void at(String time) {
        clock.moveTo(OffsetDateTime.parse(time).toInstant());
    }

    private Map<Integer, LocalDate> planned(UUID subject) {
        return db.withHandle(handle -> handle.createQuery(
                        "select rung, fires_on from reminder where subject_id = :id and state = 'PLANNED'")
                .bind("id", subject)
                .reduceRows(new TreeMap<>(), (map, row) -> {
                    map.put(row.getColumn("rung", Integer.class), row.getColumn("fires_on", LocalDate.class));
                    return map;
                }));
    }

    private List<UUID> waiting() {
        return db.withHandle(handle -> handle.createQuery("select subject_id from duty where replan")
                .mapTo(UUID.class)
                .list());
    }

    /** Who has been told of this kind about the task. */
    private List<UUID> told(String kind) {
        return told(kind, taskId);
    }

    private String text(String kind) {
        return db.withHandle(handle -> handle.createQuery(
                        "select title || E'\\n' || body from notice where subject_id = :id and kind = :kind limit 1")
                .bind("id", taskId)
                .bind("kind", kind)
                .mapTo(String.class)
                .one());
    }

    private List<UUID> told(String kind, UUID subject) {
        return db.withHandle(
                handle -> handle.createQuery("select recipient_id from notice where subject_id = :id and kind = :kind")
                        .bind("id", subject)
                        .bind("kind", kind)
                        .mapTo(UUID.class)
                        .list());
    }

    private UUID delivery(UUID subject) {
        return db.withHandle(handle ->
                handle.createQuery("""
                        select d.delivery_id from delivery d join notice n using (notice_id)
                        where n.subject_id = :id and d.channel = 'EMAIL'""").bind("id", subject).mapTo(UUID.class).one());
    }

    private String deliveryState(UUID delivery) {
        return db.withHandle(handle -> handle.createQuery("select state from delivery where delivery_id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());
    }

    private static io.restassured.specification.RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }
}
