package vn.lantoa.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** Real PostgreSQL, Kafka and SMTP server, started as a developer's machine would, in a folder with a difficult name. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class) // one system, told as one story
class LocalSystemIT {
    private static final List<Part> PARTS = List.of(Part.POSTGRES, Part.KAFKA, Part.MAIL);

    @TempDir
    static Path temporary;

    private static Settings settings;
    private static LocalSystem system;

    @BeforeAll
    static void start() {
        settings = Settings.forTests(Path.of("../.."), temporary.resolve("Lan Tỏa thử"));
        system = new LocalSystem(settings);
        assertThat(system.start(PARTS)).containsExactlyInAnyOrderElementsOf(PARTS);
    }

    @AfterAll
    static void stop() {
        system.stopAll();
    }

    @Test
    @Order(1)
    void eachServiceHasItsDatabaseWithVietnameseOrderAndNoOneElsesDoor() throws SQLException {
        try (var connection = connect(Part.TASK_SERVICE, Part.TASK_SERVICE);
                var sql = connection.createStatement()) {
            sql.execute("create table name (text text)");
            sql.execute("insert into name values ('đào'), ('dao'), ('ân'), ('ăn'), ('an')");
            assertThat(texts(connection, "select text from name order by text"))
                    .containsExactly("an", "ăn", "ân", "dao", "đào");
            assertThat(texts(connection, "select extname from pg_extension"))
                    .contains("unaccent", "pg_trgm", "btree_gist");
        }
        for (String role : List.of("LANTOA_DB_OWNER", "LANTOA_DB_USER")) {
            assertThatThrownBy(() -> connect(Part.TASK_SERVICE, Part.PLAN_SERVICE, role))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @Order(1)
    void theRoleAsWhichAServiceWorksMakesNoTables() throws SQLException {
        try (var connection = connect(Part.TASK_SERVICE, Part.TASK_SERVICE, "LANTOA_DB_USER");
                var sql = connection.createStatement()) {
            assertThatThrownBy(() -> sql.execute("create table loot (text text)"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    @Order(2)
    void theBrokerHasTheTopicsAndRefusesUnknownOnes() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", system.kafka()))) {
            var plans =
                    admin.describeTopics(List.of("plans")).allTopicNames().get().get("plans");
            assertThat(plans.partitions()).hasSize(6);
            assertThat(admin.listTopics().names().get()).contains("organizations", "plans.task-service.dead");
        }
        try (var producer = producer()) {
            producer.send(new ProducerRecord<>("plans", 0, "key", "kế hoạch")).get();
        }
    }

    @Test
    @Order(3)
    void anEmailIsKeptAndCanBeRead() throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", String.valueOf(settings.ports().of(Port.SMTP)));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("he-thong@lantoa.example", "Lan Tỏa", "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, "chuyen.vien@mayha.example");
        message.setSubject("Nhắc việc: còn 3 ngày làm việc", "UTF-8");
        message.setText("Kính gửi đồng chí", "UTF-8");
        Transport.send(message);
        var mailbox = Http.at(system.url(Part.MAIL));

        var messages = mailbox.get("/messages").expect(200).json();

        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("to").asText()).isEqualTo("chuyen.vien@mayha.example");
        assertThat(messages.get(0).path("from").asText()).contains("Lan Tỏa", "he-thong@lantoa.example");
        assertThat(messages.get(0).path("subject").asText()).isEqualTo("Nhắc việc: còn 3 ngày làm việc");
        assertThat(messages.get(0).path("text").asText()).contains("Kính gửi đồng chí");
        assertThat(messages.get(0).path("headers").path("Subject").asText()).contains("ngày làm việc");
        mailbox.delete("/messages").expect(204);
        assertThat(mailbox.get("/messages").expect(200).json()).isEmpty();
    }

    @Test
    @Order(4)
    void aSecondLauncherKnowsWhatRunsAndStartsNothingTwice() {
        // Asks for other ports: those in use stay.
        var second = new LocalSystem(Settings.forTests(settings.repository(), settings.data()));

        assertThat(second.settings().ports().of(Port.KAFKA))
                .isEqualTo(settings.ports().of(Port.KAFKA));
        assertThat(PARTS).allMatch(second::isReady);
        assertThat(second.start(PARTS)).isEmpty();
        assertThat(second.process(Part.POSTGRES)).isEqualTo(system.process(Part.POSTGRES));
    }

    @Test
    @Order(5)
    void whatIsKilledIsBackWithItsDataAndTheOthersDoNotNotice() throws Exception {
        var mail = system.process(Part.MAIL);

        system.kill(Part.KAFKA, Part.POSTGRES);

        assertThat(system.isRunning(Part.KAFKA)).isFalse();
        assertThat(system.isReady(Part.MAIL)).isTrue();
        assertThat(system.start(PARTS)).containsExactlyInAnyOrder(Part.KAFKA, Part.POSTGRES);
        assertThat(system.process(Part.MAIL)).isEqualTo(mail);
        assertDataKept();
    }

    @Test
    @Order(6)
    void aStoppedSystemKeepsItsDataAndATakenPortStopsTheStart() throws Exception {
        system.stop(PARTS);
        assertThat(PARTS).noneMatch(system::isRunning);

        try (var _ = new ServerSocket(settings.ports().of(Port.SMTP), 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatThrownBy(() -> system.start(PARTS))
                    .isInstanceOf(LaunchProblem.class)
                    .hasMessageContaining("LANTOA_SMTP_PORT");
            assertThat(PARTS).noneMatch(system::isRunning);
        }

        system.start(PARTS);
        assertDataKept();
    }

    private static void assertDataKept() throws SQLException {
        try (var connection = connect(Part.TASK_SERVICE, Part.TASK_SERVICE)) {
            assertThat(texts(connection, "select count(*)::text from name")).containsExactly("5");
        }
        var partition = new TopicPartition("plans", 0);
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", system.kafka()),
                new StringDeserializer(),
                new StringDeserializer())) {
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(20))).hasSize(1).allSatisfy(record -> assertThat(record.value())
                    .isEqualTo("kế hoạch"));
        }
    }

    private static KafkaProducer<String, String> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", system.kafka(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer());
    }

    /** The database of one service, entered as the owner of another's, or of its own. */
    private static Connection connect(Part database, Part visitor) throws SQLException {
        return connect(database, visitor, "LANTOA_DB_OWNER");
    }

    private static Connection connect(Part database, Part visitor, String role) throws SQLException {
        var environment = system.environment(visitor);
        var password = role.equals("LANTOA_DB_OWNER") ? "LANTOA_DB_OWNER_PASSWORD" : "LANTOA_DB_PASSWORD";
        return DriverManager.getConnection(system.database(database), environment.get(role), environment.get(password));
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement();
                var rows = sql.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
