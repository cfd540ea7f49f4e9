package vn.lantoa.task.work;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.TaskAssigned.TaskDeadline;

/** A computed deadline in the columns of its task, with the state of the calendar that it was computed by. */
@Embeddable
class DeadlineColumns {

    @Column(name = "due_date")
    private LocalDate date;

    @Enumerated(EnumType.STRING)
    @Column(name = "due_bound")
    private DeadlineBound bound;

    @Column(name = "due_last_day")
    private LocalDate lastDay;

    @Column(name = "due_last_safe_day")
    private LocalDate lastSafeDay;

    @Column(name = "due_legal_end")
    private LocalDate legalEnd;

    @Column(name = "due_calendar_version")
    private String calendarVersion;

    protected DeadlineColumns() {}

    DeadlineColumns(TaskDeadline deadline) {
        date = deadline.date();
        bound = deadline.bound();
        lastDay = deadline.lastDay();
        lastSafeDay = deadline.lastSafeDay();
        legalEnd = deadline.lateAfter();
        calendarVersion = deadline.calendarVersion();
    }

    TaskDeadline deadline() {
        return new TaskDeadline(date, bound, lastDay, lastSafeDay, legalEnd, calendarVersion);
    }
}
