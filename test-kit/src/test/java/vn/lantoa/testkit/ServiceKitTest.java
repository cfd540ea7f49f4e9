package vn.lantoa.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.DirectoryCopy;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ServiceKitTest {

    @Inject
    DirectoryCopy copy;

    @Inject
    Directory directory;

    @Inject
    Calendars calendars;

    @Inject
    EchoResource echo;

    @Inject
    Jdbi db;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }

    @Test
    void callerIsWhoTheTokenSaysAndMayDoWhatTheDirectorySays() {
        get("/api/v1/echo", Tokens.of(TestDirectory.LEADER))
                .statusCode(200)
                .body("organizationId", equalTo(TestDirectory.COMMUNE.id().toString()))
                .body("roles", contains("LEADER"));
    }

    @Test
    void everyRefusedTokenIsAProblemThatSaysWhatToDo() {
        problem(given().get("/api/v1/echo").then(), 401, "token.missing");
        problem(get("/api/v1/echo", "garbage"), 401, "token.refused");
        problem(get("/api/v1/echo", ".."), 401, "token.refused");
        problem(get("/api/v1/echo", Tokens.expired(TestDirectory.LEADER)), 401, "token.refused");
        problem(get("/api/v1/echo", Tokens.forAnotherAudience(TestDirectory.LEADER)), 401, "token.refused");
        problem(get("/api/v1/echo", Tokens.ofAnotherIssuer(TestDirectory.LEADER)), 401, "token.refused");
        problem(
                get("/api/v1/echo", Tokens.withoutOrganization(TestDirectory.LEADER.subject())),
                403,
                "token.organization-missing");
        problem(
                get(
                        "/api/v1/echo",
                        Tokens.ofTwoOrganizations(
                                TestDirectory.LEADER.subject(), TestDirectory.COMMUNE.id(), TestDirectory.CITY.id())),
                403,
                "token.organization-ambiguous");
        problem(
                get(
                        "/api/v1/echo",
                        Tokens.of(TestDirectory.LEADER.subject(), "xa-hai", TestDirectory.OTHER_COMMUNE.id())),
                403,
                "caller.not-a-member");
    }

    @Test
    void missingRoleNamesTheRolesNeeded() {
        problem(get("/api/v1/echo/leaders", Tokens.of(TestDirectory.CLERK)), 403, "caller.role-missing")
                .body("requiredRoles", contains("LEADER"))
                .body("detail", containsString("LEADER"));
    }

    @Test
    void problemsSpeakVietnameseUnlessEnglishIsPreferred() {
        get("/api/v1/nowhere", Tokens.of(TestDirectory.LEADER))
                .statusCode(404)
                .body("title", equalTo("Không tìm thấy"));
        given().auth()
                .oauth2(Tokens.of(TestDirectory.LEADER))
                .header("Accept-Language", "en-GB,en;q=0.9,vi;q=0.5")
                .get("/api/v1/nowhere")
                .then()
                .statusCode(404)
                .body("title", equalTo("Not found"));
    }

    @Test
    void unexpectedFailureTellsNothingOfTheInside() {
        problem(get("/api/v1/echo/broken", Tokens.of(TestDirectory.LEADER)), 500, "service.failed")
                .body(not(containsString("secret")));
    }

    @Test
    void wrongBodiesAreNamedByPointer() {
        problem(post("{\"text\":\"\"}"), 400, "request.invalid")
                .body("errors.pointer", contains("/text"))
                .body("errors.detail", contains("Cần có nội dung, không để trống."));
        problem(post("{\"text\":\"a\",\"more\":1}"), 400, "request.unknown-field")
                .body("errors.pointer", contains("/more"))
                .body("errors[0].detail", containsString("text"));
        problem(post("{\"text\":"), 400, "request.malformed");
        problem(post("{\"text\":\"a\",\"text\":\"b\"}"), 400, "request.malformed");
        problem(post("{\"text\":\"a\\u0000b\"}"), 400, "request.malformed").body("errors.pointer", contains("/text"));
        problem(post("{\"text\":5}"), 400, "request.malformed")
                .body("errors.pointer", contains("/text"))
                .body("errors[0].detail", containsString("\"…\""));
        problem(post("{\"text\":\"a\",\"day\":\"+999999999-12-31\"}"), 400, "request.malformed")
                .body("errors.pointer", contains("/day"))
                .body("errors[0].detail", containsString("YYYY-MM-DD"));
        problem(post("{\"text\":\"a\",\"day\":40000}"), 400, "request.malformed");
        problem(post(""), 400, "request.invalid");
        problem(
                given().auth()
                        .oauth2(Tokens.of(TestDirectory.LEADER))
                        .contentType("text/plain")
                        .body("x")
                        .post("/api/v1/echo")
                        .then(),
                415,
                "content.not-supported");
        problem(
                given().auth()
                        .oauth2(Tokens.of(TestDirectory.LEADER))
                        .delete("/api/v1/echo")
                        .then(),
                405,
                "method.not-allowed");
    }

    @Test
    void eventWithoutTransactionIsAProgrammingErrorFoundAtOnce() {
        assertThatThrownBy(() -> echo.publishOutsideOfATransaction(unit("Không giao dịch")))
                .hasStackTraceContaining("TransactionRequired");
    }

    @Test
    void committedEventReachesItsTopicAndARolledBackOneNever() {
        var rolledBack = unit("Bị hủy");
        var committed = unit("Được ghi");
        echo.publishAndRollBack(rolledBack);
        echo.publish(committed);

        Topics.awaitEvent(UnitRecorded.class, it -> it.unitId().equals(committed.unitId()));
        assertThat(Topics.events("organizations", UnitRecorded.class))
                .noneMatch(it -> it.unitId().equals(rolledBack.unitId()));
        await().untilAsserted(() -> assertThat(count("outbox")).isZero());
    }

    @Test
    void eventThatTheBrokerRefusesIsSetAsideAndBlocksNobody() {
        var tooLarge = unit("x".repeat(9 * 1024 * 1024));
        var next = unit("Đi sau");
        echo.publish(tooLarge);
        echo.publish(next);

        Topics.awaitEvent(UnitRecorded.class, it -> it.unitId().equals(next.unitId()));
        await().untilAsserted(() -> assertThat(count("outbox")).isZero());
        assertThat(count("outbox_refused")).isEqualTo(1);
    }

    @Test
    void redeliveredEventTakesEffectOnce() {
        var first = unit("Tên đầu");
        var id = Topics.send(first);
        await().untilAsserted(() -> assertThat(directory.unit(first.unitId())).isPresent());
        QuarkusTransaction.requiringNew().run(() -> copy.apply(renamed(first, "Tên sau")));

        Topics.send(first, id);
        var marker = unit("Sau đó");
        Topics.send(marker);

        await().untilAsserted(() -> assertThat(directory.unit(marker.unitId())).isPresent());
        assertThat(directory.unit(first.unitId()).orElseThrow().name()).isEqualTo("Tên sau");
    }

    @Test
    void poisonGoesToTheDeadLettersAndBlocksNobody() {
        var next = unit("Đi tiếp");
        Topics.send("organizations", next.organizationId().toString(), "{\"poison\":");
        Topics.send(next);

        await().untilAsserted(() -> assertThat(directory.unit(next.unitId())).isPresent());
        var dead = Topics.awaitRecord(
                "organizations.kit-test.dead", it -> it.value().startsWith("{\"poison\""));
        assertThat(dead.headers().lastHeader("dead-letter-reason")).isNotNull();
    }

    @Test
    void calendarOfACommuneIsThatOfTheCountry() {
        var calendar = calendars.of(TestDirectory.COMMUNE.id());

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 11, 24))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 1, 10))).isTrue();
        assertThat(calendar.version()).isEqualTo("2026-test");
    }

    private static UnitRecorded unit(String name) {
        return new UnitRecorded(
                TestDirectory.COMMUNE.id(),
                UUID.randomUUID(),
                name,
                List.of(),
                UnitKind.DEPARTMENT,
                null,
                null,
                List.of(),
                LocalDate.of(2025, 7, 1),
                null);
    }

    private static UnitRecorded renamed(UnitRecorded unit, String name) {
        return new UnitRecorded(
                unit.organizationId(),
                unit.unitId(),
                name,
                unit.aliases(),
                unit.kind(),
                unit.email(),
                unit.representsOrganizationId(),
                unit.memberUnitIds(),
                unit.validFrom(),
                unit.validTo());
    }

    private int count(String table) {
        return db.withHandle(handle -> handle.createQuery("select count(*) from " + table)
                .mapTo(Integer.class)
                .one());
    }

    private static ValidatableResponse get(String path, String token) {
        return given().auth().oauth2(token).get(path).then();
    }

    private static ValidatableResponse post(String body) {
        return given().auth()
                .oauth2(Tokens.of(TestDirectory.LEADER))
                .contentType("application/json")
                .body(body)
                .post("/api/v1/echo")
                .then();
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("type", equalTo("urn:lantoa:problem:" + code))
                .body("detail", not(containsString(code)));
    }
}
