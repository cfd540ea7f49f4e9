package vn.lantoa.testkit;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.utils.Time;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.utility.DockerImageName;

/** One Kafka broker for all tests of a JVM: embedded (KRaft), or in a container when LANTOA_TESTS_CONTAINERS=true. */
final class KafkaForTests {

    private static final String SHARED = "lantoa.test.kafka";
    private static final List<String> TOPICS = List.of("organizations", "plans", "tasks", "reports", "notifications");

    private KafkaForTests() {}

    /** @return the environment that a service reads to reach the broker */
    static synchronized Map<String, String> environment() {
        var servers = System.getProperty(SHARED);
        if (servers == null) {
            servers = Boolean.parseBoolean(System.getenv("LANTOA_TESTS_CONTAINERS"))
                    ? container()
                    : SecondTry.of("Kafka for tests", KafkaForTests::embedded);
            createTopics(servers);
            System.setProperty(SHARED, servers);
        }
        return Map.of("KAFKA_BOOTSTRAP_SERVERS", servers);
    }

    private static String embedded() throws IOException {
        var ports = twoFreePorts();
        var directory = Files.createTempDirectory("lantoa-kafka");
        var config = config(ports[0], ports[1], directory);
        format(config, directory);
        var server = new KafkaRaftServer(new KafkaConfig(config, false), Time.SYSTEM);
        server.startup();
        // A broker that loses its folder while it runs halts the JVM, and the test run with it: first stop, then
        // delete.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.shutdown();
            server.awaitShutdown();
            delete(directory);
        }));
        return "localhost:" + ports[0];
    }

    private static Properties config(int port, int controllerPort, Path directory) {
        var config = new Properties();
        config.put("process.roles", "broker,controller");
        config.put("node.id", "1");
        config.put("controller.quorum.voters", "1@localhost:" + controllerPort);
        config.put("listeners", "PLAINTEXT://localhost:" + port + ",CONTROLLER://localhost:" + controllerPort);
        config.put("advertised.listeners", "PLAINTEXT://localhost:" + port);
        config.put("controller.listener.names", "CONTROLLER");
        config.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        config.put("log.dirs", directory.resolve("log").toString());
        config.put("group.initial.rebalance.delay.ms", "0");
        config.put("log.cleaner.dedupe.buffer.size", "2097152");
        for (var one : List.of(
                "offsets.topic.replication.factor",
                "offsets.topic.num.partitions",
                "transaction.state.log.replication.factor",
                "transaction.state.log.min.isr",
                "share.coordinator.state.topic.replication.factor",
                "share.coordinator.state.topic.min.isr")) {
            config.put(one, "1");
        }
        return config;
    }

    private static void format(Properties config, Path directory) throws IOException {
        var file = directory.resolve("server.properties");
        try (var out = Files.newOutputStream(file)) {
            config.store(out, null);
        }
        StorageTool.execute(
                new String[] {
                    "format",
                    "--cluster-id",
                    Uuid.randomUuid().toString(),
                    "--config",
                    file.toString(),
                    "--ignore-formatted"
                },
                new PrintStream(java.io.OutputStream.nullOutputStream()));
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String container() {
        var broker = new KafkaContainer(DockerImageName.parse("apache/kafka:4.3.1"))
                .withLabel("vn.lantoa.tests", "true")
                .waitingFor(Wait.forListeningPort());
        broker.start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::stop));
        return broker.getBootstrapServers();
    }

    private static void createTopics(String servers) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(TOPICS.stream()
                            .map(name -> new NewTopic(name, 3, (short) 1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("No topics for tests", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Both are held until both are known: one after the other could be the same port twice. */
    private static int[] twoFreePorts() throws IOException {
        try (var one = new ServerSocket(0);
                var other = new ServerSocket(0)) {
            return new int[] {one.getLocalPort(), other.getLocalPort()};
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException stillOpen) {
            // the operating system's temporary folder is cleaned in the end
        }
    }
}
