package vn.lantoa.events;

import java.util.UUID;

/** The lead unit refused and asks for another to be named (từ chối, đề nghị chuyển). */
public record TaskDeclined(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        UUID leadUnitId,
        UUID declinedBy,
        String reason)
        implements TaskEvent {}
