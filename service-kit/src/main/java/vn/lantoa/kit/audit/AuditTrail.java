package vn.lantoa.kit.audit;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.kit.runtime.Ids;

/**
 * Where changes are recorded. Ids and hashes only: what somebody wrote stays where it belongs, and can be deleted there, without
 * a word of it in the audit.
 */
@ApplicationScoped
public class AuditTrail {

    /** Always six digits of a second: the same moment has one text. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final int SALT_BYTES = 16;

    private final Jdbi db;
    private final Clock clock;
    private final CurrentActor currentActor;
    private final String service;
    private final SecureRandom random = new SecureRandom();

    AuditTrail(
            Jdbi db,
            Clock clock,
            CurrentActor currentActor,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.db = db;
        this.clock = clock;
        this.currentActor = currentActor;
        this.service = service;
    }

    /** Commits with the change, or not at all; without a transaction it fails at once. */
    @Transactional(TxType.MANDATORY)
    public void record(Performed performed) {
        var entryId = Ids.next();
        var salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        var entry = new TreeMap<String, Object>();
        entry.put("action", performed.action());
        entry.put("at", text(clock.instant()));
        // Salted: a short command could otherwise be found by trying.
        entry.put("commandHash", Sha256.of(salt, CanonicalJson.of(performed.command())));
        entry.put("id", entryId.toString());
        entry.put("organization", performed.organizationId().toString());
        entry.put("service", service);
        entry.put("subjectIds", performed.subjectIds());
        entry.put("subjectType", performed.subjectType());
        if (performed.version() != null) {
            entry.put("subjectVersion", performed.version());
        }
        var context = Span.current().getSpanContext();
        if (context.isValid()) {
            entry.put("trace", context.getTraceId());
        }
        currentActor.describe(entry);
        db.useHandle(handle -> handle.createUpdate("""
                        insert into audit_waiting (entry_id, organization_id, content, command_salt)
                        values (:id, :organization, :content, :salt)""")
                .bind("id", entryId)
                .bind("organization", performed.organizationId())
                .bind("content", CanonicalJson.of(entry))
                .bind("salt", salt)
                .execute());
    }

    static String text(Instant moment) {
        return MOMENT.format(moment);
    }
}
