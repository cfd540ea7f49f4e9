package vn.lantoa.events;

import java.util.UUID;

/** The head of the lead unit took the task on (tiếp nhận). */
public record TaskAccepted(
        UUID taskId, UUID organizationId, TaskState previousState, TaskState state, UUID leadUnitId, UUID acceptedBy)
        implements TaskEvent {}
