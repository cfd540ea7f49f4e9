package vn.lantoa.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.kit.audit.Cause;
import vn.lantoa.kit.directory.DirectoryCopy;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class AuditTest {

    private static final String AUDIT = "/api/v1/audit/kit-test/";
    private static final Path VERIFIER = Path.of("../audit-verifier/src/main/java/vn/lantoa/audit/VerifyAudit.java");

    @Inject
    DirectoryCopy copy;

    @Inject
    ChangeEcho changeEcho;

    @Inject
    Jdbi db;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @TempDir
    Path folder;

    private record Line(long sequence, String canonical, String hash) {}

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }

    @Test
    void changeOfAPersonIsRecordedByIdsWithoutContents() {
        var echo = UUID.randomUUID();
        change(TestDirectory.LEADER, echo, "Lời kể rất riêng").statusCode(204);

        await().untilAsserted(() -> entriesOf(TestDirectory.ADMIN, echo).body("items", hasSize(1)));
        entriesOf(TestDirectory.LEADER, echo)
                .body("items.action", contains("ChangeEcho"))
                .body("items.actor", contains(TestDirectory.LEADER.id().toString()))
                .body("items.actorKind", contains("PERSON"))
                .body(
                        "items.actorOrganization",
                        contains(TestDirectory.COMMUNE.id().toString()))
                .body("items.subjectType", contains("echo"))
                .body("items[0].trace", notNullValue());
        assertThat(chain(TestDirectory.COMMUNE.id()))
                .noneMatch(it -> it.canonical().contains("riêng"));
        assertThat(chain(TestDirectory.COMMUNE.id()))
                .anyMatch(it -> it.canonical().contains("idempotencyKeyHash"));
    }

    @Test
    void changeThatIsRolledBackLeavesNoEntry() {
        var refused = UUID.randomUUID();
        change(TestDirectory.LEADER, refused, "refuse").statusCode(500);
        var organization = UUID.randomUUID();
        QuarkusTransaction.begin();
        changeEcho.handle(new ChangeEcho.Command(organization, UUID.randomUUID(), "x"));
        QuarkusTransaction.rollback();
        var afterwards = UUID.randomUUID();
        change(TestDirectory.LEADER, afterwards, "x").statusCode(204);

        await().untilAsserted(() -> entriesOf(TestDirectory.ADMIN, afterwards).body("items", hasSize(1)));
        entriesOf(TestDirectory.ADMIN, refused).body("items", empty());
        assertThat(chain(organization)).isEmpty();
    }

    @Test
    void effectOfAnEventIsRecordedAsTheSystemsWithItsCause() {
        var organization = UUID.randomUUID();
        var event = UUID.randomUUID();
        Cause.of(event, () -> record(organization));

        sealed(organization, 1);
        assertThat(chain(organization).getFirst().canonical())
                .contains("\"actorKind\":\"SYSTEM\"", "\"cause\":\"" + event + "\"");
    }

    @Test
    void writersAtOnceAreAllInTheChainAndWaitForNobody() throws InterruptedException {
        var organization = UUID.randomUUID();
        try (var writers = Executors.newFixedThreadPool(8)) {
            IntStream.range(0, 200).forEach(_ -> writers.submit(() -> record(organization)));
        }

        sealed(organization, 200);
    }

    @Test
    void transactionThatEndsLateIsNotSkipped() throws InterruptedException {
        var organization = UUID.randomUUID();
        var late = UUID.randomUUID();
        var written = new CountDownLatch(1);
        var mayEnd = new CountDownLatch(1);
        var slow = Thread.ofPlatform()
                .start(() -> QuarkusTransaction.requiringNew().run(() -> {
                    changeEcho.handle(new ChangeEcho.Command(organization, late, "late"));
                    written.countDown();
                    awaitLatch(mayEnd);
                }));
        awaitLatch(written);
        record(organization);
        sealed(organization, 1);
        mayEnd.countDown();
        slow.join();

        sealed(organization, 2);
        assertThat(chain(organization).getLast().canonical()).contains(late.toString());
    }

    @Test
    void sealerThatIsKilledHalfWayLeavesNoGapAndNothingTwice() {
        var organization = UUID.randomUUID();
        db.useHandle(blocker -> {
            blocker.begin();
            // A row that nobody sees yet, at the place where the sealer wants to put the second entry: it waits for us.
            blocker.createUpdate("""
                            insert into audit_entry (organization_id, sequence, entry_id, recorded_at, subject_ids, canonical,
                                hash, command_salt)
                            values (:organization, 2, uuidv7(), now(), '{}', '', '', '')""").bind("organization", organization).execute();
            try (var writer = Executors.newSingleThreadExecutor()) { // on a connection of its own
                writer.submit(() -> IntStream.range(0, 5).forEach(_ -> record(organization)));
            }
            var killed = await().until(
                            () -> {
                                blocker.execute(
                                        "select pg_stat_clear_snapshot()"); // else it stays the same all transaction
                                // long
                                return blocker.createQuery("""
                                        select count(pg_terminate_backend(pid)) from pg_stat_activity
                                        where wait_event_type = 'Lock' and query like 'insert into audit_entry%'""")
                                        .mapTo(Integer.class)
                                        .one();
                            },
                            it -> it > 0);
            assertThat(killed).isEqualTo(1);
            blocker.rollback();
        });

        sealed(organization, 5);
    }

    @Test
    void databaseItselfRefusesToChangeThePast() throws SQLException {
        var organization = UUID.randomUUID();
        record(organization);
        sealed(organization, 1);

        for (var statement : List.of(
                "update audit_entry set canonical = ''",
                "delete from audit_entry",
                "truncate audit_entry",
                "truncate audit_waiting")) {
            assertThatThrownBy(() -> db.useHandle(handle -> handle.execute(statement)))
                    .as("%s, as the service", statement)
                    .hasStackTraceContaining("permission denied");
            try (var mighty = PostgresForTests.superuser(database);
                    var sql = mighty.createStatement()) {
                assertThatThrownBy(() -> sql.execute(statement))
                        .as("%s, as one who may do everything", statement)
                        .hasMessageContaining("only ever added to");
            }
        }
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    record(organization);
                    db.useHandle(handle -> handle.execute("delete from audit_waiting"));
                }))
                .hasStackTraceContaining("not sealed yet");
    }

    @Test
    void onlyAdministratorsAndLeadersOfTheOrganizationReadIt() {
        var echo = UUID.randomUUID();
        change(TestDirectory.CLERK, echo, "x").statusCode(204);
        await().untilAsserted(() -> entriesOf(TestDirectory.ADMIN, echo).body("items", hasSize(1)));

        for (var view : List.of("entries", "head", "export")) {
            get(TestDirectory.CLERK, AUDIT + view).statusCode(403).body("code", equalTo("caller.role-missing"));
            get(TestDirectory.CITY_MACHINE, AUDIT + view).statusCode(403);
            get(TestDirectory.ADMIN, "/api/v1/audit/another-service/" + view).statusCode(404);
        }
        entriesOf(TestDirectory.OTHER_LEADER, echo).body("items", empty());
        assertThat(export(TestDirectory.OTHER_LEADER)).doesNotContain(echo.toString());
    }

    @Test
    void pagesFollowEachOtherAndWrongFiltersAreNamed() {
        var echo = UUID.randomUUID();
        IntStream.range(0, 3)
                .forEach(_ -> change(TestDirectory.LEADER, echo, "x").statusCode(204));
        await().untilAsserted(() -> entriesOf(TestDirectory.ADMIN, echo).body("items", hasSize(3)));

        var next = get(TestDirectory.ADMIN, AUDIT + "entries?limit=2&subject=" + echo)
                .body("items", hasSize(2))
                .extract()
                .path("next")
                .toString();
        get(TestDirectory.ADMIN, next).body("items", hasSize(1)).body("next", equalTo(null));
        for (var wrong : List.of(
                "from=yesterday",
                "to=2026",
                "from=%2B999999999-01-01T00:00:00Z",
                "to=-9999-01-01T00:00:00Z",
                "actor=me",
                "subject=1",
                "cursor=x")) {
            get(TestDirectory.ADMIN, AUDIT + "entries?" + wrong).statusCode(400);
        }
        get(TestDirectory.ADMIN, AUDIT + "export?after=99999999").statusCode(400);
        get(TestDirectory.ADMIN, AUDIT + "entries?from=2999-01-01T00:00:00Z").body("items", empty());
    }

    @Test
    void exportIsVerifiedByTheProgramAndATamperedOneIsNot() throws IOException, InterruptedException {
        IntStream.range(0, 3).forEach(_ -> change(TestDirectory.LEADER, UUID.randomUUID(), "x")
                .statusCode(204));
        await().untilAsserted(() -> assertThat(waiting()).isZero());
        var head = get(TestDirectory.ADMIN, AUDIT + "head").extract().jsonPath();
        var known = head.getLong("sequence") + ":" + head.getString("hash");
        var export = export(TestDirectory.ADMIN);

        assertThat(verify(export, known)).as("the export as it is").isZero();
        assertThat(verify(export.replaceFirst("ChangeEcho", "ChangeEchO"), known))
                .isEqualTo(1);
        await().untilAsserted(() -> assertThat(export(TestDirectory.ADMIN)).contains("TakeAuditExport"));
        var rest = get(TestDirectory.ADMIN, AUDIT + "export?after=" + head.getLong("sequence"))
                .extract()
                .asString();
        assertThat(verify(rest, known)).as("what came afterwards").isZero();
    }

    private void record(UUID organization) {
        changeEcho.handle(new ChangeEcho.Command(organization, UUID.randomUUID(), "x"));
    }

    /** All there, without gaps, each following the one before it. */
    private void sealed(UUID organization, int entries) {
        await().untilAsserted(() -> assertThat(chain(organization)).hasSize(entries));
        var hash = sha("lantoa-audit/1\n" + organization + "\nkit-test");
        long place = 0;
        for (var line : chain(organization)) {
            assertThat(line.sequence()).isEqualTo(++place);
            assertThat(line.canonical()).contains("\"previousHash\":\"" + hash + "\"", "\"sequence\":" + place + ",");
            assertThat(line.hash()).isEqualTo(sha(line.canonical()));
            hash = line.hash();
        }
    }

    private List<Line> chain(UUID organization) {
        return db.withHandle(handle -> handle.createQuery("""
                        select sequence, canonical, hash from audit_entry where organization_id = :organization
                        order by sequence""")
                .bind("organization", organization)
                .map((row, _) -> new Line(row.getLong(1), row.getString(2), row.getString(3)))
                .list());
    }

    private int waiting() {
        return db.withHandle(handle -> handle.createQuery("select count(*) from audit_waiting")
                .mapTo(Integer.class)
                .one());
    }

    private int verify(String export, String knownHead) throws IOException, InterruptedException {
        var file = folder.resolve(UUID.randomUUID() + ".ndjson");
        Files.writeString(file, export);
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        VERIFIER.toString(),
                        file.toString(),
                        "--head",
                        knownHead)
                .inheritIO()
                .start()
                .waitFor();
    }

    private static String export(TestDirectory.Person person) {
        return get(person, AUDIT + "export")
                .statusCode(200)
                .contentType("application/x-ndjson")
                .extract()
                .asString();
    }

    private static ValidatableResponse change(TestDirectory.Person person, UUID echo, String text) {
        return given().auth()
                .oauth2(Tokens.of(person))
                .contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"echoId\":\"" + echo + "\",\"text\":\"" + text + "\"}")
                .post("/api/v1/echo-changes")
                .then();
    }

    private static ValidatableResponse entriesOf(TestDirectory.Person person, UUID subject) {
        return get(person, AUDIT + "entries?subject=" + subject).statusCode(200);
    }

    private static ValidatableResponse get(TestDirectory.Person person, String address) {
        return given().auth().oauth2(Tokens.of(person)).get(address).then();
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
