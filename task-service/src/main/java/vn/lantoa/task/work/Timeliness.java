package vn.lantoa.task.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskState;

/** How an open task stands to its deadline on a day. Derived at every read, never stored. */
public enum Timeliness {
    ON_TRACK,
    /** At most three working days are left. */
    DUE_SOON,
    OVERDUE,
    NO_DEADLINE;

    /** How many working days ahead a deadline is called soon. */
    static final int SOON_WORKING_DAYS = 3;

    /**
     * @param day today
     * @param soonUntil the working day {@link #SOON_WORKING_DAYS} after today
     */
    record Today(LocalDate day, LocalDate soonUntil) {}

    /**
     * How a task stands on a day.
     *
     * @param deadline null without one; it is late only after its legal end
     * @param submittedOn the day on which a result that waits for acceptance was handed in: it stops the count
     * @return null where lateness does not apply: requests are not scored, finished tasks have a {@link Punctuality}
     */
    static @Nullable Timeliness of(
            AssignMode mode,
            TaskState state,
            @Nullable TaskDeadline deadline,
            @Nullable LocalDate submittedOn,
            Today today) {
        boolean counts =
                switch (state) {
                    case PROPOSED, ASSIGNED, ACCEPTED, IN_PROGRESS, RESULT_SUBMITTED -> mode == AssignMode.ASSIGN;
                    case DECLINED, COMPLETED, SUSPENDED, CANCELLED, REQUESTED, ACKNOWLEDGED, RESPONDED -> false;
                };
        if (!counts) {
            return null;
        }
        if (deadline == null) {
            return NO_DEADLINE;
        }
        if (state == TaskState.RESULT_SUBMITTED && submittedOn != null) {
            return submittedOn.isAfter(deadline.lateAfter()) ? OVERDUE : ON_TRACK;
        }
        if (today.day().isAfter(deadline.lateAfter())) {
            return OVERDUE;
        }
        return deadline.lastSafeDay().isAfter(today.soonUntil()) ? ON_TRACK : DUE_SOON;
    }

    /**
     * How a task that was complete on {@code completedOn} stands to its deadline. From the last day to the legal end it is on
     * time: a last day that is a day off moves to the next working day (Bộ luật Dân sự 2015, Điều 148).
     */
    static Punctuality punctuality(@Nullable TaskDeadline deadline, LocalDate completedOn) {
        if (deadline == null) {
            return Punctuality.NO_DEADLINE;
        }
        if (completedOn.isAfter(deadline.lateAfter())) {
            return Punctuality.OVERDUE;
        }
        return completedOn.isBefore(deadline.lastDay()) ? Punctuality.EARLY : Punctuality.ON_TIME;
    }
}
