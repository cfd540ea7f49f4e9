package vn.lantoa.task.work;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.Punctuality;
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
     * @param lastDay last day in time; null without a deadline
     * @param lastSafeDay last working day not after it; null without a deadline
     * @param submittedOn the day on which a result that waits for acceptance was handed in: it stops the count
     * @return null where lateness does not apply: requests are not scored, finished tasks have a {@link Punctuality}
     */
    static @Nullable Timeliness of(
            AssignMode mode,
            TaskState state,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate lastSafeDay,
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
        if (lastDay == null || lastSafeDay == null) {
            return NO_DEADLINE;
        }
        if (state == TaskState.RESULT_SUBMITTED && submittedOn != null) {
            return submittedOn.isAfter(lastDay) ? OVERDUE : ON_TRACK;
        }
        if (today.day().isAfter(lastDay)) {
            return OVERDUE;
        }
        return lastSafeDay.isAfter(today.soonUntil()) ? ON_TRACK : DUE_SOON;
    }

    /** How a task that was complete on {@code completedOn} stands to its deadline. */
    static Punctuality punctuality(@Nullable LocalDate lastDay, LocalDate completedOn) {
        if (lastDay == null) {
            return Punctuality.NO_DEADLINE;
        }
        if (completedOn.isAfter(lastDay)) {
            return Punctuality.OVERDUE;
        }
        return completedOn.isEqual(lastDay) ? Punctuality.ON_TIME : Punctuality.EARLY;
    }
}
