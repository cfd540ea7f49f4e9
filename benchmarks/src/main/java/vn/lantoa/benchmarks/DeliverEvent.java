package vn.lantoa.benchmarks;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/**
 * From the beginning of a transaction that writes an event to the outbox until a consumer holds it, with the relay of a
 * running service in between. Against it, a plain producer and the same consumer.
 */
final class DeliverEvent implements Scenario {

    /** Nobody else listens here, so that only delivery is measured. */
    private static final String TOPIC = "notifications";

    private static final String PADDING = "x".repeat(1_000);

    @Override
    public String name() {
        return "deliver-event";
    }

    @Override
    public String question() {
        return "outbox, relay and Kafka against plain Kafka, each event awaited at a consumer";
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.POSTGRES, Part.KAFKA, Part.MAIL, Part.NOTIFICATION_SERVICE);
    }

    @Override
    public void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception {
        Comparison.printHeader(out);
        try (var arrivals = new Arrivals(system.kafka(), TOPIC)) {
            for (int count : clients) {
                var raw = load.run("plain Kafka, acks=all", count, _ -> new PlainKafka(system.kafka(), arrivals));
                var ours = load.run("outbox and relay", count, _ -> new ThroughOutbox(system, arrivals));
                new Comparison(raw, ours).print(out);
            }
        }
    }

    private static final class PlainKafka implements Operation {
        private final KafkaProducer<String, String> producer;
        private final Arrivals arrivals;

        PlainKafka(String servers, Arrivals arrivals) {
            this.arrivals = arrivals;
            producer = new KafkaProducer<>(
                    Map.<String, Object>of("bootstrap.servers", servers, "acks", "all", "linger.ms", "0"),
                    new StringSerializer(),
                    new StringSerializer());
        }

        @Override
        public void run() throws Exception {
            var key = UUID.randomUUID();
            var arrival = arrivals.expect(key);
            producer.send(new ProducerRecord<>(TOPIC, key.toString(), PADDING));
            arrival.await();
        }

        @Override
        public void close() {
            producer.close();
        }
    }

    private static final class ThroughOutbox implements Operation {
        private final Connection connection;
        private final PreparedStatement insert;
        private final Arrivals arrivals;

        ThroughOutbox(LocalSystem system, Arrivals arrivals) throws SQLException {
            this.arrivals = arrivals;
            var environment = system.environment(Part.NOTIFICATION_SERVICE);
            connection = DriverManager.getConnection(
                    environment.get("LANTOA_DB_URL"),
                    environment.get("LANTOA_DB_USER"),
                    environment.get("LANTOA_DB_PASSWORD"));
            connection.setAutoCommit(false);
            insert = connection.prepareStatement("""
                    insert into outbox (event_id, topic, aggregate_id, event_type, envelope, recorded_at)
                    values (?, ?, ?, 'notice.handed-over.v1', ?, now())""");
        }

        @Override
        public void run() throws Exception {
            var key = UUID.randomUUID();
            var arrival = arrivals.expect(key);
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, TOPIC);
            insert.setObject(3, key);
            insert.setString(4, PADDING);
            insert.executeUpdate();
            connection.commit();
            arrival.await();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }
    }
}
