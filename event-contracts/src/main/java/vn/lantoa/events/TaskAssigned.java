package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task exists and its unit is told: assigned (giao) or, in REQUEST mode, asked for (đề nghị).
 *
 * @param planId the plan it comes from; null, like its item, for a task given outside of a plan
 * @param planItemId the item of the plan it comes from
 * @param parentTaskId the continuous task of which this is one dated occurrence; null for a task of its own
 * @param receivingOrganizationId the organization of its own that the lead unit stands for; null when it is a plain unit
 * @param deadline null when the task has none
 */
public record TaskAssigned(
        UUID taskId,
        UUID organizationId,
        @Nullable UUID planId,
        @Nullable UUID planItemId,
        @Nullable UUID parentTaskId,
        @Nullable String number,
        String title,
        AssignMode mode,
        TaskState state,
        UUID leadUnitId,
        List<UUID> coordinatingUnitIds,
        @Nullable UUID receivingOrganizationId,
        TaskSchedule schedule,
        @Nullable TaskDeadline deadline,
        UUID assignedBy)
        implements TaskEvent {

    public TaskAssigned {
        coordinatingUnitIds = List.copyOf(coordinatingUnitIds);
    }

    /**
     * The deadline worked out from the rule with the working-day tables.
     *
     * @param date the day that the rule names
     * @param lastDay last day on which the task is in time, before any day off is looked at
     * @param lastSafeDay last working day not after it: what reminders aim at
     * @param legalEnd last day that is not late: the next working day where {@code lastDay} is a day off (Bộ luật Dân sự
     *     2015, Điều 148); null in events told before it was worked out
     * @param calendarVersion state of the working-day tables used
     */
    public record TaskDeadline(
            LocalDate date,
            DeadlineBound bound,
            LocalDate lastDay,
            LocalDate lastSafeDay,
            @Nullable LocalDate legalEnd,
            String calendarVersion) {

        /** The day after which the task is late: the legal end, or the last day where it was not worked out. */
        public LocalDate lateAfter() {
            return legalEnd == null ? lastDay : legalEnd;
        }
    }
}
