package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Another plan took the place of this one (thay thế).
 *
 * @param replacingPlanId the plan that holds instead
 * @param document the document that says so; null when the new plan itself does
 * @param moved which open items go on in the new plan; open items that are not named end without a successor
 */
public record PlanReplaced(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        LocalDate endedOn,
        UUID endedBy,
        @Nullable String reason,
        @Nullable DecidingDocument document,
        UUID replacingPlanId,
        List<MovedItem> moved)
        implements PlanEnded {

    public PlanReplaced {
        moved = List.copyOf(moved);
    }

    /** One item of this plan and the item of the new plan that continues it. */
    public record MovedItem(UUID itemId, UUID continuedByItemId) {}
}
