package vn.lantoa.reporting.figure;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;

/**
 * What proves a figure. The file lies in task-service.
 *
 * @param known false while nothing of this id was told to us; the other fields are then null
 * @param contentHash SHA-256, hex
 */
public record EvidenceOf(
        UUID id,
        boolean known,
        @Nullable UUID taskId,
        @Nullable EvidenceChannel channel,
        @Nullable String fileName,
        @Nullable String contentHash) {

    /** Where the task to which it belongs is found; null while unknown. */
    @JsonProperty
    public @Nullable String task() {
        return taskId == null ? null : "/api/v1/tasks/" + taskId;
    }
}
