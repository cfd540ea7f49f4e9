package vn.lantoa.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.events.TaskEvidenceAttached;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultReturned;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.messaging.EventCodec;
import vn.lantoa.testkit.GoldenExamples;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class TaskConsumerTest {

    private static final ReportPeriod PERIOD = new ReportPeriod(LocalDate.of(2026, 6, 15), LocalDate.of(2026, 12, 14));

    @Inject
    Work work;

    private final UUID organization = UUID.randomUUID();

    @Test
    void countsDoneInProgressAndOverdueFromFacts() {
        var done = assigned("1.1", LocalDate.of(2026, 11, 10));
        var open = assigned("1.2", LocalDate.of(2026, 12, 20));
        var continuous = assigned("1.3", null);
        var overdue = assigned("1.4", LocalDate.of(2026, 11, 20));
        var returned = assigned("1.5", LocalDate.of(2026, 12, 1));
        for (var task : List.of(done, open, continuous, overdue, returned)) {
            tell(task, "2026-11-02T08:00:00+07:00");
        }
        var evidence = UUID.randomUUID();
        tell(evidence(done, evidence), "2026-11-05T08:00:00+07:00");
        tell(evidence(open, UUID.randomUUID()), "2026-05-05T08:00:00+07:00"); // before the period
        var accepted = accepted(done, evidence);
        tell(accepted, "2026-11-12T08:00:00+07:00");
        tell(accepted, "2026-11-12T08:00:00+07:00"); // told twice, counted once
        tell(submitted(returned), "2026-11-12T08:00:00+07:00");
        tell(sentBack(returned), "2026-11-13T08:00:00+07:00");

        await().untilAsserted(() -> {
            var it = work.of(organization, PERIOD);
            assertThat(it.done()).isEqualTo(1);
            assertThat(it.inProgress()).isEqualTo(2); // the continuous one has not begun
            assertThat(it.overdue()).isEqualTo(1);
            assertThat(it.completed())
                    .extracting(WorkDone.CompletedTask::number)
                    .containsExactly("1.1");
            assertThat(it.completed().getFirst().late()).isFalse();
            assertThat(it.evidence())
                    .containsExactly(new WorkDone.ChannelCount(EvidenceChannel.GRASSROOTS_BROADCAST, 1));
        });
    }

    @Test
    void goldenEventsOfATaskAreUnderstood() {
        for (var type : List.of(
                "task.assigned.v1",
                "task.accepted.v1",
                "task.evidence-attached.v1",
                "task.result-submitted.v1",
                "task.result-accepted.v1")) {
            var key = GoldenExamples.event(type, TaskEvent.class).taskId().toString();
            Topics.send("tasks", key, GoldenExamples.envelope(type));
        }
        var commune = GoldenExamples.event("task.result-accepted.v1", TaskResultAccepted.class)
                .organizationId();

        await().untilAsserted(() -> assertThat(work.of(commune, PERIOD).completed())
                .extracting(WorkDone.CompletedTask::number)
                .contains("1.2"));
    }

    @Test
    void poisonGoesToTheDeadLettersAndBlocksNobody() {
        var poison = "not json " + organization;
        var next = assigned("2.1", null);
        Topics.send("tasks", next.taskId().toString(), poison);
        tell(next, "2026-11-02T08:00:00+07:00");
        tell(evidence(next, UUID.randomUUID()), "2026-11-02T09:00:00+07:00");

        await().untilAsserted(() ->
                assertThat(work.of(organization, PERIOD).inProgress()).isEqualTo(1));
        Topics.awaitRecord(
                "tasks.reporting-service.dead", record -> record.value().equals(poison));
    }

    private static void tell(TaskEvent event, String at) {
        var envelope = EventCodec.encode(event, UUID.randomUUID(), "/task-service", OffsetDateTime.parse(at), null);
        Topics.send("tasks", event.taskId().toString(), envelope);
    }

    private TaskAssigned assigned(String number, @Nullable LocalDate lastDay) {
        var kind = lastDay == null ? TaskSchedule.Kind.CONTINUOUS : TaskSchedule.Kind.BY;
        return new TaskAssigned(
                UUID.randomUUID(),
                organization,
                UUID.randomUUID(),
                UUID.randomUUID(),
                null,
                number,
                "Nhiệm vụ " + number,
                AssignMode.ASSIGN,
                TaskState.ASSIGNED,
                UUID.randomUUID(),
                List.of(),
                null,
                new TaskSchedule(kind, null, lastDay, null, List.of(), "theo kế hoạch"),
                lastDay == null
                        ? null
                        : new TaskAssigned.TaskDeadline(
                                lastDay, DeadlineBound.ON_OR_BEFORE, lastDay, lastDay, lastDay, "2026-test"),
                UUID.randomUUID());
    }

    private TaskEvidenceAttached evidence(TaskAssigned task, UUID evidence) {
        return new TaskEvidenceAttached(
                task.taskId(),
                organization,
                TaskState.IN_PROGRESS,
                TaskState.IN_PROGRESS,
                evidence,
                EvidenceChannel.GRASSROOTS_BROADCAST,
                "0".repeat(64),
                "nhật ký.pdf",
                10,
                UUID.randomUUID());
    }

    private TaskResultSubmitted submitted(TaskAssigned task) {
        return new TaskResultSubmitted(
                task.taskId(),
                organization,
                TaskState.IN_PROGRESS,
                TaskState.RESULT_SUBMITTED,
                LocalDate.of(2026, 11, 12),
                UUID.randomUUID(),
                "Đã xong");
    }

    private TaskResultReturned sentBack(TaskAssigned task) {
        return new TaskResultReturned(
                task.taskId(),
                organization,
                TaskState.RESULT_SUBMITTED,
                TaskState.IN_PROGRESS,
                UUID.randomUUID(),
                "Thiếu minh chứng");
    }

    private TaskResultAccepted accepted(TaskAssigned task, UUID evidence) {
        return new TaskResultAccepted(
                task.taskId(),
                organization,
                TaskState.RESULT_SUBMITTED,
                TaskState.COMPLETED,
                task.planId(),
                task.planItemId(),
                LocalDate.of(2026, 11, 9),
                LocalDate.of(2026, 11, 10),
                Punctuality.EARLY,
                UUID.randomUUID(),
                List.of(new TaskResultAccepted.Evidence(
                        evidence, EvidenceChannel.GRASSROOTS_BROADCAST, "0".repeat(64))));
    }
}
