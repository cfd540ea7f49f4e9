package vn.lantoa.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The unit's head named the person who does it (phân công người). */
public record TaskDelegated(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        UUID leadUnitId,
        @Nullable UUID previousAssigneeId,
        UUID assigneeId,
        UUID delegatedBy)
        implements TaskEvent {}
