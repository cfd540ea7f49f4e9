package vn.lantoa.task.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.events.UnitKind;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.Unit;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.work.Actor;
import vn.lantoa.task.work.Dates;
import vn.lantoa.task.work.GiveTasks;
import vn.lantoa.task.work.TaskOrder;
import vn.lantoa.task.work.WorkingDays;

/** A leader gives a task outside of any plan (chỉ đạo trực tiếp). A body outside of the chain of command is asked instead. */
@ApplicationScoped
class AssignTask {

    static final String DIRECT_ORDER = "Chỉ đạo trực tiếp";

    /** @param dueOn last day in time; null for a task without a deadline */
    record Command(
            Actor actor,
            String title,
            UUID leadUnitId,
            List<UUID> coordinatingUnitIds,
            @Nullable LocalDate dueOn,
            @Nullable String product,
            String source) {}

    /** What was given. */
    @Schema(name = "GivenTask")
    record Given(
            UUID id,
            AssignMode mode,
            TaskState state,
            UUID leadUnitId,
            @Nullable TaskDeadline deadline,
            long version) {}

    private final UnitParts units;
    private final WorkingDays workingDays;
    private final GiveTasks giveTasks;
    private final Clock clock;

    AssignTask(UnitParts units, WorkingDays workingDays, GiveTasks giveTasks, Clock clock) {
        this.units = units;
        this.workingDays = workingDays;
        this.giveTasks = giveTasks;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "task", id = "result.id", organization = "actor.organizationId")
    Given handle(Command command) {
        var today = LocalDate.now(clock);
        var known = units.known(Stream.concat(Stream.of(command.leadUnitId()), command.coordinatingUnitIds().stream())
                .distinct()
                .toList());
        refuse(command, known, today);
        var mode = known.units().get(command.leadUnitId()).kind().isRequestedNotOrdered()
                ? AssignMode.REQUEST
                : AssignMode.ASSIGN;
        var order = order(command, mode, known, today);
        giveTasks.handle(new GiveTasks.Command(List.of(order)));
        var state = mode == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED;
        return new Given(order.taskId(), mode, state, command.leadUnitId(), order.deadline(), 0);
    }

    private static void refuse(Command command, UnitParts.Known known, LocalDate today) {
        var errors = new ArrayList<Problem.Invalid.Error>();
        var lead = known.units().get(command.leadUnitId());
        if (isForeign(lead, command) || lead.kind() == UnitKind.GROUP) {
            errors.add(new Problem.Invalid.Error("/leadUnitId", "task.unit-not-assignable"));
        }
        for (int i = 0; i < command.coordinatingUnitIds().size(); i++) {
            if (isForeign(known.units().get(command.coordinatingUnitIds().get(i)), command)) {
                errors.add(new Problem.Invalid.Error("/coordinatingUnitIds/" + i, "task.unit-not-assignable"));
            }
        }
        if (command.dueOn() != null && command.dueOn().isBefore(today)) {
            errors.add(new Problem.Invalid.Error("/dueOn", "task.due-in-the-past"));
        }
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
    }

    private static boolean isForeign(@Nullable Unit unit, Command command) {
        return unit == null || !unit.organizationId().equals(command.actor().organizationId());
    }

    private TaskOrder order(Command command, AssignMode mode, UnitParts.Known known, LocalDate today) {
        var organizationId = command.actor().organizationId();
        var schedule = schedule(command.dueOn(), today);
        return new TaskOrder(
                Ids.next(),
                organizationId,
                TaskOrder.Origin.direct(command.source()),
                null,
                command.title(),
                mode,
                known.part(command.leadUnitId()),
                known.coordinating(command.coordinatingUnitIds(), command.leadUnitId()),
                command.coordinatingUnitIds().stream()
                        .map(id -> known.units().get(id).name())
                        .toList(),
                schedule,
                command.dueOn() == null
                        ? null
                        : TaskDeadlines.of(schedule, workingDays.of(organizationId))
                                .orElseThrow(),
                command.product(),
                command.actor().personId(),
                clock.instant());
    }

    private static TaskSchedule schedule(@Nullable LocalDate dueOn, LocalDate today) {
        return dueOn == null
                ? new TaskSchedule(
                        TaskSchedule.Kind.FROM, today, null, null, List.of(), "Từ ngày " + Dates.written(today))
                : new TaskSchedule(
                        TaskSchedule.Kind.BY,
                        null,
                        dueOn,
                        DeadlineBound.ON_OR_BEFORE,
                        List.of(),
                        "Chậm nhất ngày " + Dates.written(dueOn));
    }
}
