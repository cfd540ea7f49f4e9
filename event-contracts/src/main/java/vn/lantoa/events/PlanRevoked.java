package vn.lantoa.events;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The plan was taken back (bãi bỏ). */
public record PlanRevoked(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        LocalDate endedOn,
        UUID endedBy,
        String reason,
        @Nullable DecidingDocument document)
        implements PlanEnded {}
