package vn.lantoa.plan.plan;

import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskSchedule;
import vn.lantoa.plan.intake.Source;

/**
 * One thing that a unit is made responsible for.
 *
 * @param schedule null unless its own words name a time
 * @param taskId the task that was made of it; null while it is only a duty
 */
record PlanDuty(
        UUID id,
        String text,
        @Nullable TaskSchedule schedule,
        @Nullable UUID taskId,
        Source source,
        double confidence) {

    PlanDuty copied(UnaryOperator<UUID> newIds, YearShift shift) {
        return new PlanDuty(
                newIds.apply(id),
                text,
                shift.schedule(schedule),
                taskId == null ? null : newIds.apply(taskId),
                source,
                confidence);
    }

    PlanDuty asTask(@Nullable UUID task) {
        return new PlanDuty(id, text, schedule, task, source, confidence);
    }
}
