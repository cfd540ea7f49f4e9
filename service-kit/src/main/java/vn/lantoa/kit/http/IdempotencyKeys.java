package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Remembers the first answer to each key. Every step is a transaction of its own: the request has one too, and may fail. */
@Singleton
class IdempotencyKeys {

    /** Longer than any transaction may last: whoever has not answered by then never will. */
    static final int LEASE_SECONDS = 60;

    private static final int SWEPT_AT_ONCE = 1000;

    /** Whose key, for what. */
    record Scope(UUID organizationId, String subject, String method, String path, String key) {

        Map<String, Object> columns() {
            return Map.of(
                    "organizationId", organizationId, "subject", subject, "method", method, "path", path, "key", key);
        }
    }

    record Answer(int status, Map<String, String> headers, byte @Nullable [] body) {}

    /** What the key stands for. */
    sealed interface Found {}

    /** Nobody else has it: carry the request out, then {@link #answered} or {@link #release}. */
    record Mine(UUID lease) implements Found {}

    record Answered(Answer answer) implements Found {}

    record Running() implements Found {}

    record OtherRequest() implements Found {}

    private final Jdbi db;
    private final ObjectMapper json;

    IdempotencyKeys(Jdbi db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    Found claim(Scope scope, String fingerprint) {
        var lease = UUID.randomUUID();
        return QuarkusTransaction.requiringNew()
                .call(() -> insert(scope, fingerprint, lease) ? new Mine(lease) : known(scope, fingerprint, lease));
    }

    private boolean insert(Scope scope, String fingerprint, UUID lease) {
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into idempotency_key
                            (organization_id, subject, method, path, key, fingerprint, lease, leased_until)
                        values (:organizationId, :subject, :method, :path, :key, :fingerprint, :lease,
                            now() + make_interval(secs => :seconds))
                        on conflict do nothing""")
                        .bindMap(scope.columns())
                        .bind("fingerprint", fingerprint)
                        .bind("lease", lease)
                        .bind("seconds", LEASE_SECONDS)
                        .execute())
                == 1;
    }

    private Found known(Scope scope, String fingerprint, UUID lease) {
        record Row(
                String fingerprint,
                boolean expired,
                @Nullable Integer status,
                @Nullable String headers,
                byte @Nullable [] body) {}
        return db.withHandle(handle -> {
            var found = handle.createQuery("""
                            select fingerprint, leased_until < now() as expired, status, headers::text as headers, body
                            from idempotency_key
                            where organization_id = :organizationId and subject = :subject and method = :method
                                and path = :path and key = :key
                            for update""")
                    .bindMap(scope.columns())
                    .map((row, context) -> new Row(
                            row.getString("fingerprint"),
                            row.getBoolean("expired"),
                            row.getObject("status", Integer.class),
                            row.getString("headers"),
                            row.getBytes("body")))
                    .findOne();
            if (found.isEmpty()) {
                return new Running(); // released between our two statements: the sender asks again
            }
            var row = found.get();
            if (!row.fingerprint().equals(fingerprint)) {
                return new OtherRequest();
            }
            if (row.status() != null) {
                return new Answered(new Answer(row.status(), headers(row.headers()), row.body()));
            }
            if (!row.expired()) {
                return new Running();
            }
            handle.createUpdate("""
                            update idempotency_key
                            set lease = :lease, leased_until = now() + make_interval(secs => :seconds)
                            where organization_id = :organizationId and subject = :subject and method = :method
                                and path = :path and key = :key""")
                    .bindMap(scope.columns())
                    .bind("lease", lease)
                    .bind("seconds", LEASE_SECONDS)
                    .execute();
            return new Mine(lease);
        });
    }

    /** Without effect when the lease was lost meanwhile: the answer of who took over counts. */
    void answered(Scope scope, UUID lease, Answer answer) {
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle -> handle.createUpdate("""
                        update idempotency_key
                        set status = :status, headers = cast(:headers as jsonb), body = :body
                        where organization_id = :organizationId and subject = :subject and method = :method
                            and path = :path and key = :key and lease = :lease""")
                        .bindMap(scope.columns())
                        .bind("lease", lease)
                        .bind("status", answer.status())
                        .bind("headers", text(answer.headers()))
                        .bind("body", answer.body())
                        .execute()));
    }

    /** Nothing was done: the same key may be used again. */
    void release(Scope scope, UUID lease) {
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle -> handle.createUpdate("""
                        delete from idempotency_key
                        where organization_id = :organizationId and subject = :subject and method = :method
                            and path = :path and key = :key and lease = :lease""")
                        .bindMap(scope.columns())
                        .bind("lease", lease)
                        .execute()));
    }

    /**
     * Several processes may do this at once: each takes rows that no other holds.
     *
     * @return how many were forgotten
     */
    int sweep(int hours) {
        return QuarkusTransaction.requiringNew()
                .call(() -> db.withHandle(handle -> handle.createUpdate("""
                        delete from idempotency_key where ctid in (
                            select ctid from idempotency_key
                            where created_at < now() - make_interval(hours => :hours)
                            order by created_at limit :most for update skip locked)""")
                        .bind("hours", hours)
                        .bind("most", SWEPT_AT_ONCE)
                        .execute()));
    }

    private String text(Map<String, String> headers) {
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A map of texts is always writable", impossible);
        }
    }

    private Map<String, String> headers(@Nullable String text) {
        try {
            return text == null ? Map.of() : json.readValue(text, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Headers were written by ourselves", impossible);
        }
    }
}
