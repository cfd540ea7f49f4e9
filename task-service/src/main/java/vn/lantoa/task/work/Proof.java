package vn.lantoa.task.work;

import java.util.UUID;
import vn.lantoa.events.EvidenceChannel;

/**
 * What a task needs to know of a file that proves work.
 *
 * @param contentHash SHA-256, hex
 */
public record Proof(UUID evidenceId, EvidenceChannel channel, String contentHash, String fileName, long bytes) {}
