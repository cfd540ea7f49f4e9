package vn.lantoa.kit.audit;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The sealed entries of one organization. */
@Singleton
class AuditChains {

    /** What is asked for; null asks for all. */
    record Filter(
            @Nullable OffsetDateTime from,
            @Nullable OffsetDateTime to,
            @Nullable UUID actor,
            @Nullable UUID subject) {}

    private final Jdbi db;
    private final String service;

    AuditChains(Jdbi db, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.db = db;
        this.service = service;
    }

    String service() {
        return service;
    }

    Chain.Head head(UUID organizationId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select sequence, hash from audit_entry where organization_id = :organization
                        order by sequence desc limit 1""")
                .bind("organization", organizationId)
                .map((row, _) -> new Chain.Head(row.getLong("sequence"), row.getString("hash")))
                .findOne()
                .orElseGet(() -> Chain.begin(organizationId, service)));
    }

    /** @return null when the chain does not reach that far */
    Chain.@Nullable Head at(UUID organizationId, long sequence) {
        if (sequence == 0) {
            return Chain.begin(organizationId, service);
        }
        return db.withHandle(handle -> handle.createQuery("""
                        select sequence, hash from audit_entry
                        where organization_id = :organization and sequence = :sequence""")
                .bind("organization", organizationId)
                .bind("sequence", sequence)
                .map((row, _) -> new Chain.Head(row.getLong("sequence"), row.getString("hash")))
                .findOne()
                .orElse(null));
    }

    /** Newest first, below a place. */
    List<Chain.Link> newest(UUID organizationId, Filter filter, long below, int rows) {
        return db.withHandle(handle -> handle.createQuery("""
                        select sequence, canonical, hash from audit_entry
                        where organization_id = :organization and sequence < :below
                            and (cast(:from as timestamptz) is null or recorded_at >= :from)
                            and (cast(:to as timestamptz) is null or recorded_at < :to)
                            and (cast(:actor as uuid) is null or actor_id = :actor)
                            and (cast(:subject as uuid) is null or subject_ids @> array[cast(:subject as uuid)])
                        order by sequence desc limit :rows""")
                .bind("organization", organizationId)
                .bind("below", below)
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("actor", filter.actor())
                .bind("subject", filter.subject())
                .bind("rows", rows)
                .map((row, _) ->
                        new Chain.Link(row.getLong("sequence"), row.getString("canonical"), row.getString("hash")))
                .list());
    }

    /** In their order, after a place and up to another. */
    List<Chain.Link> between(UUID organizationId, long after, long upTo, int rows) {
        return db.withHandle(handle -> handle.createQuery("""
                        select sequence, canonical, hash from audit_entry
                        where organization_id = :organization and sequence > :after and sequence <= :upTo
                        order by sequence limit :rows""")
                .bind("organization", organizationId)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("rows", rows)
                .map((row, _) ->
                        new Chain.Link(row.getLong("sequence"), row.getString("canonical"), row.getString("hash")))
                .list());
    }
}
