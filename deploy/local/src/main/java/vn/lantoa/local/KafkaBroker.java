package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A Kafka broker that is its own controller, as a program: {@code KafkaBroker FOLDER PORT CONTROLLER_PORT TOPICS READY}.
 * Keeps its data in FOLDER, makes the topics of the file TOPICS that it lacks, then writes its process number to READY.
 */
final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var settings = settings(folder, port, Integer.parseInt(arguments[2]));
        format(folder, settings);
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        createTopics("127.0.0.1:" + port, TopicList.read(Path.of(arguments[3])));
        Files.writeString(
                Path.of(arguments[4]), String.valueOf(ProcessHandle.current().pid()));
        server.awaitShutdown();
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.put("process.roles", "broker,controller");
        settings.put("node.id", "1");
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        settings.put("listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        settings.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port);
        settings.put("controller.listener.names", "CONTROLLER");
        settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        settings.put("log.dirs", folder.toString());
        settings.put("auto.create.topics.enable", "false"); // a mistyped topic must fail, not appear
        settings.put("group.initial.rebalance.delay.ms", "0");
        settings.put("log.cleaner.dedupe.buffer.size", "2097152");
        for (String copies : List.of(
                "offsets.topic.num.partitions",
                "offsets.topic.replication.factor",
                "share.coordinator.state.topic.min.isr",
                "share.coordinator.state.topic.replication.factor",
                "transaction.state.log.min.isr",
                "transaction.state.log.replication.factor")) {
            settings.put(copies, "1");
        }
        return settings;
    }

    private static void format(Path folder, Properties settings) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(folder);
        var file = Files.createTempFile("kafka", ".properties");
        try {
            // As bytes, not characters: only so are the letters of a folder outside of ASCII escaped, as the reader
            // expects.
            try (var out = Files.newOutputStream(file)) {
                settings.store(out, null);
            }
            var status = StorageTool.execute(
                    new String[] {
                        "format",
                        "--cluster-id",
                        Uuid.randomUuid().toString(),
                        "--config",
                        file.toString(),
                        "--ignore-formatted"
                    },
                    System.out);
            if (status != 0) {
                throw new IOException("Formatting " + folder + " ended with status " + status);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void createTopics(String servers, List<TopicList.Topic> wanted)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, servers))) {
            var existing = admin.listTopics().names().get();
            var missing = wanted.stream()
                    .filter(topic -> !existing.contains(topic.name()))
                    .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1).configs(topic.settings()))
                    .toList();
            admin.createTopics(missing).all().get();
        }
    }
}
