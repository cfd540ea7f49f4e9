package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan was brought to its end (tổng kết, kết thúc).
 *
 * @param reason what the leader says of what is left open; null when nothing is
 * @param document the final report or conclusion
 * @param leftOpenTaskIds tasks that were open and that the leader closed the plan with, knowing of them
 */
public record PlanClosed(
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
        List<UUID> leftOpenTaskIds)
        implements PlanEnded {

    public PlanClosed {
        leftOpenTaskIds = List.copyOf(leftOpenTaskIds);
    }
}
