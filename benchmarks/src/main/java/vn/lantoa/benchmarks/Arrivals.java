package vn.lantoa.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.StringDeserializer;

/** The consumer at the other end: tells each sender when its event is there. */
final class Arrivals implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 30;

    private final Map<String, CountDownLatch> expected = new ConcurrentHashMap<>();
    private final KafkaConsumer<String, String> consumer;
    private final Thread thread;

    Arrivals(String servers, String topic) {
        consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers, "fetch.min.bytes", "1"),
                new StringDeserializer(),
                new StringDeserializer());
        var partitions = consumer.partitionsFor(topic).stream()
                .map(it -> new TopicPartition(topic, it.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToEnd(partitions);
        partitions.forEach(consumer::position);
        thread = Thread.ofPlatform().name("arrivals").start(this::consume);
    }

    /** One event under way. */
    interface Arrival {
        void await() throws InterruptedException, TimeoutException;
    }

    Arrival expect(UUID key) {
        var latch = new CountDownLatch(1);
        expected.put(key.toString(), latch);
        return () -> {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TimeoutException("not there after " + PATIENCE_SECONDS + " seconds");
            }
        };
    }

    private void consume() {
        try (consumer) {
            while (true) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    var latch = expected.remove(record.key());
                    if (latch != null) {
                        latch.countDown();
                    }
                }
            }
        } catch (WakeupException closed) {
            // the scenario is over
        }
    }

    @Override
    public void close() throws InterruptedException {
        consumer.wakeup();
        thread.join();
    }
}
