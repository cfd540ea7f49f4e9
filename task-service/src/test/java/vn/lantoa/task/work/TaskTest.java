package vn.lantoa.task.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.Role;
import vn.lantoa.events.TaskAssigned;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Problem;

class TaskTest {

    private static final UUID COMMUNE = UUID.randomUUID();
    private static final UUID FRONT = UUID.randomUUID();
    private static final UUID UNIT = UUID.randomUUID();
    private static final UUID OTHER_UNIT = UUID.randomUUID();
    private static final LocalDate DUE = LocalDate.of(2026, 12, 15);
    private static final LocalDate END = LocalDate.of(2026, 12, 31);

    private static final Actor HEAD = of(COMMUNE, UNIT, Role.UNIT_HEAD);
    private static final Actor SPECIALIST = of(COMMUNE, UNIT, Role.SPECIALIST);
    private static final Actor OTHER_HEAD = of(COMMUNE, OTHER_UNIT, Role.UNIT_HEAD);
    private static final Actor OTHER_SPECIALIST = of(COMMUNE, OTHER_UNIT, Role.SPECIALIST);
    private static final Actor LEADER = of(COMMUNE, null, Role.LEADER);
    private static final Actor COORDINATOR = of(COMMUNE, OTHER_UNIT, Role.COORDINATOR);
    private static final Actor CLERK = of(COMMUNE, null, Role.CLERK);
    private static final Actor FRONT_LEADER = of(FRONT, null, Role.LEADER);
    private static final Actor STRANGER = of(UUID.randomUUID(), UNIT, Role.UNIT_HEAD, Role.LEADER);

    @Test
    void stateOfAnOrderFollowsItsMode() {
        assertThat(order(AssignMode.ASSIGN).state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(order(AssignMode.REQUEST).state()).isEqualTo(TaskState.REQUESTED);
    }

    @Test
    void completionCountsFromTheDayOfSubmission() {
        var task = inProgress();
        prove(task);
        task.submitResult(HEAD, "Xong", DUE);

        var accepted = task.acceptResult(LEADER, List.of());

        assertThat(accepted.completedOn()).isEqualTo(DUE);
        assertThat(accepted.dueOn()).isEqualTo(DUE);
        assertThat(accepted.punctuality()).isEqualTo(Punctuality.ON_TIME);
        assertThat(accepted.previousState()).isEqualTo(TaskState.RESULT_SUBMITTED);
        assertThat(accepted.state()).isEqualTo(TaskState.COMPLETED);
    }

    @Test
    void submissionAfterTheLastDayIsLate() {
        var task = inProgress();
        prove(task);
        task.submitResult(HEAD, "Xong", DUE.plusDays(1));

        assertThat(task.acceptResult(COORDINATOR, List.of()).punctuality()).isEqualTo(Punctuality.OVERDUE);
    }

    @Test
    void returnedResultCountsFromItsNextSubmission() {
        var task = inProgress();
        prove(task);
        task.submitResult(HEAD, "Xong", DUE);
        task.returnResult(LEADER, "Thiếu ảnh");
        task.submitResult(HEAD, "Đã bổ sung", DUE.plusDays(3));

        assertThat(task.acceptResult(LEADER, List.of()).completedOn()).isEqualTo(DUE.plusDays(3));
    }

    @Test
    void nobodyJudgesAResultOfTheirOwn() {
        var both = of(COMMUNE, UNIT, Role.UNIT_HEAD, Role.COORDINATOR);
        var task = inProgress();
        prove(task);
        task.submitResult(both, "Xong", DUE);

        refused(Problem.RuleBroken.class, "task.own-result", () -> task.acceptResult(both, List.of()));
        refused(Problem.RuleBroken.class, "task.own-result", () -> task.returnResult(both, "Không"));
        assertThat(task.allowedActions(both, CoordinatingParties.NONE)).isEmpty();
        assertThat(task.allowedActions(LEADER, CoordinatingParties.NONE))
                .containsExactly(TaskAction.ACCEPT_RESULT, TaskAction.RETURN_RESULT);
    }

    @Test
    void firstUpdateStartsTheWork() {
        var task = accepted();

        assertThat(task.update(SPECIALIST, UUID.randomUUID(), "Bắt đầu").state())
                .isEqualTo(TaskState.IN_PROGRESS);
        assertThat(task.update(SPECIALIST, UUID.randomUUID(), "Tiếp tục").previousState())
                .isEqualTo(TaskState.IN_PROGRESS);
    }

    @Test
    void assigneeOfWhateverRoleMayUpdate() {
        var clerk = of(COMMUNE, UNIT, Role.CLERK);
        var task = accepted();
        refused(Problem.NotAllowed.class, "task.only-lead-people", () -> task.update(clerk, UUID.randomUUID(), "Tôi"));

        var delegated = task.delegate(HEAD, clerk.personId(), true);
        task.update(clerk, UUID.randomUUID(), "Đã nhận");

        assertThat(delegated.assigneeId()).isEqualTo(clerk.personId());
        assertThat(task.delegate(HEAD, SPECIALIST.personId(), true).previousAssigneeId())
                .isEqualTo(clerk.personId());
    }

    @Test
    void evidenceMayComeFromACoordinatingUnit() {
        var task = accepted();

        refused(
                Problem.NotAllowed.class,
                "task.only-doers",
                () -> task.attachEvidence(OTHER_SPECIALIST, proof(), CoordinatingParties.NONE));
        task.attachEvidence(OTHER_SPECIALIST, proof(), new CoordinatingParties(Set.of(OTHER_UNIT), Set.of()));

        assertThat(task.state()).isEqualTo(TaskState.IN_PROGRESS);
        refused(Problem.NotAllowed.class, "task.only-lead-head", () -> task.submitResult(OTHER_HEAD, "Xong", DUE));
    }

    @ParameterizedTest
    @EnumSource(
            value = TaskSchedule.Kind.class,
            names = {"CONTINUOUS", "YEARLY_DAY"})
    void whatLastsAsLongAsThePlanIsNotCompletedBefore(TaskSchedule.Kind kind) {
        var task = new Task(order(AssignMode.ASSIGN, schedule(kind), null));
        task.accept(HEAD);
        prove(task);

        refused(
                Problem.RuleBroken.class,
                "task.lasts-until-plan-ends",
                () -> task.submitResult(HEAD, "Xong", END.minusDays(1)));
        task.submitResult(HEAD, "Xong", END);

        assertThat(task.acceptResult(LEADER, List.of()).punctuality()).isEqualTo(Punctuality.NO_DEADLINE);
    }

    @Test
    void requestIsForTheRequestedBodyOnly() {
        var task = order(AssignMode.REQUEST);
        var head = of(COMMUNE, UNIT, Role.UNIT_HEAD); // the unit that stands for the Front in the commune's directory

        assertThat(task.allowedActions(FRONT_LEADER, CoordinatingParties.NONE)).containsExactly(TaskAction.ACKNOWLEDGE);
        assertThat(task.allowedActions(head, CoordinatingParties.NONE)).containsExactly(TaskAction.ACKNOWLEDGE);
        assertThat(task.allowedActions(LEADER, CoordinatingParties.NONE)).isEmpty();
        refused(Problem.RuleBroken.class, "task.not-in-this-state", () -> task.accept(FRONT_LEADER));
        task.acknowledge(FRONT_LEADER);
        assertThat(task.respond(FRONT_LEADER, "Đã vận động").state()).isEqualTo(TaskState.RESPONDED);
    }

    /** Each verb, in each state, by each person: exactly what the table grants, and a refusal changes nothing. */
    @ParameterizedTest
    @EnumSource(TaskAction.class)
    void verbIsPossibleExactlyWhereTheTableSaysSo(TaskAction action) {
        var allowed =
                switch (action) {
                    case ACCEPT, DECLINE -> EnumSet.of(TaskState.ASSIGNED);
                    case DELEGATE, UPDATE, ATTACH_EVIDENCE ->
                        EnumSet.of(TaskState.ACCEPTED, TaskState.IN_PROGRESS, TaskState.ACKNOWLEDGED);
                    case SUBMIT_RESULT -> EnumSet.of(TaskState.IN_PROGRESS);
                    case ACCEPT_RESULT, RETURN_RESULT -> EnumSet.of(TaskState.RESULT_SUBMITTED);
                    case ACKNOWLEDGE -> EnumSet.of(TaskState.REQUESTED);
                    case RESPOND -> EnumSet.of(TaskState.ACKNOWLEDGED);
                    case REASSIGN ->
                        EnumSet.of(TaskState.ASSIGNED, TaskState.DECLINED, TaskState.ACCEPTED, TaskState.IN_PROGRESS);
                };
        for (var state : reachable()) {
            var task = in(state);
            var right =
                    switch (action.party()) {
                        case ISSUER, ISSUER_LEADER -> LEADER;
                        case LEAD_HEAD, LEAD_PEOPLE, DOERS -> HEAD;
                    };
            if (allowed.contains(state)) {
                assertThat(task.allowedActions(right, CoordinatingParties.NONE)).contains(action);
                verb(action).accept(new Doing(task, right));
            } else {
                assertThat(task.allowedActions(right, CoordinatingParties.NONE)).doesNotContain(action);
                refused(Problem.RuleBroken.class, "task.not-in-this-state", () -> verb(action)
                        .accept(new Doing(task, right)));
                assertThat(task.state()).isEqualTo(state);
            }
            for (var wrong : List.of(CLERK, OTHER_HEAD, OTHER_SPECIALIST, STRANGER)) {
                var untouched = in(state);
                assertThatThrownBy(() -> verb(action).accept(new Doing(untouched, wrong)))
                        .isInstanceOf(Problem.NotAllowed.class);
                assertThat(untouched.state()).isEqualTo(state);
            }
        }
    }

    @Test
    void evidenceMayComeFromACoordinatingOrganizationOfItsOwn() {
        var coordinating = new CoordinatingParties(Set.of(OTHER_UNIT), Set.of(FRONT));
        var task = accepted();

        assertThat(task.allowedActions(FRONT_LEADER, coordinating)).containsExactly(TaskAction.ATTACH_EVIDENCE);
        assertThat(task.attachEvidence(FRONT_LEADER, proof(), coordinating).state())
                .isEqualTo(TaskState.IN_PROGRESS);
        refused(
                Problem.NotAllowed.class,
                "task.only-doers",
                () -> task.attachEvidence(of(FRONT, null, Role.CLERK), proof(), coordinating));
        refused(
                Problem.NotAllowed.class,
                "task.only-doers",
                () -> task.attachEvidence(STRANGER, proof(), coordinating));
    }

    @Test
    void declinedTaskBeginsAnewAtAnotherUnit() {
        var task = in(TaskState.DECLINED);

        var assigned = reassign(task, LEADER, OTHER_UNIT);

        assertThat(assigned.state()).isEqualTo(TaskState.ASSIGNED);
        assertThat(assigned.leadUnitId()).isEqualTo(OTHER_UNIT);
        assertThat(assigned.assignedBy()).isEqualTo(LEADER.personId());
        assertThat(assigned.deadline().lastDay()).isEqualTo(DUE);
        refused(Problem.NotAllowed.class, "task.only-lead-head", () -> task.accept(HEAD));
        assertThat(task.accept(OTHER_HEAD).leadUnitId()).isEqualTo(OTHER_UNIT);
    }

    @Test
    void nobodyIsNamedForATaskThatMovedAndItsEvidenceIsKept() {
        var clerk = of(COMMUNE, null, Role.CLERK);
        var task = accepted();
        task.delegate(HEAD, clerk.personId(), true);
        prove(task);

        reassign(task, LEADER, OTHER_UNIT);
        task.accept(OTHER_HEAD);

        refused(Problem.NotAllowed.class, "task.only-lead-people", () -> task.update(clerk, UUID.randomUUID(), "Tôi"));
        task.update(OTHER_HEAD, UUID.randomUUID(), "Tiếp tục");
        assertThat(task.submitResult(OTHER_HEAD, "Xong", DUE).state()).isEqualTo(TaskState.RESULT_SUBMITTED);
    }

    @Test
    void leaderMayInsistOnTheUnitThatDeclinedButNotMoveATaskToWhereItIs() {
        var declined = in(TaskState.DECLINED);

        assertThat(reassign(declined, LEADER, UNIT).state()).isEqualTo(TaskState.ASSIGNED);
        refused(Problem.RuleBroken.class, "task.already-of-this-unit", () -> reassign(accepted(), LEADER, UNIT));
        refused(
                Problem.NotAllowed.class,
                "task.only-issuer-leader",
                () -> reassign(in(TaskState.DECLINED), COORDINATOR, OTHER_UNIT));
    }

    private static TaskAssigned reassign(Task task, Actor actor, UUID unitId) {
        return task.reassign(actor, new TaskOrder.UnitPart(unitId, null), List.of(), Instant.EPOCH);
    }

    private record Doing(Task task, Actor actor) {}

    private static Consumer<Doing> verb(TaskAction action) {
        return switch (action) {
            case ACCEPT -> it -> it.task().accept(it.actor());
            case DECLINE -> it -> it.task().decline(it.actor(), "Lý do");
            case DELEGATE -> it -> it.task().delegate(it.actor(), SPECIALIST.personId(), true);
            case UPDATE -> it -> it.task().update(it.actor(), UUID.randomUUID(), "Tiến độ");
            case ATTACH_EVIDENCE -> it -> it.task().attachEvidence(it.actor(), proof(), CoordinatingParties.NONE);
            case SUBMIT_RESULT -> it -> it.task().submitResult(it.actor(), "Xong", DUE);
            case ACCEPT_RESULT -> it -> it.task().acceptResult(it.actor(), List.of());
            case RETURN_RESULT -> it -> it.task().returnResult(it.actor(), "Lý do");
            case ACKNOWLEDGE -> it -> it.task().acknowledge(it.actor());
            case RESPOND -> it -> it.task().respond(it.actor(), "Đã làm");
            case REASSIGN -> it -> reassign(it.task(), it.actor(), OTHER_UNIT);
        };
    }

    private static List<TaskState> reachable() {
        return List.of(
                TaskState.ASSIGNED,
                TaskState.DECLINED,
                TaskState.ACCEPTED,
                TaskState.IN_PROGRESS,
                TaskState.RESULT_SUBMITTED,
                TaskState.COMPLETED,
                TaskState.REQUESTED,
                TaskState.ACKNOWLEDGED,
                TaskState.RESPONDED);
    }

    private static Task in(TaskState state) {
        var task = order(
                switch (state) {
                    case REQUESTED, ACKNOWLEDGED, RESPONDED -> AssignMode.REQUEST;
                    default -> AssignMode.ASSIGN;
                });
        switch (state) {
            case DECLINED -> task.decline(HEAD, "Lý do");
            case ACCEPTED -> task.accept(HEAD);
            case IN_PROGRESS, RESULT_SUBMITTED, COMPLETED -> {
                task.accept(HEAD);
                prove(task);
            }
            case ACKNOWLEDGED, RESPONDED -> task.acknowledge(HEAD);
            default -> {}
        }
        if (state == TaskState.RESULT_SUBMITTED || state == TaskState.COMPLETED) {
            task.submitResult(HEAD, "Xong", DUE);
        }
        if (state == TaskState.COMPLETED) {
            task.acceptResult(LEADER, List.of());
        }
        if (state == TaskState.RESPONDED) {
            task.respond(HEAD, "Đã làm");
        }
        assertThat(task.state()).isEqualTo(state);
        return task;
    }

    private static Task accepted() {
        var task = order(AssignMode.ASSIGN);
        task.accept(HEAD);
        return task;
    }

    private static Task inProgress() {
        var task = accepted();
        task.update(SPECIALIST, UUID.randomUUID(), "Đang làm");
        return task;
    }

    private static void prove(Task task) {
        task.attachEvidence(HEAD, proof(), CoordinatingParties.NONE);
    }

    private static Proof proof() {
        return new Proof(UUID.randomUUID(), EvidenceChannel.VISUAL, "0".repeat(64), "anh.jpg", 10);
    }

    private static Task order(AssignMode mode) {
        return new Task(order(
                mode,
                schedule(TaskSchedule.Kind.BY),
                new TaskDeadline(DUE, DeadlineBound.ON_OR_BEFORE, DUE, DUE, DUE, "2026-1")));
    }

    private static TaskOrder order(AssignMode mode, TaskSchedule schedule, TaskDeadline deadline) {
        return new TaskOrder(
                UUID.randomUUID(),
                COMMUNE,
                new TaskOrder.Origin(UUID.randomUUID(), UUID.randomUUID(), 1, null, null, END, null, null),
                "1",
                "Nhiệm vụ",
                mode,
                new TaskOrder.UnitPart(UNIT, mode == AssignMode.REQUEST ? FRONT : null),
                List.of(),
                List.of(),
                schedule,
                deadline,
                null,
                LEADER.personId(),
                Instant.EPOCH);
    }

    private static TaskSchedule schedule(TaskSchedule.Kind kind) {
        return new TaskSchedule(kind, null, DUE, DeadlineBound.ON_OR_BEFORE, List.of(), "Theo kế hoạch");
    }

    private static Actor of(UUID organization, UUID unit, Role... roles) {
        var held = Set.of(roles);
        Set<UUID> units = unit == null ? Set.of() : Set.of(unit);
        return new Actor(
                UUID.randomUUID(),
                organization,
                held,
                held.contains(Role.UNIT_HEAD) ? units : Set.of(),
                held.contains(Role.SPECIALIST) ? units : Set.of(),
                units);
    }

    private static void refused(Class<? extends Problem> kind, String code, Runnable verb) {
        assertThatThrownBy(verb::run).isInstanceOf(kind).isInstanceOfSatisfying(Problem.class, it -> assertThat(
                        it.code())
                .isEqualTo(code));
    }
}
