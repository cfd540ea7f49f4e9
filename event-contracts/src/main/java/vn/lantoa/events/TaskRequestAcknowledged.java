package vn.lantoa.events;

import java.util.UUID;

/** The requested body confirmed that it received the request (tiếp nhận đề nghị). */
public record TaskRequestAcknowledged(
        UUID taskId, UUID organizationId, TaskState previousState, TaskState state, UUID acknowledgedBy)
        implements TaskEvent {}
