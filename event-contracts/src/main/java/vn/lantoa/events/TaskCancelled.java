package vn.lantoa.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Nothing more is to be done with the task (hủy): its item ended with a new version of the plan, or the plan itself ended.
 *
 * @param planVersion version of the plan in which the item is not any more, or that was in force when the plan ended
 * @param continuedInPlanId the plan in which the work goes on; null when it does not
 * @param continuedByItemId the item of that plan
 */
public record TaskCancelled(
        UUID taskId,
        UUID organizationId,
        @Nullable UUID planId,
        @Nullable UUID planItemId,
        @Nullable Integer planVersion,
        TaskState previousState,
        TaskState state,
        String reason,
        @Nullable UUID continuedInPlanId,
        @Nullable UUID continuedByItemId,
        UUID cancelledBy)
        implements TaskEvent {}
