package vn.lantoa.plan.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReminderPolicyRecorded;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyWithdrawn;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.events.ReportReturned;
import vn.lantoa.events.ReportSent;
import vn.lantoa.events.ReportState;
import vn.lantoa.events.TaskAccepted;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskDelegated;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.messaging.Delivery;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Topics;

/** What the other services publish is known as it is now, in whatever order and however often it comes. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PublishedTest {

    private static final UUID COMMUNE = TestDirectory.COMMUNE.id();
    private static final UUID PERSON = TestDirectory.SPECIALIST.id();

    @Inject
    PublishedTasks tasks;

    @Inject
    PublishedDuties duties;

    @Inject
    PublishedReminders reminders;

    @Inject
    FollowPublished followPublished;

    private UUID plan;
    private UUID task;
    private UUID item;

    @BeforeEach
    void newPlan() {
        plan = Ids.next();
        task = Ids.next();
        item = Ids.next();
    }

    @Test
    void servicesAreHeardOverTheirTopics() {
        var organization = Ids.next();
        var duty = Ids.next();
        var eventId = Ids.next();
        Topics.send(assigned(), eventId);
        Topics.send(delegated(), Ids.next());
        Topics.send(assigned(), eventId);
        Topics.send(scheduled(duty, "2027-06-20"), Ids.next());
        Topics.send(new ReminderPolicyRecorded(organization, 2, List.of(-5, 0), PERSON), Ids.next());

        await().untilAsserted(() -> {
            assertThat(tasks.of(COMMUNE, plan)).singleElement().satisfies(it -> {
                assertThat(it.state()).isEqualTo(TaskState.ACCEPTED);
                assertThat(it.assigneeId()).isEqualTo(PERSON);
                assertThat(it.deadline()).isEqualTo(deadline("2027-01-15"));
            });
            assertThat(duties.of(COMMUNE, plan)).hasSize(1);
            assertThat(reminders.rungsOf(organization)).containsExactly(-5, 0);
        });
        assertThat(tasks.of(TestDirectory.OTHER_COMMUNE.id(), plan)).isEmpty();
    }

    @Test
    void lateAndDoubleStepsOfATaskChangeNothing() {
        var steps = List.<TaskEvent>of(assigned(), accepted(), delegated(), amended(), cancelled());
        for (int seed = 0; seed < 30; seed++) {
            newPlan();
            var ids = steps.stream().map(_ -> Ids.next()).toList();
            var ofThisPlan = List.<TaskEvent>of(assigned(), accepted(), delegated(), amended());
            var order = new ArrayList<>(List.of(0, 1, 2, 3, 0, 1, 2, 3));
            Collections.shuffle(order, new Random(seed));

            order.forEach(place -> hear(ids.get(place), ofThisPlan.get(place)));

            assertThat(tasks.of(COMMUNE, plan))
                    .as("seed " + seed)
                    .singleElement()
                    .satisfies(it -> {
                        assertThat(it.state()).isEqualTo(TaskState.ASSIGNED);
                        assertThat(it.assigneeId()).isNull();
                        assertThat(it.leadUnitId()).isEqualTo(TestDirectory.ECONOMY.id());
                        assertThat(it.deadline()).isEqualTo(deadline("2027-02-15"));
                        assertThat(it.isOpen()).isTrue();
                    });
            hear(ids.get(4), cancelled());
            hear(ids.get(0), assigned());
            assertThat(tasks.of(COMMUNE, plan)).singleElement().satisfies(it -> assertThat(it.isOpen())
                    .isFalse());
        }
    }

    @Test
    void stepOfATaskThatIsNotKnownYetIsKept() {
        var first = Ids.next();
        hear(Ids.next(), accepted());
        assertThat(tasks.of(COMMUNE, plan)).isEmpty();

        hear(first, assigned());

        assertThat(tasks.of(COMMUNE, plan)).singleElement().satisfies(it -> assertThat(it.state())
                .isEqualTo(TaskState.ACCEPTED));
    }

    @Test
    void occurrenceKnowsItsDay() {
        hear(
                Ids.next(),
                new TaskAssigned(
                        task,
                        COMMUNE,
                        plan,
                        item,
                        Ids.next(),
                        null,
                        "Ngày hội (10/10/2027)",
                        AssignMode.ASSIGN,
                        TaskState.ASSIGNED,
                        TestDirectory.CULTURE.id(),
                        List.of(),
                        null,
                        schedule("2027-10-10"),
                        deadline("2027-10-10"),
                        PERSON));

        assertThat(tasks.of(COMMUNE, plan)).singleElement().satisfies(it -> {
            assertThat(it.occurrenceOn()).hasToString("2027-10-10");
            assertThat(it.known().isOccurrence()).isTrue();
        });
    }

    @Test
    void dutyToReportIsKnownUntilItIsWithdrawn() {
        var duty = Ids.next();
        hear(Ids.next(), sent(duty)); // travels by another key than its duty
        hear(Ids.next(), scheduled(duty, "2027-06-20"));
        assertThat(duties.of(COMMUNE, plan)).singleElement().satisfies(it -> {
            assertThat(it.open()).isFalse();
            assertThat(it.known().fulfilled()).isTrue();
        });

        hear(Ids.next(), returned(duty));
        assertThat(duties.of(COMMUNE, plan)).singleElement().satisfies(it -> {
            assertThat(it.open()).isTrue();
            assertThat(it.known().fulfilled()).isTrue();
        });

        var late = Ids.next();
        hear(Ids.next(), new ReportDutyWithdrawn(duty, COMMUNE, plan, item, 2, "6 tháng đầu năm 2027", "Bỏ"));
        hear(late, scheduled(duty, "2027-06-22"));
        assertThat(duties.of(COMMUNE, plan)).isEmpty();

        hear(Ids.next(), scheduled(duty, "2027-06-25"));
        assertThat(duties.of(COMMUNE, plan))
                .singleElement()
                .satisfies(it -> assertThat(it.deadline().date()).hasToString("2027-06-25"));
    }

    @Test
    void newestLadderOfRemindersCounts() {
        var organization = Ids.next();
        assertThat(reminders.rungsOf(organization)).containsExactly(-10, -3, -1, 0, 1);

        for (var policy : List.of(
                new ReminderPolicyRecorded(organization, 2, List.of(-5, 0), PERSON),
                new ReminderPolicyRecorded(organization, 1, List.of(-20, 0), PERSON))) {
            QuarkusTransaction.requiringNew()
                    .run(() -> followPublished.notification(
                            new Delivery<>(Ids.next(), "reminder.policy-recorded.v1", null, null, policy)));
        }

        assertThat(reminders.rungsOf(organization)).containsExactly(-5, 0);
    }

    private void hear(UUID eventId, TaskEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> followPublished.task(new Delivery<>(eventId, "task", null, null, event)));
    }

    private void hear(UUID eventId, ReportEvent event) {
        QuarkusTransaction.requiringNew()
                .run(() -> followPublished.report(new Delivery<>(eventId, "report", null, null, event)));
    }

    private TaskAssigned assigned() {
        return new TaskAssigned(
                task,
                COMMUNE,
                plan,
                item,
                null,
                "1.1",
                "Xây dựng chuyên mục",
                AssignMode.ASSIGN,
                TaskState.ASSIGNED,
                TestDirectory.CULTURE.id(),
                List.of(TestDirectory.ECONOMY.id()),
                null,
                schedule("2027-01-15"),
                deadline("2027-01-15"),
                PERSON);
    }

    private TaskAccepted accepted() {
        return new TaskAccepted(
                task, COMMUNE, TaskState.ASSIGNED, TaskState.ACCEPTED, TestDirectory.CULTURE.id(), PERSON);
    }

    private TaskDelegated delegated() {
        return new TaskDelegated(
                task,
                COMMUNE,
                TaskState.ACCEPTED,
                TaskState.ACCEPTED,
                TestDirectory.CULTURE.id(),
                null,
                PERSON,
                PERSON);
    }

    private TaskAmended amended() {
        return new TaskAmended(
                task,
                COMMUNE,
                plan,
                item,
                2,
                null,
                "1.1",
                "Xây dựng chuyên mục",
                AssignMode.ASSIGN,
                TaskState.ACCEPTED,
                TaskState.ASSIGNED,
                TestDirectory.CULTURE.id(),
                TestDirectory.ECONOMY.id(),
                List.of(),
                null,
                schedule("2027-02-15"),
                deadline("2027-01-15"),
                deadline("2027-02-15"),
                List.of(),
                PERSON);
    }

    private TaskCancelled cancelled() {
        return new TaskCancelled(
                task,
                COMMUNE,
                plan,
                item,
                3,
                TaskState.ASSIGNED,
                TaskState.CANCELLED,
                "Không còn trong kế hoạch",
                null,
                null,
                PERSON);
    }

    private ReportDutyScheduled scheduled(UUID duty, String due) {
        var day = LocalDate.parse(due);
        return new ReportDutyScheduled(
                duty,
                COMMUNE,
                plan,
                item,
                TestDirectory.CULTURE.id(),
                null,
                List.of("UBND thành phố Thử"),
                "6 tháng đầu năm 2027",
                LocalDate.parse("2026-12-15"),
                LocalDate.parse("2027-06-14"),
                new ReportDutyScheduled.ReportDeadline(day, DeadlineBound.ON_OR_BEFORE, day, day, day, "test"),
                "trước ngày 20 tháng 6");
    }

    private static ReportSent sent(UUID duty) {
        return new ReportSent(
                Ids.next(),
                Ids.next(),
                COMMUNE,
                TestDirectory.CITY.id(),
                duty,
                1,
                "6 tháng đầu năm 2027",
                ReportState.APPROVED,
                ReportState.SENT,
                OffsetDateTime.parse("2027-06-18T08:00:00+07:00"),
                false,
                PERSON);
    }

    private static ReportReturned returned(UUID duty) {
        return new ReportReturned(
                Ids.next(),
                Ids.next(),
                COMMUNE,
                TestDirectory.CITY.id(),
                duty,
                1,
                "6 tháng đầu năm 2027",
                ReportState.SENT,
                ReportState.RETURNED,
                PERSON,
                "Thiếu mẫu số",
                null);
    }

    private static TaskSchedule schedule(String to) {
        return new TaskSchedule(
                TaskSchedule.Kind.BY,
                null,
                LocalDate.parse(to),
                DeadlineBound.ON_OR_BEFORE,
                List.of(),
                "chậm nhất ngày " + to);
    }

    private static TaskDeadline deadline(String date) {
        var day = LocalDate.parse(date);
        return new TaskDeadline(day, DeadlineBound.ON_OR_BEFORE, day, day, day, "test");
    }
}
