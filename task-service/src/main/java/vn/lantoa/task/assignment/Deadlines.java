package vn.lantoa.task.assignment;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.workingdays.Deadline;
import vn.lantoa.workingdays.WorkingCalendar;

/** Works out a deadline where the rule names a day, and only there: no date is ever invented. */
final class Deadlines {

    private Deadlines() {}

    static Optional<TaskDeadline> of(TaskSchedule schedule, WorkingCalendar calendar) {
        return switch (schedule.kind()) {
            case BY, RANGE, QUARTER, MONTH -> named(schedule.to(), schedule.bound(), calendar);
            case CONTINUOUS, FROM, YEARLY_DAY, RELATIVE_TO_EVENT, PHASES -> Optional.empty();
        };
    }

    private static Optional<TaskDeadline> named(
            @Nullable LocalDate date, @Nullable DeadlineBound bound, WorkingCalendar calendar) {
        if (date == null) {
            return Optional.empty();
        }
        var held = bound == null ? DeadlineBound.ON_OR_BEFORE : bound;
        var deadline = new Deadline(
                date,
                switch (held) {
                    case BEFORE -> Deadline.Bound.BEFORE;
                    case ON_OR_BEFORE -> Deadline.Bound.ON_OR_BEFORE;
                });
        return Optional.of(new TaskDeadline(
                date,
                held,
                deadline.lastDay(),
                deadline.lastSafeDay(calendar),
                deadline.legalEnd(calendar),
                calendar.version()));
    }
}
