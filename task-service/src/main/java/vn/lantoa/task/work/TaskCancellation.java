package vn.lantoa.task.work;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why nothing more is to be done with a task.
 *
 * @param planVersion version in which the item is not any more, or that was in force when the plan ended
 * @param reason a sentence for people, with the document that says so
 * @param continuedInPlanId the plan in which the work goes on; null when it does not
 * @param continuedByItemId the item of that plan
 * @param cancelledBy who decided so
 */
public record TaskCancellation(
        UUID taskId,
        int planVersion,
        String reason,
        @Nullable UUID continuedInPlanId,
        @Nullable UUID continuedByItemId,
        UUID cancelledBy) {}
