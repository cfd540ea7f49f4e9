package vn.lantoa.task.evidence;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;

/**
 * A file that proves work (minh chứng).
 *
 * @param contentHash SHA-256, hex
 * @param channel the form of communication that it proves
 * @param takenAt when the photo was taken or the broadcast went out, as the sender says
 */
@Schema(name = "Evidence")
record Evidence(
        UUID id,
        UUID taskId,
        String contentHash,
        String fileName,
        String contentType,
        long bytes,
        EvidenceChannel channel,
        @Nullable OffsetDateTime takenAt,
        @Nullable String place,
        @Nullable String note,
        UUID attachedBy,
        OffsetDateTime attachedAt) {}
