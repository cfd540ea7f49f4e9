package vn.lantoa.testkit;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.EventCatalog;
import vn.lantoa.kit.messaging.Delivery;
import vn.lantoa.kit.messaging.EventCodec;
import vn.lantoa.kit.messaging.PoisonMessage;

/** Puts records on the real broker of the tests, and reads what lies there. */
public final class Topics {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Topics() {}

    /** Puts an event on its topic as its owner would, and returns the event's id. */
    public static UUID send(DomainEvent event) {
        var eventId = UUID.randomUUID();
        send(event, eventId);
        return eventId;
    }

    /** The same id again is a redelivery. */
    public static void send(DomainEvent event, UUID eventId) {
        var at = OffsetDateTime.now(Clock.system(ZoneOffset.ofHours(7)));
        send(
                EventCatalog.of(event).topic().topicName(),
                event.aggregateId().toString(),
                EventCodec.encode(event, eventId, "/test", at, null));
    }

    public static void send(String topic, String key, String value) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", servers()),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until the topic holds a record that fits, and returns it. */
    public static ConsumerRecord<String, String> awaitRecord(
            String topic, Predicate<ConsumerRecord<String, String>> fits) {
        return await("a record on " + topic)
                .atMost(PATIENCE)
                .until(() -> read(topic).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Waits until an event of the type that fits is on its topic. */
    public static <E extends DomainEvent> E awaitEvent(Class<E> type, Predicate<E> fits) {
        var topic = EventCatalog.entries().stream()
                .filter(entry -> entry.recordClass() == type)
                .findFirst()
                .orElseThrow()
                .topic()
                .topicName();
        return await(type.getSimpleName() + " on " + topic)
                .atMost(PATIENCE)
                .until(() -> events(topic, type).stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** All events of a type that lie on a topic now. */
    public static <E extends DomainEvent> List<E> events(String topic, Class<E> type) {
        return read(topic).stream()
                .flatMap(record -> decoded(record, type).stream())
                .map(Delivery::event)
                .toList();
    }

    private static <E extends DomainEvent> Optional<Delivery<E>> decoded(
            ConsumerRecord<String, String> record, Class<E> type) {
        try {
            return EventCodec.decode(record.value(), type);
        } catch (PoisonMessage putThereByAnotherTest) {
            return Optional.empty();
        }
    }

    /** All records of a topic, from its beginning; none when it does not exist. */
    public static List<ConsumerRecord<String, String>> read(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", servers(), "allow.auto.create.topics", "false"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<PartitionInfo> infos = consumer.listTopics().getOrDefault(topic, List.of());
            var partitions = infos.stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
            }
            return records;
        }
    }

    private static String servers() {
        return System.getProperty("lantoa.test.kafka");
    }
}
