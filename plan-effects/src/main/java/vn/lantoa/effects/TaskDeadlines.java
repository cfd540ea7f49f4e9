package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.Optional;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.workingdays.Deadline;
import vn.lantoa.workingdays.WorkingCalendar;

/** Works out a deadline where the rule names a day, and only there: no date is ever invented. */
public final class TaskDeadlines {

    private TaskDeadlines() {}

    public static Optional<TaskDeadline> of(TaskSchedule schedule, WorkingCalendar calendar) {
        return switch (schedule.kind()) {
            case BY, RANGE, QUARTER, MONTH ->
                Optional.ofNullable(schedule.to())
                        .map(date -> of(
                                date,
                                schedule.bound() == null ? DeadlineBound.ON_OR_BEFORE : schedule.bound(),
                                calendar));
            case CONTINUOUS, FROM, YEARLY_DAY, RELATIVE_TO_EVENT, PHASES -> Optional.empty();
        };
    }

    public static TaskDeadline of(LocalDate date, DeadlineBound bound, WorkingCalendar calendar) {
        var deadline = new Deadline(
                date,
                switch (bound) {
                    case BEFORE -> Deadline.Bound.BEFORE;
                    case ON_OR_BEFORE -> Deadline.Bound.ON_OR_BEFORE;
                });
        return new TaskDeadline(
                date,
                bound,
                deadline.lastDay(),
                deadline.lastSafeDay(calendar),
                deadline.legalEnd(calendar),
                calendar.version());
    }
}
