package vn.lantoa.kit.messaging;

import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.EventCatalog;
import vn.lantoa.kit.runtime.Ids;

/** Where events wait, in the transaction of the change that caused them, until the relay has put them on their topic. */
@ApplicationScoped
public class Outbox {

    private final Jdbi db;
    private final Clock clock;
    private final String source;

    Outbox(Jdbi db, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.db = db;
        this.clock = clock;
        this.source = "/" + service;
    }

    /** Commits with the caller's transaction, or not at all; without a transaction it fails at once. */
    @Transactional(TxType.MANDATORY)
    public void publish(DomainEvent event) {
        publish(List.of(event));
    }

    /** All of them in one statement. Order is kept per aggregate. */
    @Transactional(TxType.MANDATORY)
    public void publish(Collection<? extends DomainEvent> events) {
        if (events.isEmpty()) {
            return;
        }
        var at = OffsetDateTime.now(clock);
        var traceparent = traceparent();
        db.useHandle(handle -> {
            var batch = handle.prepareBatch("""
                    insert into outbox (event_id, topic, aggregate_id, event_type, envelope, recorded_at)
                    values (:eventId, :topic, :aggregateId, :type, :envelope, :at)""");
            for (var event : events) {
                var eventId = Ids.next();
                var entry = EventCatalog.of(event);
                batch.bind("eventId", eventId)
                        .bind("topic", entry.topic().topicName())
                        .bind("aggregateId", event.aggregateId())
                        .bind("type", entry.type())
                        .bind("envelope", EventCodec.encode(event, eventId, source, at, traceparent))
                        .bind("at", at)
                        .add();
            }
            batch.execute();
        });
    }

    private static @Nullable String traceparent() {
        var context = Span.current().getSpanContext();
        return context.isValid()
                ? "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                        + context.getTraceFlags().asHex()
                : null;
    }
}
