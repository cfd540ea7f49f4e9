package vn.lantoa.events;

import java.util.UUID;

/**
 * The leader signed the plan (ký duyệt).
 *
 * @param signingMode TM, KT, TL, TUQ or Q
 */
public record PlanApproved(
        UUID planId,
        UUID organizationId,
        int version,
        String subject,
        PlanState previousState,
        PlanState state,
        UUID approvedBy,
        String signingMode)
        implements PlanEvent {}
