package vn.lantoa.plan.amendment;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ItemField;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportDutyScheduled.ReportDeadline;
import vn.lantoa.events.TaskAssigned.TaskDeadline;
import vn.lantoa.events.TaskState;

/**
 * All that follows from an amendment, as far as the other services have told what came of the plan so far.
 *
 * <p>It is whole and comes in no pages. A line stands for each task, occurrence and duty that changes, at most 5,000; for each of
 * them at most two lines for every rung of the ladder of reminders (twelve rungs at most), and one for each person concerned. An
 * amendment of a usual plan gives some dozens of lines; the largest possible answer has about 10 MB.
 *
 * @param calendarVersion state of the working-day tables by which days are worked out
 * @param token names the wish, the version that it amends and every line: with it exactly this is done, or nothing
 */
@Schema(name = "AmendmentPreview")
record AmendmentPreview(
        UUID planId,
        int fromVersion,
        int toVersion,
        LocalDate effectiveOn,
        Counts counts,
        List<TaskLine> tasks,
        List<DutyLine> reportDuties,
        List<ReminderLine> reminders,
        List<PersonLine> people,
        String calendarVersion,
        String token) {

    @Schema(name = "AmendmentCounts")
    record Counts(
            int tasksGiven,
            int tasksAmended,
            int tasksCancelled,
            int dutiesScheduled,
            int dutiesRescheduled,
            int dutiesWithdrawn,
            int remindersAdded,
            int remindersMoved,
            int remindersDropped,
            int people) {}

    /**
     * Which item of the plan it is about.
     *
     * @param itemId null for one that the amendment brings: it gets its id when the plan is amended
     * @param newItem its place in the wish then: {@code /tasks/add/0}
     */
    @Schema(name = "AmendedItem")
    record Item(@Nullable UUID itemId, @Nullable String newItem) {}

    /** A deadline as the calendar works it out. */
    @Schema(name = "AmendmentDeadline")
    record Day(
            LocalDate date,
            DeadlineBound bound,
            LocalDate lastDay,
            LocalDate lastSafeDay,
            @Nullable LocalDate legalEnd,
            String calendarVersion) {

        static @Nullable Day of(@Nullable TaskDeadline it) {
            return it == null
                    ? null
                    : new Day(
                            it.date(), it.bound(), it.lastDay(), it.lastSafeDay(), it.legalEnd(), it.calendarVersion());
        }

        static Day of(ReportDeadline it) {
            return new Day(it.date(), it.bound(), it.lastDay(), it.lastSafeDay(), it.legalEnd(), it.calendarVersion());
        }
    }

    @Schema(name = "AmendmentTaskEffect")
    enum TaskChange {
        GIVEN,
        AMENDED,
        CANCELLED
    }

    /**
     * A task, or one occurrence of a recurring task.
     *
     * @param taskId null for one that is given
     * @param occurrenceOn the day of an occurrence
     * @param fields what is different, for one that is amended; SCHEDULE of an occurrence means its words alone
     */
    @Schema(name = "AmendmentTaskLine")
    record TaskLine(
            TaskChange effect,
            @Nullable UUID taskId,
            Item item,
            @Nullable LocalDate occurrenceOn,
            @Nullable String number,
            String title,
            List<ItemField> fields,
            @Nullable TaskState stateBefore,
            @Nullable TaskState stateAfter,
            @Nullable UUID leadUnitBefore,
            @Nullable UUID leadUnitAfter,
            @Nullable Day deadlineBefore,
            @Nullable Day deadlineAfter) {}

    @Schema(name = "AmendmentDutyEffect")
    enum DutyChange {
        SCHEDULED,
        RESCHEDULED,
        WITHDRAWN
    }

    /** @param dutyId null for one that is scheduled */
    @Schema(name = "AmendmentDutyLine")
    record DutyLine(
            DutyChange effect,
            @Nullable UUID dutyId,
            Item item,
            String period,
            @Nullable UUID unitBefore,
            @Nullable UUID unitAfter,
            @Nullable Day deadlineBefore,
            @Nullable Day deadlineAfter) {}

    @Schema(name = "AmendmentReminderSubject")
    enum Subject {
        TASK,
        REPORT_DUTY
    }

    /**
     * A reminder that is still to come, before or after.
     *
     * @param id of the task or duty; null for one that is new
     * @param day the day of the occurrence, or the day on which the report is due; null for a task of its own
     * @param rung working days before (negative) or after (positive) the end
     * @param before when it would go out now; null when it would not
     * @param after when it goes out after the amendment; null when it does not
     */
    @Schema(name = "AmendmentReminderLine")
    record ReminderLine(
            Subject subject,
            @Nullable UUID id,
            Item item,
            @Nullable LocalDate day,
            int rung,
            @Nullable LocalDate before,
            @Nullable LocalDate after) {}

    @Schema(name = "AmendmentBecause")
    enum Because {
        ASSIGNEE,
        LED_BEFORE,
        LEADS_AFTER,
        COORDINATED_BEFORE,
        COORDINATES_AFTER,
        REPORTED_BEFORE,
        REPORTS_AFTER
    }

    /**
     * Somebody of the organization whose work changes.
     *
     * @param unitIds through which units; empty for an assignee whose unit is none of them
     * @param because why, each once
     */
    @Schema(name = "AmendmentPersonLine")
    record PersonLine(UUID personId, String name, List<UUID> unitIds, List<Because> because) {}
}
