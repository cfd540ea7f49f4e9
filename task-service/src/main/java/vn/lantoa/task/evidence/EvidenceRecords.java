package vn.lantoa.task.evidence;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.EvidenceChannel;

/** What is known of each file. */
@Singleton
class EvidenceRecords {

    private final Jdbi db;
    private final Clock clock;

    EvidenceRecords(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** The evidence of a task that has this content. */
    Optional<Evidence> of(UUID taskId, String contentHash) {
        return db.withHandle(
                handle -> handle.createQuery("select * from evidence where task_id = :task and content_hash = :hash")
                        .bind("task", taskId)
                        .bind("hash", contentHash)
                        .map((row, _) -> evidence(row))
                        .findOne());
    }

    /** As far as its task concerns the organization: given by it, received by it, or with a part in it. */
    Optional<Evidence> visible(UUID evidenceId, UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select e.* from evidence e join task t on t.id = e.task_id
                        where e.id = :id
                          and (t.organization_id = :organization or t.receiving_organization_id = :organization
                               or exists (select from coordinating_duty d
                                          where d.task_id = t.id and d.receiving_organization_id = :organization))""")
                .bind("id", evidenceId)
                .bind("organization", organizationId)
                .map((row, _) -> evidence(row))
                .findOne());
    }

    void add(Evidence it) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into evidence (id, task_id, content_hash, file_name, content_type, bytes, channel, taken_at,
                            place, note, attached_by, attached_at)
                        values (:id, :task, :hash, :name, :type, :bytes, :channel, :taken, :place, :note, :by, :at)""")
                .bind("id", it.id())
                .bind("task", it.taskId())
                .bind("hash", it.contentHash())
                .bind("name", it.fileName())
                .bind("type", it.contentType())
                .bind("bytes", it.bytes())
                .bind("channel", it.channel().name())
                .bind("taken", it.takenAt())
                .bind("place", it.place())
                .bind("note", it.note())
                .bind("by", it.attachedBy())
                .bind("at", it.attachedAt())
                .execute());
    }

    private Evidence evidence(ResultSet row) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getString("content_hash"),
                row.getString("file_name"),
                row.getString("content_type"),
                row.getLong("bytes"),
                EvidenceChannel.valueOf(row.getString("channel")),
                inVietnam(row.getObject("taken_at", OffsetDateTime.class)),
                row.getString("place"),
                row.getString("note"),
                row.getObject("attached_by", UUID.class),
                inVietnam(row.getObject("attached_at", OffsetDateTime.class)));
    }

    private @Nullable OffsetDateTime inVietnam(@Nullable OffsetDateTime at) {
        return at == null ? null : at.atZoneSameInstant(clock.getZone()).toOffsetDateTime();
    }
}
