package vn.lantoa.events;

import java.util.UUID;

/** The requested body shared its result (phản hồi kết quả). It is not scored. */
public record TaskRequestAnswered(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        UUID planId,
        UUID planItemId,
        UUID answeredBy,
        String answer)
        implements TaskEvent {}
