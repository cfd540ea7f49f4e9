package vn.lantoa.reporting.figure;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;

/** Looks up what is known of evidence. */
@Singleton
public class Evidence {

    private final Jdbi db;

    Evidence(Jdbi db) {
        this.db = db;
    }

    /** By id; those of another organization stay unknown. */
    public Map<UUID, EvidenceOf> of(UUID organizationId, Collection<UUID> evidenceIds) {
        var wanted = Set.copyOf(evidenceIds);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return db.withHandle(handle -> handle
                .createQuery("""
                        select evidence_id, task_id, channel, file_name, content_hash from evidence_fact
                        where evidence_id = any (:ids) and organization_id = :organization""")
                .bind("ids", wanted.toArray(UUID[]::new))
                .bind("organization", organizationId)
                .map((row, _) -> new EvidenceOf(
                        row.getObject("evidence_id", UUID.class),
                        true,
                        row.getObject("task_id", UUID.class),
                        EvidenceChannel.valueOf(row.getString("channel")),
                        row.getString("file_name"),
                        row.getString("content_hash")))
                .stream()
                .collect(Collectors.toMap(EvidenceOf::id, it -> it)));
    }

    /** In the order of the ids. */
    public static List<EvidenceOf> inOrder(List<UUID> evidenceIds, Map<UUID, EvidenceOf> known) {
        return evidenceIds.stream()
                .map(id -> {
                    @Nullable EvidenceOf evidence = known.get(id);
                    return evidence == null ? new EvidenceOf(id, false, null, null, null, null) : evidence;
                })
                .toList();
    }
}
