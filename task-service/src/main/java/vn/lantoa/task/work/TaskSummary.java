package vn.lantoa.task.work;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.Punctuality;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;

/**
 * A task as a list shows it.
 *
 * @param plan null for a task given outside of a plan
 * @param deadline null when the rule names no day
 * @param timeliness null where lateness does not apply: requests, and tasks that are finished
 * @param punctuality only of completed tasks
 */
public record TaskSummary(
        UUID id,
        UUID organizationId,
        @Nullable PlanName plan,
        @Nullable UUID parentTaskId,
        @Nullable LocalDate occurrenceOn,
        @Nullable String number,
        String title,
        AssignMode mode,
        TaskState state,
        Name leadUnit,
        @Nullable UUID receivingOrganizationId,
        @Nullable Name assignee,
        Rule schedule,
        @Nullable TaskDeadline deadline,
        @Nullable Timeliness timeliness,
        @Nullable Punctuality punctuality,
        @Nullable LocalDate submittedOn,
        @Nullable LocalDate completedOn,
        Parts coordinating,
        int evidenceCount,
        long version) {

    /**
     * A unit or person.
     *
     * @param name null while the directory does not know it yet
     */
    @Schema(name = "Name")
    public record Name(UUID id, @Nullable String name) {}

    /**
     * A plan.
     *
     * @param number null while the document is registered without one ("chưa có số")
     */
    @Schema(name = "PlanName")
    public record PlanName(
            UUID id,
            String subject,
            @Nullable String number,
            @Nullable String symbol) {}

    @Schema(name = "ScheduleRule")
    public record Rule(TaskSchedule.Kind kind, String words) {}

    /** How many coordinating units there are, and how many did their part. */
    @Schema(name = "CoordinatingParts")
    public record Parts(int total, int done) {}
}
