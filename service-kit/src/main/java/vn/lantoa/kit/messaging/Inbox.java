package vn.lantoa.kit.messaging;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.kit.audit.Cause;
import vn.lantoa.kit.http.FailureForLog;

/**
 * Lets an event take effect exactly once. The inbox row, the effect and the outgoing events commit together; the record is
 * acknowledged afterwards.
 *
 * <p>What fails is tried again in place, so that events of one aggregate stay in order: while the database is away without
 * end, else a few times; then the exception leaves, and the channel puts the record with its reason on the dead letters.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final int TRIES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Jdbi db;
    private final Clock clock;

    Inbox(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Calls {@code effect} in a transaction unless this event already had it, or does not belong to the family. */
    public <E extends DomainEvent> void once(
            ConsumerRecord<String, String> record, Class<E> family, Consumer<E> effect) {
        onceWithId(record, family, delivery -> effect.accept(delivery.event()));
    }

    /** The same, for an effect that depends on which event it is: the ids of one aggregate's events grow as it changes. */
    public <E extends DomainEvent> void onceWithId(
            ConsumerRecord<String, String> record, Class<E> family, Consumer<Delivery<E>> effect) {
        var delivery = EventCodec.decode(record.value(), family);
        if (delivery.isPresent()) {
            process(delivery.get(), effect);
        }
    }

    private <E extends DomainEvent> void process(Delivery<E> delivery, Consumer<Delivery<E>> effect) {
        MDC.put("eventId", delivery.eventId());
        try {
            for (int tried = 1; !succeeds(delivery, effect, tried); tried++) {
                pause(tried);
            }
        } finally {
            MDC.remove("eventId");
        }
    }

    private <E extends DomainEvent> boolean succeeds(Delivery<E> delivery, Consumer<Delivery<E>> effect, int tried) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (isFirst(delivery)) {
                    Cause.of(delivery.eventId(), () -> effect.accept(delivery));
                }
            });
            return true;
        } catch (RuntimeException e) {
            if (isDatabaseAway(e)) {
                LOG.warnf("%s %s waits for the database (try %d)", delivery.type(), delivery.eventId(), tried);
                return false;
            }
            if (tried >= TRIES) {
                LOG.errorf(FailureForLog.of(e), "%s %s goes to the dead letters", delivery.type(), delivery.eventId());
                throw e;
            }
            LOG.warnf("%s %s failed (try %d): %s", delivery.type(), delivery.eventId(), tried, FailureForLog.of(e));
            return false;
        }
    }

    private boolean isFirst(Delivery<?> delivery) {
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into inbox (event_id, event_type, received_at) values (:eventId, :type, :at)
                        on conflict do nothing""")
                        .bind("eventId", delivery.eventId())
                        .bind("type", delivery.type())
                        .bind("at", OffsetDateTime.now(clock))
                        .execute())
                == 1;
    }

    private static boolean isDatabaseAway(Throwable e) {
        for (var cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                var state = sql.getSQLState();
                if (state
                        == null) { // the pool's own time-out; whatever else has no state is not waited for without end
                    return String.valueOf(sql.getMessage()).contains("cquisition timeout");
                }
                // 08 connection, 53 resources, 57 operator intervention
                return state.startsWith("08") || state.startsWith("53") || state.startsWith("57");
            }
        }
        return false;
    }

    private static void pause(int tried) {
        try {
            long wanted = FIRST_PAUSE.toMillis() << Math.min(tried - 1, 10);
            TimeUnit.MILLISECONDS.sleep(Math.min(wanted, LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting to try again", e);
        }
    }
}
