package vn.lantoa.kit.messaging;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.jboss.logging.Logger;

/**
 * Sends the oldest rows and deletes them once the broker has them all. A crash in between sends them again: receivers
 * recognize the event id. One relay at a time per service (advisory lock), so that order holds with several instances.
 */
final class OutboxBatch {

    private static final Logger LOG = Logger.getLogger(OutboxBatch.class);
    private static final int ROWS = 500;
    private static final long LOCK = 0x6C616E746F61L; // "lantoa"

    private final Connection connection;
    private final Producer<String, String> producer;

    OutboxBatch(Connection connection, Producer<String, String> producer) {
        this.connection = connection;
        this.producer = producer;
    }

    /** @return how many rows were sent; zero too when another instance is at it */
    int relay() throws SQLException, ExecutionException, InterruptedException {
        connection.setAutoCommit(false);
        try {
            int sent = alone() ? sendOldest() : 0;
            connection.commit();
            return sent;
        } catch (SQLException | ExecutionException | InterruptedException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private boolean alone() throws SQLException {
        try (var lock = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            lock.setLong(1, LOCK);
            try (var row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private int sendOldest() throws SQLException, ExecutionException, InterruptedException {
        var sending = new LinkedHashMap<Long, Future<RecordMetadata>>();
        try (var oldest = connection.prepareStatement(
                        "select position, topic, aggregate_id, envelope from outbox order by position limit " + ROWS);
                var row = oldest.executeQuery()) {
            while (row.next()) {
                var event = new ProducerRecord<>(row.getString(2), row.getString(3), row.getString(4));
                event.headers().add("content-type", EventEnvelope.CONTENT_TYPE.getBytes(StandardCharsets.US_ASCII));
                sending.put(row.getLong(1), producer.send(event));
            }
        }
        producer.flush();
        for (var one : sending.entrySet()) {
            try {
                one.getValue().get();
            } catch (ExecutionException e) {
                if (!isRefused(e.getCause())) {
                    throw e; // the broker is away: all of them again, later
                }
                setAside(one.getKey(), e.getCause());
            }
        }
        delete(List.copyOf(sending.keySet()));
        return sending.size();
    }

    /** What no repetition will change, because it lies in the event itself. */
    private static boolean isRefused(Throwable cause) {
        return cause instanceof RecordTooLargeException
                || cause instanceof InvalidRecordException
                || cause instanceof SerializationException;
    }

    private void setAside(long position, Throwable reason) throws SQLException {
        LOG.errorf(
                "The broker refuses the event at position %d: %s",
                position, reason.getClass().getSimpleName());
        try (var refused = connection.prepareStatement("""
                insert into outbox_refused
                select position, event_id, topic, aggregate_id, event_type, envelope, recorded_at, ?
                from outbox where position = ?""")) {
            refused.setString(1, reason.getClass().getSimpleName());
            refused.setLong(2, position);
            refused.executeUpdate();
        }
    }

    private void delete(List<Long> positions) throws SQLException {
        if (positions.isEmpty()) {
            return;
        }
        try (var sent = connection.prepareStatement("delete from outbox where position = any (?)")) {
            sent.setArray(1, connection.createArrayOf("bigint", positions.toArray()));
            sent.executeUpdate();
        }
    }
}
