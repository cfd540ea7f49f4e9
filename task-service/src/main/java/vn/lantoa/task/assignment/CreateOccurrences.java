package vn.lantoa.task.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import vn.lantoa.effects.TaskDeadlines;
import vn.lantoa.effects.YearlyDays;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.task.assignment.Recurrences.Recurrence;
import vn.lantoa.task.work.CoordinatingDuties;
import vn.lantoa.task.work.GiveTasks;
import vn.lantoa.task.work.Task;
import vn.lantoa.task.work.TaskOrder;
import vn.lantoa.task.work.Tasks;
import vn.lantoa.task.work.WorkingDays;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * Gives the occurrences of one recurring task ahead of their days, each once: the claimed row says how far they exist, and a
 * unique key stands behind it. Days missed while the service was down are caught up.
 */
@ApplicationScoped
class CreateOccurrences {

    /** How far ahead a yearly day is given: more than a year, so that the next one always exists. */
    static final int DAYS_AHEAD = 400;

    record Command(UUID taskId) {}

    private final Recurrences recurrences;
    private final Tasks tasks;
    private final CoordinatingDuties duties;
    private final WorkingDays workingDays;
    private final GiveTasks giveTasks;
    private final Clock clock;

    CreateOccurrences(
            Recurrences recurrences,
            Tasks tasks,
            CoordinatingDuties duties,
            WorkingDays workingDays,
            GiveTasks giveTasks,
            Clock clock) {
        this.recurrences = recurrences;
        this.tasks = tasks;
        this.duties = duties;
        this.workingDays = workingDays;
        this.giveTasks = giveTasks;
        this.clock = clock;
    }

    @Transactional
    void handle(Command command) {
        recurrences.claim(command.taskId()).ifPresent(this::lookAhead);
    }

    private void lookAhead(Recurrence recurrence) {
        var today = LocalDate.now(clock);
        var parent = tasks.findById(recurrence.taskId());
        if (!parent.isOpen()) { // it may be taken up again: then its days are caught up
            recurrences.created(recurrence.taskId(), recurrence.createdUntil(), today.plusDays(1));
            return;
        }
        var horizon = today.plusDays(DAYS_AHEAD);
        var until = horizon.isAfter(recurrence.endsOn()) ? recurrence.endsOn() : horizon;
        if (until.isAfter(recurrence.createdUntil())) {
            give(parent, recurrence.createdUntil(), until);
        }
        var reached = until.isAfter(recurrence.createdUntil()) ? until : recurrence.createdUntil();
        recurrences.created(
                recurrence.taskId(), reached, reached.isBefore(recurrence.endsOn()) ? today.plusDays(1) : null);
    }

    private void give(Task parent, LocalDate after, LocalDate until) {
        var calendar = workingDays.of(parent.organizationId());
        var coordinating = duties.partsOf(parent.id());
        var orders = YearlyDays.between(parent.schedule(), after, until).stream()
                .map(it -> order(parent, it, coordinating, calendar))
                .toList();
        giveTasks.handle(new GiveTasks.Command(orders));
    }

    private TaskOrder order(
            Task parent,
            YearlyDays.Occurrence occurrence,
            List<TaskOrder.UnitPart> coordinating,
            WorkingCalendar calendar) {
        var onThatDay = new TaskSchedule(
                TaskSchedule.Kind.BY,
                null,
                occurrence.day(),
                DeadlineBound.ON_OR_BEFORE,
                List.of(),
                parent.schedule().words());
        var due = TaskDeadlines.of(onThatDay, calendar).orElseThrow();
        return parent.occurrence(Ids.next(), due, occurrence.name(), coordinating, clock.instant());
    }
}
