package vn.lantoa.kit.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Gives waiting entries their places in the chains of their organizations, in the order in which they were written. A
 * transaction that ends late with an early entry is simply not seen yet: it gets a later place when it is. One sealer works at a
 * time; whatever cuts it off leaves nothing behind, and the next one begins where the last one ended.
 */
@Singleton
public class AuditSealer {

    private static final long LOCK = 0x6175646974L; // "audit"
    private static final int AT_ONCE = 1_000;

    private record Waiting(long position, UUID entryId, UUID organizationId, String content, byte[] salt) {}

    private final Jdbi db;
    private final String service;

    AuditSealer(Jdbi db, MeterRegistry meters, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.db = db;
        this.service = service;
        Gauge.builder("lantoa.audit.waiting", this::waiting)
                .description("Entries of the audit that are not in their chain yet")
                .register(meters);
    }

    @Scheduled(every = "{lantoa.audit.seal-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        while (seal() == AT_ONCE) {
            // more is waiting than is sealed at once
        }
    }

    /** @return how many entries were sealed; zero too when another instance is at it */
    public int seal() {
        return db.inTransaction(handle -> {
            if (!alone(handle)) {
                return 0;
            }
            var waiting = oldest(handle);
            if (!waiting.isEmpty()) {
                append(handle, waiting);
                forget(handle, waiting);
            }
            return waiting.size();
        });
    }

    private static boolean alone(Handle handle) {
        return handle.createQuery("select pg_try_advisory_xact_lock(:lock)")
                .bind("lock", LOCK)
                .mapTo(Boolean.class)
                .one();
    }

    private static List<Waiting> oldest(Handle handle) {
        return handle.createQuery("""
                        select position, entry_id, organization_id, content, command_salt from audit_waiting
                        order by position limit :rows""")
                .bind("rows", AT_ONCE)
                .map((row, _) -> new Waiting(
                        row.getLong("position"),
                        row.getObject("entry_id", UUID.class),
                        row.getObject("organization_id", UUID.class),
                        row.getString("content"),
                        row.getBytes("command_salt")))
                .list();
    }

    private void append(Handle handle, List<Waiting> waiting) {
        var heads = heads(handle, waiting);
        var batch = handle.prepareBatch("""
                insert into audit_entry (organization_id, sequence, entry_id, recorded_at, actor_id, subject_ids, canonical,
                    hash, command_salt)
                values (:organization, :sequence, :id, :at, :actor, :subjects, :canonical, :hash, :salt)""");
        for (var entry : waiting) {
            var link = Chain.append(heads.get(entry.organizationId()), entry.content());
            heads.put(entry.organizationId(), new Chain.Head(link.sequence(), link.hash()));
            var members = CanonicalJson.read(link.canonical());
            batch.bind("organization", entry.organizationId())
                    .bind("sequence", link.sequence())
                    .bind("id", entry.entryId())
                    .bind("at", OffsetDateTime.parse((String) members.get("at")))
                    .bind("actor", id(members.get("actor")))
                    .bind("subjects", subjects(members))
                    .bind("canonical", link.canonical())
                    .bind("hash", link.hash())
                    .bind("salt", entry.salt())
                    .add();
        }
        batch.execute();
    }

    private Map<UUID, Chain.Head> heads(Handle handle, List<Waiting> waiting) {
        var heads = new HashMap<UUID, Chain.Head>();
        var organizations =
                waiting.stream().map(Waiting::organizationId).distinct().toArray(UUID[]::new);
        for (var organization : organizations) {
            heads.put(organization, Chain.begin(organization, service));
        }
        handle.createQuery("""
                        select head.organization_id, head.sequence, head.hash
                        from unnest(:organizations) as wanted (organization_id)
                        cross join lateral (
                            select organization_id, sequence, hash from audit_entry
                            where organization_id = wanted.organization_id order by sequence desc limit 1) head""")
                .bind("organizations", organizations)
                .map((row, _) -> Map.entry(
                        row.getObject("organization_id", UUID.class),
                        new Chain.Head(row.getLong("sequence"), row.getString("hash"))))
                .forEach(head -> heads.put(head.getKey(), head.getValue()));
        return heads;
    }

    private static UUID[] subjects(TreeMap<String, Object> members) {
        var ids = new ArrayList<UUID>();
        ((List<?>) members.getOrDefault("subjectIds", List.of())).forEach(it -> ids.add(UUID.fromString((String) it)));
        return ids.toArray(UUID[]::new);
    }

    private static @Nullable UUID id(@Nullable Object text) {
        return text == null ? null : UUID.fromString((String) text);
    }

    private static void forget(Handle handle, List<Waiting> sealed) {
        handle.createUpdate("delete from audit_waiting where position = any (:positions)")
                .bind("positions", sealed.stream().map(Waiting::position).toArray(Long[]::new))
                .execute();
    }

    private long waiting() {
        return db.withHandle(handle -> handle.createQuery("select count(*) from audit_waiting")
                .mapTo(Long.class)
                .one());
    }
}
