package vn.lantoa.events;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The requested body shared its result (phản hồi kết quả). It is not scored.
 *
 * @param planId null, like the item, for a request made outside of a plan
 */
public record TaskRequestAnswered(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        @Nullable UUID planId,
        @Nullable UUID planItemId,
        UUID answeredBy,
        String answer)
        implements TaskEvent {}
