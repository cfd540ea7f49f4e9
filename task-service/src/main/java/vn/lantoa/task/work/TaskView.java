package vn.lantoa.task.work;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.events.TaskState;

/**
 * A task with everything about it, as one person sees it.
 *
 * @param rule the schedule as the plan states it; the computed date is in {@code deadline}
 * @param excerpt the words of the plan that it comes from
 * @param source what it comes from, when that is no plan
 * @param planVersion the version of the plan that it follows; once it is done, the one under which it was done
 * @param parent the recurring task of which this is one occurrence
 * @param allowedActions what this person may do now: the last part of the address to POST to, where {@code update} is
 *     {@code /updates} and {@code attach-evidence} is {@code /evidence}
 */
@Schema(name = "Task")
public record TaskView(
        @JsonUnwrapped TaskSummary summary,
        TaskSchedule rule,
        @Nullable String product,
        @Nullable String excerpt,
        @Nullable String source,
        @Nullable Integer planVersion,
        @Nullable LocalDate planEndsOn,
        @Nullable Parent parent,
        @Nullable String resultSummary,
        TaskSummary.Name assignedBy,
        OffsetDateTime assignedAt,
        List<String> coordinatingAsWritten,
        List<Duty> coordinatingDuties,
        List<Evidence> evidence,
        List<Line> history,
        List<TaskAction> allowedActions) {

    /** What someone with only the occurrence still needs to know of the whole. */
    @Schema(name = "ParentTask")
    public record Parent(
            UUID id,
            String title,
            @Nullable String excerpt,
            @Nullable String product) {}

    /**
     * The part of one coordinating unit.
     *
     * @param mayBeDone whether this person may say that it is done
     */
    @Schema(name = "CoordinatingDuty")
    public record Duty(
            TaskSummary.Name unit,
            @Nullable LocalDate doneOn,
            TaskSummary.@Nullable Name doneBy,
            @Nullable String note,
            boolean mayBeDone) {}

    @Schema(name = "TaskEvidence")
    public record Evidence(
            UUID id,
            EvidenceChannel channel,
            String fileName,
            String contentType,
            long bytes,
            String contentHash,
            @Nullable OffsetDateTime takenAt,
            @Nullable String place,
            @Nullable String note,
            TaskSummary.Name attachedBy,
            OffsetDateTime attachedAt) {}

    /** One line of the history: who did what, when, for which unit, why, and the value before and after. */
    @Schema(name = "TaskHistoryLine")
    public record Line(
            UUID id,
            OffsetDateTime at,
            TaskSummary.Name by,
            TaskSummary.@Nullable Name onBehalfOf,
            String action,
            @Nullable TaskState previousState,
            TaskState state,
            @Nullable String reason,
            @Nullable String oldValue,
            @Nullable String newValue) {}
}
