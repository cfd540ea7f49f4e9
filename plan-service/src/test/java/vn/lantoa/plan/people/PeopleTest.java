package vn.lantoa.plan.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.directory.RecordMembership;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PeopleTest {

    private static final UUID COMMUNE = TestDirectory.COMMUNE.id();
    private static final UUID OTHER = TestDirectory.OTHER_COMMUNE.id();
    private static final String ADMIN = Tokens.of(TestDirectory.ADMIN);
    private static final String CITY_ADMIN_SUBJECT = "4b8a8bb0-8c5a-4a53-9f0c-5b7a2a0c1d11";
    private static final String CITY_ADMIN =
            Tokens.of(CITY_ADMIN_SUBJECT, TestDirectory.CITY.alias(), TestDirectory.CITY.id());

    @Inject
    DirectoryCopy copy;

    @Inject
    Directory directory;

    @Inject
    RecordMembership record;

    @Inject
    Jdbi db;

    private final LocalDate today = LocalDate.now(java.time.ZoneId.of("Asia/Ho_Chi_Minh"));

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            TestDirectory.events().forEach(copy::apply);
            TestDirectory.events().stream()
                    .filter(MembershipRecorded.class::isInstance)
                    .map(MembershipRecorded.class::cast)
                    .forEach(it -> record.handle(new RecordMembership.Command(it, false)));
            var cityAdmin = UUID.fromString(CITY_ADMIN_SUBJECT);
            record.handle(new RecordMembership.Command(
                    new MembershipRecorded(
                            TestDirectory.CITY.id(),
                            cityAdmin,
                            cityAdmin,
                            CITY_ADMIN_SUBJECT,
                            MemberKind.PERSON,
                            "Quản trị Thành phố",
                            null,
                            null,
                            List.of(Role.ADMIN),
                            null,
                            LocalDate.of(2025, 7, 1),
                            null,
                            true),
                    false));
        });
    }

    @Test
    void somebodyIsTakenInWithAPostAndWaitsForTheirAccount() {
        var account = account();
        var answer = create(ADMIN, COMMUNE, account, Role.SPECIALIST)
                .statusCode(201)
                .header("ETag", notNullValue())
                .body("accountName", equalTo(account))
                .body("hasAccount", equalTo(false))
                .body("provisioning.progress", equalTo("WAITING"))
                .body("memberships.roles", contains(List.of("SPECIALIST")));
        var person = UUID.fromString(answer.extract().jsonPath().getString("id"));

        var told =
                Topics.awaitEvent(MembershipRecorded.class, it -> it.personId().equals(person));
        assertThat(told.subject()).isEqualTo(RecordMembership.subjectBeforeAccount(person));
        get("/api/v1/organizations/" + COMMUNE + "/people?role=SPECIALIST&limit=200", ADMIN)
                .statusCode(200)
                .body("items.personId", hasItem(person.toString()));
        get("/api/v1/people/" + person, Tokens.of(TestDirectory.LEADER))
                .statusCode(200)
                .body("name", equalTo("Trần Thị Thử"))
                .body("email", nullValue())
                .body("accountName", nullValue())
                .body("provisioning", nullValue());

        problem(create(ADMIN, COMMUNE, account, Role.CLERK), 409, "person.account-name-taken");
        problem(post("/api/v1/people/" + person + "/first-password", ADMIN, null, null), 409, "person.account-waiting");
        act(person);
        problem(post("/api/v1/people/" + person + "/first-password", ADMIN, null, null), 503, "accounts.unavailable");
    }

    @Test
    void whoMayNotTakeInIsRefusedAndNothingIsLeft() {
        problem(create(Tokens.of(TestDirectory.LEADER), COMMUNE, account(), Role.CLERK), 403, "caller.role-missing");
        problem(create(ADMIN, OTHER, account(), Role.CLERK), 404, "organization.not-found");
        problem(create(ADMIN, TestDirectory.CITY.id(), account(), Role.ADMIN), 404, "organization.not-found");
        problem(create(ADMIN, COMMUNE, account(), Role.INTEGRATOR), 409, "membership.role-not-for-people");
        problem(create(ADMIN, COMMUNE, "Có Dấu", Role.CLERK), 400, "request.invalid");
        create(CITY_ADMIN, OTHER, account(), Role.ADMIN).statusCode(201);

        var account = account();
        problem(
                post(
                        "/api/v1/organizations/" + COMMUNE + "/people",
                        ADMIN,
                        Map.of(
                                "name",
                                "Ai Đó",
                                "accountName",
                                account,
                                "membership",
                                Map.of(
                                        "unitId",
                                        TestDirectory.OTHER_CULTURE.id(),
                                        "roles",
                                        List.of("CLERK"),
                                        "validFrom",
                                        today.toString())),
                        null),
                404,
                "unit.not-found");
        var left = db.withHandle(handle -> handle.createQuery("select person_id from person where account_name = :name")
                .bind("name", account)
                .mapTo(UUID.class)
                .list());
        assertThat(left).isEmpty();
    }

    @Test
    void aChangeBeginsOnItsDayAndWhatWasStays() {
        var person = created(Role.SPECIALIST);
        var membership = membership(person);
        var changed = patch(
                        "/api/v1/memberships/" + membership,
                        ADMIN,
                        Map.of(
                                "roles",
                                List.of("UNIT_HEAD"),
                                "validFrom",
                                today.plusDays(10).toString()),
                        etag("/api/v1/memberships/" + membership))
                .statusCode(200)
                .body("roles", contains("UNIT_HEAD"))
                .body("id", not(equalTo(membership.toString())))
                .extract()
                .jsonPath();
        get("/api/v1/memberships/" + membership, ADMIN)
                .body("roles", contains("SPECIALIST"))
                .body("validTo", equalTo(today.plusDays(9).toString()));
        problem(
                patch(
                        "/api/v1/memberships/" + changed.getString("id"),
                        ADMIN,
                        Map.of("validFrom", today.minusDays(1).toString()),
                        changed.getString("etag")),
                409,
                "membership.past");
        problem(
                patch("/api/v1/memberships/" + membership, ADMIN, Map.of("position", "Khác"), null),
                428,
                "request.precondition-required");
        problem(
                patch("/api/v1/memberships/" + membership, ADMIN, Map.of("position", "Khác"), "\"0-0\""),
                412,
                "resource.changed-meanwhile");
        problem(
                post(
                        "/api/v1/people/" + person + "/memberships",
                        ADMIN,
                        Map.of(
                                "organizationId",
                                COMMUNE,
                                "roles",
                                List.of("CLERK"),
                                "validFrom",
                                today.plusDays(3).toString()),
                        null),
                409,
                "membership.overlapping");

        post(
                        "/api/v1/memberships/" + changed.getString("id") + "/end",
                        ADMIN,
                        Map.of("lastDay", today.plusDays(20).toString()),
                        changed.getString("etag"))
                .statusCode(200)
                .body("validTo", equalTo(today.plusDays(20).toString()));
    }

    @Test
    void theLastAdministratorDoesNotLeaveByMistake() {
        var membership = directory
                .memberships(TestDirectory.ADMIN.subject(), COMMUNE)
                .getFirst()
                .membershipId();
        var others = db.withHandle(handle -> handle.createQuery("""
                        update directory_membership set active = false
                        where organization_id = :id and 'ADMIN' = any (roles) and membership_id <> :mine
                        returning membership_id""")
                .bind("id", COMMUNE)
                .bind("mine", membership)
                .mapTo(UUID.class)
                .list());
        assertThat(others).isNotNull();
        problem(
                post(
                        "/api/v1/memberships/" + membership + "/end",
                        ADMIN,
                        Map.of("lastDay", today.toString()),
                        etag("/api/v1/memberships/" + membership)),
                409,
                "membership.last-administrator");
        problem(
                post("/api/v1/people/" + TestDirectory.ADMIN.id() + "/disable", ADMIN, null, "*"),
                409,
                "membership.last-administrator");
    }

    @Test
    void whoIsDisabledIsOutAtOnceWhateverTheEndpointAsks() {
        var person = created(Role.SPECIALIST);
        var token = act(person);
        get("/api/v1/organizations", token).statusCode(200);
        get("/api/v1/plans", token).statusCode(200);
        var address = "/api/v1/people/" + person;

        post(address + "/disable", ADMIN, null, etag(address)).statusCode(200).body("enabled", equalTo(false));

        problem(get("/api/v1/organizations", token), 403, "caller.not-a-member");
        problem(get("/api/v1/plans", token), 403, "caller.not-a-member");
        problem(get("/api/v1/calendars/2026", token), 403, "caller.not-a-member");
        get("/api/v1/me", token).statusCode(200).body("mayActFor", hasSize(0));
        get("/api/v1/organizations/" + COMMUNE + "/people?limit=200", ADMIN)
                .body("items.find { it.personId == '" + person + "' }.enabled", equalTo(false));
        problem(post(address + "/disable", ADMIN, null, "*"), 409, "person.disabled");

        post(address + "/enable", ADMIN, null, etag(address)).statusCode(200).body("enabled", equalTo(true));
        get("/api/v1/plans", token).statusCode(200);
        problem(post(address + "/enable", ADMIN, null, "*"), 409, "person.enabled");
    }

    @Test
    void anotherOrganizationsPeopleDoNotExist() {
        var theirs = create(CITY_ADMIN, OTHER, account(), Role.SPECIALIST)
                .statusCode(201)
                .extract()
                .jsonPath();
        var address = "/api/v1/people/" + theirs.getString("id");
        problem(get(address, ADMIN), 404, "person.not-found");
        problem(patch(address, ADMIN, Map.of("name", "X"), "*"), 404, "person.not-found");
        problem(post(address + "/disable", ADMIN, null, "*"), 404, "person.not-found");
        problem(post(address + "/first-password", ADMIN, null, null), 404, "person.not-found");
        problem(
                get("/api/v1/memberships/" + theirs.getString("memberships[0].id"), ADMIN),
                404,
                "membership.not-found");
        problem(get("/api/v1/organizations/" + OTHER + "/people", ADMIN), 404, "organization.not-found");
        get("/api/v1/organizations/" + OTHER + "/people", Tokens.of(TestDirectory.CITY_LEADER))
                .statusCode(200)
                .body("items.email.findAll { it != null }", hasSize(0));
        get("/api/v1/organizations/" + COMMUNE + "/people?limit=200", Tokens.of(TestDirectory.SPECIALIST))
                .statusCode(200)
                .body("items.email.findAll { it != null }.join(' ')", containsString("@xa-mot.example"));
    }

    @Test
    void whoAlsoActsElsewhereIsTouchedOnlyFromAboveBoth() {
        var person = created(Role.SPECIALIST);
        post(
                        "/api/v1/people/" + person + "/memberships",
                        CITY_ADMIN,
                        Map.of("organizationId", OTHER, "roles", List.of("CLERK"), "validFrom", today.toString()),
                        null)
                .statusCode(201);
        var address = "/api/v1/people/" + person;
        act(person);

        problem(post(address + "/first-password", ADMIN, null, null), 403, "person.also-elsewhere");
        problem(post(address + "/disable", ADMIN, null, "*"), 403, "person.also-elsewhere");
        problem(patch(address, ADMIN, Map.of("name", "Tên Mới"), "*"), 403, "person.also-elsewhere");
        get(address, ADMIN).statusCode(200).body("memberships", hasSize(1));

        patch(address, CITY_ADMIN, Map.of("name", "Tên Mới"), "*")
                .statusCode(200)
                .body("name", equalTo("Tên Mới"))
                .body("memberships", hasSize(2));
        post(address + "/disable", CITY_ADMIN, null, "*").statusCode(200);
    }

    @Test
    void rolesAreHandedOnForATimeAndTheAuditNamesBoth() {
        var leader = created(Role.SPECIALIST, Role.LEADER);
        var leaderToken = act(leader);
        var colleague = created(Role.LEADER);
        var colleagueToken = act(colleague);
        problem(importPlan(colleagueToken), 403, "caller.role-missing");
        var wish = Map.of(
                "toPersonId",
                colleague,
                "roles",
                List.of("SPECIALIST"),
                "from",
                today.toString(),
                "to",
                today.plusDays(5).toString(),
                "reason",
                "Đi công tác");
        var given = "/api/v1/people/" + leader + "/delegations";

        var delegation = post(given, leaderToken, wish, null)
                .statusCode(201)
                .body("fromPersonId", equalTo(leader.toString()))
                .extract()
                .jsonPath()
                .getString("id");

        get("/api/v1/me", colleagueToken).body("acting.roles", hasItems("LEADER", "SPECIALIST"));
        importPlan(colleagueToken).statusCode(201);
        var entry = db.withHandle(handle -> handle.createQuery("""
                        select content from (
                            select content, position from audit_waiting
                            union all select canonical, 0 from audit_entry) entry
                        where content like :actor""")
                .bind("actor", "%\"actor\":\"" + colleague + "\"%")
                .mapTo(String.class)
                .one());
        assertThat(entry).contains("\"actor\":\"" + colleague + "\"", "\"onBehalfOf\":\"" + leader + "\"");

        var further = new java.util.HashMap<String, Object>(wish);
        further.put("toPersonId", leader);
        problem(
                post("/api/v1/people/" + colleague + "/delegations", colleagueToken, further, null),
                409,
                "delegation.roles-not-held");
        problem(post(given, colleagueToken, wish, null), 403, "caller.role-missing");
        problem(
                post("/api/v1/delegations/" + delegation + "/revoke", Tokens.of(TestDirectory.SPECIALIST), null, null),
                404,
                "delegation.not-found");

        post("/api/v1/delegations/" + delegation + "/revoke", leaderToken, null, null)
                .statusCode(200)
                .body("revokedBy", equalTo(leader.toString()));
        problem(importPlan(colleagueToken), 403, "caller.role-missing");
        get(given, leaderToken).statusCode(200).body("items.id", hasItem(delegation));
        problem(
                post("/api/v1/delegations/" + delegation + "/revoke", leaderToken, null, null),
                409,
                "delegation.revoked");
    }

    @Test
    void whatCannotBeHandedOn() {
        var leader = created(Role.LEADER, Role.ADMIN);
        var token = act(leader);
        var colleague = created(Role.CLERK);
        var stranger = TestDirectory.OTHER_CLERK.id();

        problem(delegate(leader, token, colleague, "ADMIN", 0, 5), 409, "delegation.role-not-delegable");
        problem(delegate(leader, token, colleague, "CLERK", 0, 5), 409, "delegation.roles-not-held");
        problem(delegate(leader, token, leader, "LEADER", 0, 5), 409, "delegation.to-oneself");
        problem(delegate(leader, token, colleague, "LEADER", 0, 90), 409, "delegation.days-out-of-bounds");
        problem(delegate(leader, token, colleague, "LEADER", -1, 3), 409, "delegation.days-out-of-bounds");
        problem(delegate(leader, token, colleague, "LEADER", 5, 3), 409, "delegation.days-out-of-bounds");
        assertThat(delegate(leader, token, stranger, "LEADER", 0, 5).extract().statusCode())
                .isIn(404, 409);

        delegate(leader, token, colleague, "LEADER", 0, 89).statusCode(201);
        var colleagueToken = act(colleague);
        get("/api/v1/me", colleagueToken).body("acting.roles", hasItem("LEADER"));
        // who is shut out lends nothing any more
        post("/api/v1/people/" + leader + "/disable", ADMIN, null, "*").statusCode(200);
        get("/api/v1/me", colleagueToken).body("acting.roles", not(hasItem("LEADER")));
    }

    private ValidatableResponse delegate(UUID from, String token, UUID to, String role, int first, int last) {
        return post(
                "/api/v1/people/" + from + "/delegations",
                token,
                Map.of(
                        "toPersonId",
                        to,
                        "roles",
                        List.of(role),
                        "from",
                        today.plusDays(first).toString(),
                        "to",
                        today.plusDays(last).toString(),
                        "reason",
                        "Nghỉ phép"),
                null);
    }

    private static ValidatableResponse importPlan(String token) {
        return given().auth()
                .oauth2(token)
                .contentType("text/plain; charset=utf-8")
                .body((document() + "\n" + Ids.next()).getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/plans/imports")
                .then();
    }

    private static String document() {
        try {
            return Files.readString(Path.of("../deploy/local/src/main/resources/sample/ke-hoach-xa-may-ha.txt"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID created(Role... roles) {
        return UUID.fromString(create(ADMIN, COMMUNE, account(), roles)
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
    }

    private ValidatableResponse create(String token, UUID organization, String account, Role... roles) {
        return post(
                "/api/v1/organizations/" + organization + "/people",
                token,
                Map.of(
                        "name",
                        "Trần Thị Thử",
                        "accountName",
                        account,
                        "membership",
                        Map.of("roles", List.of(roles), "validFrom", today.toString())),
                null);
    }

    private UUID membership(UUID person) {
        return UUID.fromString(
                get("/api/v1/people/" + person, ADMIN).extract().jsonPath().getString("memberships[0].id"));
    }

    /** As if Keycloak had made their account. */
    private String act(UUID person) {
        var subject = UUID.randomUUID().toString();
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle -> {
                    handle.execute("update person set subject = ? where person_id = ?", subject, person);
                    handle.execute("update directory_membership set subject = ? where person_id = ?", subject, person);
                }));
        return Tokens.of(subject, TestDirectory.COMMUNE.alias(), COMMUNE);
    }

    private static String account() {
        return "thu." + Ids.next();
    }

    private static String etag(String address) {
        return given().auth().oauth2(ADMIN).get(address).header("ETag");
    }

    private static ValidatableResponse get(String address, String token) {
        return given().auth().oauth2(token).get(address).then();
    }

    private static ValidatableResponse post(String address, String token, Object body, String ifMatch) {
        var request = given().auth().oauth2(token);
        if (body != null) {
            request.contentType("application/json").body(body);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.post(address).then();
    }

    private static ValidatableResponse patch(String address, String token, Object body, String ifMatch) {
        var request = given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.patch(address).then();
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status).body("code", equalTo(code));
    }
}
