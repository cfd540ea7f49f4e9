package vn.lantoa.events;

import java.util.UUID;

/** A unit's head handed the draft to the leader (trình). */
public record PlanSubmitted(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        UUID submittedBy)
        implements PlanEvent {}
