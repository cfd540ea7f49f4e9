package vn.lantoa.events;

import java.util.UUID;

/** The leader sent the draft back for completion (trả lại hoàn thiện). */
public record PlanReturned(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        UUID returnedBy,
        String reason)
        implements PlanEvent {}
