package vn.lantoa.events;

import java.util.UUID;

/** The result was sent back with a reason; the task counts as not complete (trả lại). */
public record TaskResultReturned(
        UUID taskId, UUID organizationId, TaskState previousState, TaskState state, UUID returnedBy, String reason)
        implements TaskEvent {}
