package vn.lantoa.events;

import java.util.UUID;

/**
 * Proof of work was attached (minh chứng).
 *
 * @param channel the communication channel it proves (hình thức tuyên truyền); a name of {@link EvidenceChannel}
 * @param contentHash SHA-256 of the file, hex; the file itself stays in task-service
 */
public record TaskEvidenceAttached(
        UUID taskId,
        UUID organizationId,
        TaskState previousState,
        TaskState state,
        UUID evidenceId,
        EvidenceChannel channel,
        String contentHash,
        String fileName,
        long bytes,
        UUID attachedBy)
        implements TaskEvent {}
