package vn.lantoa.task.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;

/**
 * All that is known of a task when it is given.
 *
 * @param origin where it comes from
 * @param lead the unit that answers for it
 * @param coordinating the units that contribute, groups expanded
 * @param coordinatingAsWritten the document's own words for them
 * @param deadline null when the schedule names no day
 */
public record TaskOrder(
        UUID taskId,
        UUID organizationId,
        Origin origin,
        @Nullable String number,
        String title,
        AssignMode mode,
        UnitPart lead,
        List<UnitPart> coordinating,
        List<String> coordinatingAsWritten,
        TaskSchedule schedule,
        @Nullable TaskDeadline deadline,
        @Nullable String product,
        UUID assignedBy,
        Instant assignedAt) {

    public TaskOrder {
        coordinating = List.copyOf(coordinating);
        coordinatingAsWritten = List.copyOf(coordinatingAsWritten);
    }

    /**
     * Where a task comes from.
     *
     * @param planId null, like the item, outside of a plan
     * @param planVersion version of the plan that the task follows
     * @param parentTaskId the recurring task of which this is the occurrence on {@code occurrenceOn}
     * @param planEndsOn last day of the plan
     * @param excerpt the words of the plan that the task comes from
     * @param source what it comes from, when that is no plan
     */
    public record Origin(
            @Nullable UUID planId,
            @Nullable UUID planItemId,
            @Nullable Integer planVersion,
            @Nullable UUID parentTaskId,
            @Nullable LocalDate occurrenceOn,
            @Nullable LocalDate planEndsOn,
            @Nullable String excerpt,
            @Nullable String source) {

        public static Origin direct(String source) {
            return new Origin(null, null, null, null, null, null, null, source);
        }
    }

    /**
     * The title of an occurrence: that of the recurring task, what the day is, and the day.
     *
     * @param name may be empty
     */
    public static String titleOn(LocalDate day, String name, String title) {
        var written = Dates.written(day);
        return name.isBlank() ? title + " (" + written + ")" : title + " – " + name + " (" + written + ")";
    }

    /**
     * A unit's part in a task.
     *
     * @param representsOrganizationId the organization of its own that the unit stands for, as far as it is known
     */
    public record UnitPart(UUID unitId, @Nullable UUID representsOrganizationId) {}
}
