package vn.lantoa.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;

/**
 * What row-level security holds back when nothing else does. Each service extends it: every table of its database gets a row of one
 * organization, and another organization asks for all of them ({@link WallProbeResource}). A table that a later migration
 * adds is in it by itself.
 */
public abstract class SecondWall {

    /** Read by everybody: names of public bodies and units, days off and who decided those of the country. Nobody changes them for another. */
    private static final List<String> PUBLIC_KNOWLEDGE = List.of(
            "directory_organization",
            "directory_organization_period",
            "directory_unit",
            "directory_unit_period",
            "directory_succession",
            "directory_calendar",
            "directory_calendar_day",
            "calendar_version");

    private static final Set<String> VERBS = Set.of("get", "put", "post", "patch", "delete");
    /** Who one is and where one may act; the clock of demo and tests, which needs no token at all. */
    private static final Set<String> FOR_STRANGERS_TOO = Set.of("/api/v1/me", "/demo/clock");
    /** Closed to requests: they at most add to it. */
    private static final List<String> OF_NOBODY = List.of("outbox", "outbox_refused", "inbox", "audit_waiting");

    @Inject
    DirectoryCopy copy;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @ConfigProperty(name = "quarkus.datasource.username")
    String role;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    private RowsOfOneOrganization rows;

    @BeforeEach
    void everyTableHoldsARowOfOneOrganization() throws SQLException {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
        try (var superuser = PostgresForTests.superuser(database)) {
            rows = RowsOfOneOrganization.insert(
                    superuser, TestDirectory.COMMUNE.id(), TestDirectory.LEADER.subject(), OF_NOBODY);
        }
    }

    @AfterEach
    void theyAreGoneAgain() throws SQLException {
        try (var superuser = PostgresForTests.superuser(database)) {
            rows.remove(superuser);
        }
    }

    @Test
    void everyTableAndViewStandsBehindIt() throws SQLException {
        try (var superuser = PostgresForTests.superuser(database)) {
            assertThat(texts(superuser, """
                            select relname from pg_class
                            where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity
                                and relname <> 'flyway_schema_history'"""))
                    .as("tables without row-level security: add them to R__row_level_security.sql")
                    .isEmpty();
            assertThat(texts(superuser, """
                            select relname from pg_class
                            where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
                                and not coalesce('security_invoker=true' = any (reloptions), false)"""))
                    .as("views that would look with their owner's eyes")
                    .isEmpty();
        }
    }

    @Test
    void anotherOrganizationSeesNoRowOfAnyTable() {
        var own = probe("seen", Tokens.of(TestDirectory.LEADER));
        var others = probe("seen", Tokens.of(TestDirectory.OTHER_LEADER));

        assertThat(rows.tables()).allSatisfy(table -> assertThat(own.get(table))
                .as(table + " for the organization itself")
                .isPositive());
        assertThat(tenants(others)).isEmpty();
    }

    @Test
    void anotherOrganizationChangesNoRowOfAnyTable() {
        var own = probe("changed", Tokens.of(TestDirectory.LEADER));
        var others = probe("changed", Tokens.of(TestDirectory.OTHER_LEADER));

        assertThat(own.values()).anyMatch(count -> count > 0);
        others.keySet()
                .removeIf(table -> PUBLIC_KNOWLEDGE.contains(table)
                        && others.get(table) <= own.get(table)); // each changes its own organization's only
        assertThat(tenants(others)).isEmpty();
    }

    /** The first wall, by construction: whose membership ended, or whose account is disabled, passes no endpoint at all. */
    @Test
    void whoIsNoMemberAnyMoreReachesNoEndpoint() {
        var stranger =
                Tokens.of(UUID.randomUUID().toString(), TestDirectory.COMMUNE.alias(), TestDirectory.COMMUNE.id());
        Map<String, Map<String, Object>> paths =
                given().accept("application/json").get("/q/openapi").jsonPath().getMap("paths");
        var passed = new ArrayList<String>();
        int tried = 0;
        for (var path : paths.entrySet()) {
            var address = path.getKey()
                    .replaceAll("\\{year}", "2026")
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            for (var verb : path.getValue().keySet()) {
                if (!VERBS.contains(verb) || FOR_STRANGERS_TOO.contains(path.getKey())) {
                    continue;
                }
                tried++;
                var answer =
                        request(path.getValue().get(verb), stranger).request(verb.toUpperCase(Locale.ROOT), address);
                if (answer.statusCode() != 403
                        || !"caller.not-a-member".equals(answer.jsonPath().getString("code"))) {
                    passed.add(verb + " " + path.getKey() + " answered " + answer.statusCode());
                }
            }
        }
        assertThat(passed).as("of " + tried + " endpoints").isEmpty();
        assertThat(tried).isPositive();
    }

    private static RequestSpecification request(Object operation, String token) {
        var request = given().auth().oauth2(token).header("If-Match", "*");
        if (operation instanceof Map<?, ?> described
                && described.get("requestBody") instanceof Map<?, ?> body
                && body.get("content") instanceof Map<?, ?> content) {
            var type = String.valueOf(content.keySet().iterator().next());
            return type.startsWith("multipart/")
                    ? request.multiPart("file", "file.txt", "text".getBytes(StandardCharsets.UTF_8))
                    : request.contentType(type).body("{}");
        }
        return request;
    }

    @Test
    void nobodyAddsARowInAnothersName() throws SQLException {
        var other = "'" + TestDirectory.OTHER_COMMUNE.id() + "'";
        try (var service = DriverManager.getConnection(database, role, password)) {
            execute(service, "select set_config('lantoa.organization', %s, false)".formatted(other));
            for (var table : rows.tables()) {
                var row = new TreeMap<>(rows.row(table));
                refused(service, table, row);
                if (hasColumn(table, "receiving_organization_id")) {
                    row.put("receiving_organization_id", other); // to be concerned by what is the other's
                    refused(service, table, row);
                }
            }
        }
    }

    private static void refused(Connection service, String table, Map<String, String> row) {
        assertThatThrownBy(() -> execute(service, RowsOfOneOrganization.insertion(table, row)))
                .as("a row of %s in another's name: %s", table, row)
                .hasMessageMatching("(?s).*(row-level security|permission denied).*");
    }

    private boolean hasColumn(String table, String column) throws SQLException {
        try (var superuser = PostgresForTests.superuser(database)) {
            return !texts(superuser, """
                            select 'yes' from information_schema.columns
                            where table_name = '%s' and column_name = '%s'""".formatted(table, column)).isEmpty();
        }
    }

    @Test
    void aTokenForNoOrganizationSeesItsOwnPostsOnly() throws SQLException {
        var seen = probe("seen", Tokens.withoutOrganization(TestDirectory.LEADER.subject()));

        assertThat(seen.remove("directory_membership")).isEqualTo(postsOf(TestDirectory.LEADER));
        assertThat(tenants(seen)).isEmpty();
    }

    @Test
    void withThePoliciesLiftedEverythingLiesOpen() throws SQLException {
        try (var superuser = PostgresForTests.superuser(database)) {
            for (var table : rows.tables()) {
                execute(superuser, "alter table %s disable row level security".formatted(table));
            }
            try {
                var others = probe("seen", Tokens.of(TestDirectory.OTHER_LEADER));

                assertThat(rows.tables()).allSatisfy(table -> assertThat(others.get(table))
                        .as(table + " without its policy")
                        .isPositive());
            } finally {
                for (var table : rows.tables()) {
                    execute(superuser, "alter table %s enable row level security".formatted(table));
                }
            }
        }
    }

    @Test
    void whoForgetsToSayForWhomSeesNothing() throws SQLException {
        try (var service = DriverManager.getConnection(database, role, password)) {
            for (var table : rows.tables()) {
                if (!PUBLIC_KNOWLEDGE.contains(table)) {
                    assertThat(texts(service, "select 'seen' from " + table))
                            .as(table)
                            .isEmpty();
                }
            }
            assertThatThrownBy(() -> execute(
                            service,
                            "select set_config('lantoa.organization', 'forged', false);"
                                    + " insert into outbox_refused select * from outbox_refused;"
                                    + " insert into inbox values (gen_random_uuid(), 'x', now())"))
                    .hasMessageContaining("row-level security");
        }
    }

    @Test
    void theServiceCannotLiftIt() throws SQLException {
        var table = rows.tables().getFirst();
        try (var service = DriverManager.getConnection(database, role, password)) {
            for (var attempt : List.of(
                    "alter table %s disable row level security".formatted(table),
                    "drop policy wall on " + table,
                    "create policy open on %s using (true)".formatted(table),
                    "alter role %s bypassrls".formatted(role),
                    "set role " + owner,
                    "set session authorization " + owner,
                    "truncate " + table,
                    "create table loot as select * from " + table,
                    "create or replace function acting_in_background() returns boolean language sql as 'select true'")) {
                assertThatThrownBy(() -> execute(service, attempt)).as(attempt).isInstanceOf(SQLException.class);
            }
        }
    }

    /** Without what everybody may read, and without the askers' own organization's people, who are in it too. */
    private static Map<String, Integer> tenants(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .filter(it -> it.getValue() > 0)
                .filter(it -> !PUBLIC_KNOWLEDGE.contains(it.getKey()))
                .filter(it -> !it.getKey().equals("directory_membership"))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Integer> probe(String what, String token) {
        return new TreeMap<>(given().auth()
                .oauth2(token)
                .get("/test/wall/" + what)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getMap("", String.class, Integer.class));
    }

    private int postsOf(TestDirectory.Person person) throws SQLException {
        try (var superuser = PostgresForTests.superuser(database);
                var sql = superuser.prepareStatement("select count(*) from directory_membership where subject = ?")) {
            sql.setString(1, person.subject());
            try (var found = sql.executeQuery()) {
                found.next();
                return found.getInt(1);
            }
        }
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (var sql = connection.createStatement();
                var found = sql.executeQuery(query)) {
            var texts = new ArrayList<String>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        }
    }

    private static void execute(Connection connection, String statement) throws SQLException {
        try (var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
