package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The result was accepted (nghiệm thu); the task is complete.
 *
 * @param planId null, like the item, for a task given outside of a plan
 * @param completedOn the day of submission, not of acceptance
 * @param dueOn last day in time; null for a task without deadline
 * @param punctuality derived from the two
 * @param evidence what proves it, for reports that are filled from accepted work
 */
public record TaskResultAccepted(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        @Nullable UUID planId,
        @Nullable UUID planItemId,
        LocalDate completedOn,
        @Nullable LocalDate dueOn,
        Punctuality punctuality,
        UUID acceptedBy,
        List<Evidence> evidence)
        implements TaskEvent {

    public TaskResultAccepted {
        evidence = List.copyOf(evidence);
    }

    /**
     * One piece of evidence.
     *
     * @param contentHash SHA-256 of the file, hex
     */
    public record Evidence(UUID evidenceId, EvidenceChannel channel, String contentHash) {}
}
