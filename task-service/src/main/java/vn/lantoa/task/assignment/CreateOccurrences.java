package vn.lantoa.task.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lantoa.effects.TaskEffects;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.assignment.Recurrences.Recurrence;
import vn.lantoa.task.work.CoordinatingDuties;
import vn.lantoa.task.work.GiveTasks;
import vn.lantoa.task.work.Task;
import vn.lantoa.task.work.Tasks;
import vn.lantoa.task.work.WorkingDays;

/**
 * Gives the occurrences of one recurring task ahead of their days, each once: the claimed row says how far they exist, and a
 * unique key stands behind it. Days missed while the service was down are caught up.
 */
@ApplicationScoped
class CreateOccurrences {

    record Command(UUID taskId) {}

    private final Recurrences recurrences;
    private final PromulgatedPlans plans;
    private final PlanTasks planTasks;
    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final WorkingDays workingDays;
    private final GiveTasks giveTasks;
    private final Clock clock;

    CreateOccurrences(
            Recurrences recurrences,
            PromulgatedPlans plans,
            PlanTasks planTasks,
            Tasks tasks,
            CoordinatingDuties duties,
            WorkingDays workingDays,
            GiveTasks giveTasks,
            Clock clock) {
        this.recurrences = recurrences;
        this.plans = plans;
        this.planTasks = planTasks;
        this.tasks = tasks;
        this.duties = duties;
        this.workingDays = workingDays;
        this.giveTasks = giveTasks;
        this.clock = clock;
    }

    @Transactional
    void handle(Command command) {
        recurrences.planOf(command.taskId()).ifPresent(plans::hold); // its versions give and call off days, too
        recurrences.claim(command.taskId()).ifPresent(this::lookAhead);
    }

    private void lookAhead(Recurrence recurrence) {
        var today = LocalDate.now(clock);
        var parent = tasks.findById(recurrence.taskId());
        if (!parent.isOpen()) { // it may be taken up again: then its days are caught up
            recurrences.created(recurrence.taskId(), recurrence.createdUntil(), today.plusDays(1));
            return;
        }
        var until = TaskEffects.lastDayToGive(recurrence.endsOn(), today);
        if (until.isAfter(recurrence.createdUntil())) {
            give(parent, recurrence.createdUntil(), until);
        }
        var reached = until.isAfter(recurrence.createdUntil()) ? until : recurrence.createdUntil();
        recurrences.created(
                recurrence.taskId(), reached, reached.isBefore(recurrence.endsOn()) ? today.plusDays(1) : null);
    }

    private void give(Task parent, LocalDate after, LocalDate until) {
        var given = planTasks.days(parent.planId(), parent.planItemId());
        var days = YearlyDays.between(schedule(parent), after, until).stream()
                .filter(it -> !given.contains(it.day()))
                .toList();
        if (days.isEmpty()) {
            return;
        }
        var calendar = workingDays.of(parent.organizationId());
        var coordinating = duties.partsOf(List.of(parent.id())).getOrDefault(parent.id(), List.of());
        giveTasks.handle(new GiveTasks.Command(days.stream()
                .map(it -> parent.occurrence(
                        Ids.next(), VersionOrders.dueOn(it, calendar), it.name(), coordinating, clock.instant()))
                .toList()));
    }

    /** An answered request does not follow amendments, but its further days do. */
    private TaskSchedule schedule(Task parent) {
        return parent.state() != TaskState.RESPONDED
                ? parent.schedule()
                : plans.followed(parent.planId()).orElseThrow().items().stream()
                        .filter(item -> item.itemId().equals(parent.planItemId()))
                        .map(TaskItem::schedule)
                        .findFirst()
                        .orElseGet(parent::schedule);
    }
}
