package vn.lantoa.events;

import java.util.UUID;

/** Someone told how far the work is (cập nhật tiến độ). */
public record TaskProgressed(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        UUID progressId,
        String note,
        UUID reportedBy)
        implements TaskEvent {}
