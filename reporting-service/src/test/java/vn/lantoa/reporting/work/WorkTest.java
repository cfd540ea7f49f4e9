package vn.lantoa.reporting.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAmended;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskCancelled;
import vn.lantoa.events.TaskEvent;
import vn.lantoa.events.TaskProgressed;
import vn.lantoa.events.TaskRequestAnswered;
import vn.lantoa.events.TaskResultAccepted;
import vn.lantoa.events.TaskResultSubmitted;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskSchedule.YearlyDay;
import vn.lantoa.events.TaskState;
import vn.lantoa.testkit.LantoaTestResource;

/** Counts at the end of a period that is over; no day of the test depends on today. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class WorkTest {

    private static final ReportPeriod PERIOD = new ReportPeriod(day("2025-12-15"), day("2026-06-14"));
    private static final ReportPeriod BEFORE = new ReportPeriod(day("2025-06-15"), day("2025-12-14"));

    @Inject
    Work work;

    @Inject
    RecordTaskFact recordTaskFact;

    private final UUID organization = UUID.randomUUID();

    @Test
    void answersCountInThePeriodInWhichTheyCame() {
        var request = UUID.randomUUID();
        tell(assigned(request, AssignMode.REQUEST, TaskState.REQUESTED, null, day("2026-01-30")), "2025-12-01");
        tell(answered(request), "2026-01-20");

        assertThat(work.of(organization, BEFORE).answered()).isZero();
        assertThat(work.of(organization, PERIOD).answered()).isEqualTo(1);
    }

    @Test
    void resultHandedInOnTimeIsNotOverdueWhenTheDayPasses() {
        var task = given(day("2026-05-20"));
        tell(submitted(task, "2026-05-20"), "2026-05-20");

        assertThat(counts()).containsExactly(0, 1, 0);
    }

    @Test
    void resultHandedInLateIsOverdue() {
        var task = given(day("2026-05-20"));
        tell(submitted(task, "2026-05-21"), "2026-05-21");

        assertThat(counts()).containsExactly(0, 0, 1);
    }

    @Test
    void whatHappensAfterThePeriodDoesNotChangeIt() {
        var overdueThen = given(day("2026-05-20"));
        var inTimeThen = given(day("2026-06-16"));
        tell(progressed(inTimeThen), "2026-06-01");
        var begunLater = given(day("2026-06-17"));
        tell(progressed(begunLater), "2026-06-15");
        for (var task : List.of(overdueThen, inTimeThen)) {
            tell(submitted(task, "2026-06-18"), "2026-06-18");
            tell(accepted(task, "2026-06-18"), "2026-06-19");
        }

        assertThat(counts()).containsExactly(0, 1, 1);
    }

    @Test
    void amendmentMovesTheDayAndLeavesTheWork() {
        var task = given(day("2026-05-20"));
        tell(progressed(task), "2026-02-01");
        assertThat(counts()).containsExactly(0, 0, 1);

        tell(amended(task, TaskState.IN_PROGRESS, day("2026-06-30")), "2026-05-10");

        assertThat(counts()).containsExactly(0, 1, 0);
    }

    @Test
    void anotherLeadBeginsAnewAfterAnAmendment() {
        var task = given(day("2026-06-30"));
        tell(progressed(task), "2026-02-01");
        assertThat(counts()).containsExactly(0, 1, 0);

        tell(amended(task, TaskState.ASSIGNED, day("2026-06-30")), "2026-05-10");

        assertThat(counts()).containsExactly(0, 0, 0);
    }

    @Test
    void cancelledTaskCountsNowhere() {
        var overdue = given(day("2026-05-20"));
        var handedIn = given(day("2026-05-20"));
        tell(submitted(handedIn, "2026-05-21"), "2026-05-21");
        assertThat(counts()).containsExactly(0, 0, 2);

        tell(cancelled(overdue), "2026-05-25");
        tell(cancelled(handedIn), "2026-05-25");

        assertThat(counts()).containsExactly(0, 0, 0);
    }

    @Test
    void dayOffMovesTheLastDayInTime() {
        var task = given(day("2026-06-13")); // a Saturday: in time until Monday the 15th

        assertThat(counts()).containsExactly(0, 0, 0);

        var done = given(day("2026-05-23")); // a Saturday, too
        tell(submitted(done, "2026-05-25"), "2026-05-25");
        tell(accepted(done, "2026-05-25"), "2026-05-26");
        assertThat(task).isNotEqualTo(done);
        assertThat(work.of(organization, PERIOD).completed())
                .extracting(WorkDone.CompletedTask::late)
                .containsExactly(false);
    }

    @Test
    void onlyWhatHasBegunIsInProgress() {
        given(null);
        var accepted = given(null);
        tell(progressed(accepted, TaskState.ACCEPTED), "2026-02-01");
        var begun = given(null);
        tell(progressed(begun), "2026-02-01");

        assertThat(counts()).containsExactly(0, 1, 0);
    }

    @Test
    void recurringTaskCountsByItsOccurrencesOfThePeriod() {
        var parent = UUID.randomUUID();
        tell(
                assigned(
                        parent,
                        AssignMode.ASSIGN,
                        TaskState.ASSIGNED,
                        null,
                        null,
                        new TaskSchedule(
                                TaskSchedule.Kind.YEARLY_DAY,
                                null,
                                null,
                                null,
                                List.of(new YearlyDay("06-10", "Ngày thử")),
                                "hằng năm")),
                "2026-01-05");
        tell(progressed(parent), "2026-06-01");
        var now = UUID.randomUUID();
        tell(assigned(now, AssignMode.ASSIGN, TaskState.ASSIGNED, parent, day("2026-06-14")), "2026-01-05");
        tell(progressed(now), "2026-06-01");
        var next = UUID.randomUUID();
        tell(assigned(next, AssignMode.ASSIGN, TaskState.ASSIGNED, parent, day("2027-06-10")), "2026-05-06");
        tell(progressed(next), "2026-06-01");

        assertThat(counts()).containsExactly(0, 1, 0);
    }

    @Test
    void taskGivenToAnotherUnitBeginsAnewAndCountsOnce() {
        var task = given(day("2026-05-20"));
        tell(submitted(task, "2026-05-18"), "2026-05-18");
        tell(assigned(task, AssignMode.ASSIGN, TaskState.ASSIGNED, null, day("2026-05-20")), "2026-05-19");

        assertThat(counts()).containsExactly(0, 0, 1);
    }

    @Test
    void movedDatesReplaceThoseBeforeAndLeaveTheWork() {
        var task = given(day("2026-05-20"));
        tell(progressed(task), "2026-05-01");
        tell(assigned(task, AssignMode.ASSIGN, TaskState.IN_PROGRESS, null, day("2026-06-30")), "2026-05-19");

        assertThat(counts()).containsExactly(0, 1, 0);
    }

    private int[] counts() {
        var it = work.of(organization, PERIOD);
        assertThat(it.asOf()).isEqualTo(PERIOD.end());
        return new int[] {it.done(), it.inProgress(), it.overdue()};
    }

    private UUID given(@Nullable LocalDate lastDay) {
        var task = UUID.randomUUID();
        tell(assigned(task, AssignMode.ASSIGN, TaskState.ASSIGNED, null, lastDay), "2026-01-05");
        return task;
    }

    private void tell(TaskEvent event, String on) {
        recordTaskFact.handle(event, day(on));
    }

    private TaskAssigned assigned(
            UUID task, AssignMode mode, TaskState state, @Nullable UUID parent, @Nullable LocalDate lastDay) {
        var kind = lastDay == null ? TaskSchedule.Kind.CONTINUOUS : TaskSchedule.Kind.BY;
        var schedule = new TaskSchedule(kind, null, lastDay, null, List.of(), "theo kế hoạch");
        return assigned(task, mode, state, parent, lastDay, schedule);
    }

    private TaskAssigned assigned(
            UUID task,
            AssignMode mode,
            TaskState state,
            @Nullable UUID parent,
            @Nullable LocalDate lastDay,
            TaskSchedule schedule) {
        return new TaskAssigned(
                task,
                organization,
                null,
                null,
                parent,
                "1.1",
                "Nhiệm vụ thử",
                mode,
                state,
                UUID.randomUUID(),
                List.of(),
                null,
                schedule,
                lastDay == null
                        ? null
                        : new TaskAssigned.TaskDeadline(
                                lastDay, DeadlineBound.ON_OR_BEFORE, lastDay, lastDay, null, "thử"),
                UUID.randomUUID());
    }

    private TaskAmended amended(UUID task, TaskState state, LocalDate lastDay) {
        var unit = UUID.randomUUID();
        var deadline =
                new TaskAssigned.TaskDeadline(lastDay, DeadlineBound.ON_OR_BEFORE, lastDay, lastDay, lastDay, "thử");
        return new TaskAmended(
                task,
                organization,
                UUID.randomUUID(),
                UUID.randomUUID(),
                2,
                null,
                "1.2",
                "Nhiệm vụ thử, nay đổi tên",
                AssignMode.ASSIGN,
                TaskState.IN_PROGRESS,
                state,
                UUID.randomUUID(),
                unit,
                List.of(),
                null,
                new TaskSchedule(TaskSchedule.Kind.BY, null, lastDay, null, List.of(), "theo kế hoạch"),
                null,
                deadline,
                List.of(),
                UUID.randomUUID());
    }

    private TaskCancelled cancelled(UUID task) {
        return new TaskCancelled(
                task,
                organization,
                null,
                null,
                2,
                TaskState.IN_PROGRESS,
                TaskState.CANCELLED,
                "Không còn trong kế hoạch",
                null,
                null,
                UUID.randomUUID());
    }

    private TaskProgressed progressed(UUID task) {
        return progressed(task, TaskState.IN_PROGRESS);
    }

    private TaskProgressed progressed(UUID task, TaskState state) {
        return new TaskProgressed(
                task, organization, TaskState.ACCEPTED, state, UUID.randomUUID(), "đang làm", UUID.randomUUID());
    }

    private TaskResultSubmitted submitted(UUID task, String on) {
        return new TaskResultSubmitted(
                task,
                organization,
                TaskState.IN_PROGRESS,
                TaskState.RESULT_SUBMITTED,
                day(on),
                UUID.randomUUID(),
                "Đã xong");
    }

    private TaskResultAccepted accepted(UUID task, String completedOn) {
        return new TaskResultAccepted(
                task,
                organization,
                TaskState.RESULT_SUBMITTED,
                TaskState.COMPLETED,
                null,
                null,
                day(completedOn),
                null,
                Punctuality.NO_DEADLINE,
                UUID.randomUUID(),
                List.of());
    }

    private TaskRequestAnswered answered(UUID task) {
        return new TaskRequestAnswered(
                task,
                organization,
                TaskState.REQUESTED,
                TaskState.RESPONDED,
                null,
                null,
                UUID.randomUUID(),
                "Đã phối hợp");
    }

    private static LocalDate day(String iso) {
        return LocalDate.parse(iso);
    }
}
