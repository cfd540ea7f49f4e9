package vn.lantoa.kit.messaging;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/**
 * Puts what lies in the outbox on its topics, in the order of writing. Woken by the database (NOTIFY) and, because a
 * notification can be lost while the connection is renewed, also by looking every second.
 */
@Singleton
class OutboxRelay {

    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int LOOK_EVERY_MILLIS = 1_000;
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    /** 8 MiB, as the topics allow: a plan travels as one event. */
    private static final String LARGEST_EVENT = String.valueOf(8 * 1024 * 1024);

    private final DataSource dataSource;
    private final Map<String, Object> kafka;
    private final boolean enabled;
    private volatile boolean running;
    private volatile Thread thread;

    OutboxRelay(
            DataSource dataSource,
            Jdbi db,
            Clock clock,
            MeterRegistry meters,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "lantoa.outbox.relay.enabled", defaultValue = "true") boolean enabled) {
        this.dataSource = dataSource;
        this.kafka = kafka;
        this.enabled = enabled;
        TimeGauge.builder("lantoa.outbox.oldest", () -> ageOfOldest(db, clock).toMillis(), TimeUnit.MILLISECONDS)
                .description("Age of the oldest event that is not yet on its topic")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            running = true;
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::relayUntilStopped);
        }
    }

    /** Lets the batch under way end, within the time that a look or a pause takes; what is left waits in its table. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        var relaying = thread;
        if (relaying != null && !relaying.join(LONGEST_PAUSE)) {
            relaying.interrupt();
        }
    }

    private void relayUntilStopped() {
        int failures = 0;
        while (running) {
            try (var producer = producer();
                    var connection = dataSource.getConnection()) {
                listen(connection);
                var batch = new OutboxBatch(connection, producer);
                while (running) {
                    int sent = batch.relay();
                    failures = 0;
                    if (sent == 0) {
                        connection.unwrap(PGConnection.class).getNotifications(LOOK_EVERY_MILLIS);
                    }
                }
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (SQLException | ExecutionException | RuntimeException e) {
                failures++; // whatever it is, the relay must not end: nothing would leave this service any more
                LOG.warnf("The outbox waits (try %d): %s", failures, e.getMessage());
                pause(failures);
            }
        }
    }

    private static void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        try (var statement = connection.createStatement()) {
            statement.execute("listen outbox");
        }
    }

    private Producer<String, String> producer() {
        var config = new HashMap<>(kafka);
        config.put(ProducerConfig.ACKS_CONFIG, "all");
        config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "true");
        config.put(ProducerConfig.LINGER_MS_CONFIG, "0");
        config.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST_EVENT);
        config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, "5000");
        config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, "5000");
        config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, "10000");
        return new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
    }

    private void pause(int failures) {
        try {
            var wanted = Duration.ofMillis(250L << Math.min(failures, 6));
            TimeUnit.MILLISECONDS.sleep(Math.min(wanted.toMillis(), LONGEST_PAUSE.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    private static Duration ageOfOldest(Jdbi db, Clock clock) {
        return db.withHandle(handle -> handle.createQuery("select min(recorded_at) from outbox")
                        .mapTo(OffsetDateTime.class)
                        .findOne())
                .map(oldest -> Duration.between(oldest.toInstant(), clock.instant()))
                .orElse(Duration.ZERO);
    }
}
