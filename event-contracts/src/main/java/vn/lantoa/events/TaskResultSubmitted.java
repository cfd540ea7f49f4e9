package vn.lantoa.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The lead unit handed its result in (báo cáo hoàn thành).
 *
 * @param submittedOn becomes the completion date when the result is accepted
 */
public record TaskResultSubmitted(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        LocalDate submittedOn,
        UUID submittedBy,
        String summary)
        implements TaskEvent {}
