package vn.lantoa.endtoend.plans;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import vn.lantoa.local.LocalSystem;

/** The records of topics, sent once more: as a broker redelivers them, and as a sender repeats itself late and out of order. */
final class PlanRecords {

    private final LocalSystem system;
    private final Random random;

    PlanRecords(LocalSystem system, long seed) {
        this.system = system;
        this.random = new Random(seed);
    }

    /** Old versions of the plan come after newer ones, under ids that nobody has seen. */
    void sendOldVersionsAgain(String planId) {
        var again = new ArrayList<ProducerRecord<String, String>>();
        for (var record : recordsOf("plans")) {
            if (record.key().equals(planId)) {
                var id = record.value().replaceFirst("\"id\":\"[0-9a-f-]{36}\"", "\"id\":\"" + UUID.randomUUID() + "\"");
                again.add(copy(record, id));
            }
        }
        Collections.shuffle(again, random);
        send(again);
    }

    /** What was told of tasks and reports is delivered twice, in another order. */
    void redeliver(int atMost) {
        var again = new ArrayList<ProducerRecord<String, String>>();
        for (var topic : List.of("tasks", "reports", "plans")) {
            recordsOf(topic).forEach(record -> again.add(copy(record, record.value())));
        }
        Collections.shuffle(again, random);
        send(again.subList(0, Math.min(atMost, again.size())));
    }

    private static ProducerRecord<String, String> copy(ConsumerRecord<String, String> record, String value) {
        return new ProducerRecord<>(record.topic(), null, record.key(), value, record.headers());
    }

    private void send(List<ProducerRecord<String, String>> records) {
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", system.kafka()),
                new StringSerializer(),
                new StringSerializer())) {
            for (var record : records) {
                producer.send(record).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<ConsumerRecord<String, String>> recordsOf(String topic) {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", system.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(it -> new TopicPartition(it.topic(), it.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(it -> consumer.position(it) < ends.get(it))) {
                consumer.poll(Duration.ofMillis(200)).forEach(found::add);
            }
            return found;
        }
    }
}
