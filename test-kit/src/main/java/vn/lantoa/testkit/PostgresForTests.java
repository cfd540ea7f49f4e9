package vn.lantoa.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * One PostgreSQL 18 for all tests of a JVM: embedded, or in a container when LANTOA_TESTS_CONTAINERS=true. As in
 * production the tables belong to an owner, and the service works as a role that owns nothing.
 */
final class PostgresForTests {

    private static final String OWNER = "lantoa_test_owner";
    private static final String ROLE = "lantoa_test";
    private static final String SHARED = "lantoa.test.postgres";
    // The library's 10 s are too short for a machine that has just compiled everything.
    private static final Duration START_AT_MOST = Duration.ofSeconds(90);

    private PostgresForTests() {}

    /** @return the environment that a service reads to reach a database of its own */
    static synchronized Map<String, String> environment() {
        var server = System.getProperty(SHARED);
        if (server == null) {
            server = SecondTry.of("PostgreSQL for tests", PostgresForTests::start);
            System.setProperty(SHARED, server);
        }
        var database = "test_" + UUID.randomUUID().toString().replace("-", "");
        create(server, database);
        return Map.of(
                "LANTOA_DB_URL", "jdbc:postgresql://" + address(server) + "/" + database,
                "LANTOA_DB_USER", ROLE,
                "LANTOA_DB_PASSWORD", ROLE,
                "LANTOA_DB_OWNER", OWNER,
                "LANTOA_DB_OWNER_PASSWORD", OWNER);
    }

    /** As the one who may do everything: to arrange what no service could, and to look behind the policies. */
    static Connection superuser(String jdbcUrl) throws SQLException {
        var parts = System.getProperty(SHARED).split("\\|", -1);
        return DriverManager.getConnection(jdbcUrl, parts[1], parts[2]);
    }

    private static String start() throws IOException {
        if (Boolean.parseBoolean(System.getenv("LANTOA_TESTS_CONTAINERS"))) {
            return container();
        }
        var server = EmbeddedPostgres.builder()
                .setPGStartupWait(START_AT_MOST)
                .setServerConfig("max_connections", "200")
                .setServerConfig("fsync", "off")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "vi-VN")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
        return "localhost:" + server.getPort() + "|postgres|postgres";
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String container() {
        var server = new PostgreSQLContainer(DockerImageName.parse("postgres:18"))
                .withUsername("postgres")
                .withPassword("postgres")
                .withEnv(
                        "POSTGRES_INITDB_ARGS",
                        "--locale-provider=icu --icu-locale=vi-VN --encoding=UTF8 --locale=C.UTF-8")
                .withLabel("vn.lantoa.tests", "true")
                .waitingFor(Wait.forSuccessfulCommand("pg_isready -h 127.0.0.1 -U postgres"));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop));
        return server.getHost() + ":" + server.getMappedPort(5432) + "|postgres|postgres";
    }

    private static void create(String server, String database) {
        var parts = server.split("\\|", -1);
        var admin = "jdbc:postgresql://" + parts[0] + "/";
        try (var connection = DriverManager.getConnection(admin + "postgres", parts[1], parts[2]);
                var statement = connection.createStatement()) {
            for (var role : List.of(OWNER, ROLE)) {
                statement.execute("""
                        do $$ begin
                            if not exists (select 1 from pg_roles where rolname = '%1$s') then
                                create role %1$s login password '%1$s' nosuperuser nobypassrls;
                            end if;
                        end $$""".formatted(role));
            }
            statement.execute("create database " + database + " owner " + OWNER);
        } catch (SQLException e) {
            throw new IllegalStateException("No database for tests", e);
        }
        try (var connection = DriverManager.getConnection(admin + database, parts[1], parts[2]);
                var statement = connection.createStatement()) {
            statement.execute("create extension unaccent; create extension pg_trgm; create extension btree_gist");
        } catch (SQLException e) {
            throw new IllegalStateException("No extensions for tests", e);
        }
    }

    private static String address(String server) {
        return server.split("\\|", -1)[0];
    }
}
