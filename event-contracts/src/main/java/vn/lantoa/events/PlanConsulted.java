package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Units are asked what they think of the draft (lấy ý kiến).
 *
 * @param answerUntil last day on which an opinion is in time
 */
public record PlanConsulted(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        List<UUID> consultedUnitIds,
        LocalDate answerUntil,
        UUID consultedBy)
        implements PlanEvent {

    public PlanConsulted {
        consultedUnitIds = List.copyOf(consultedUnitIds);
    }
}
