package vn.lantoa.plan.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.plan.directory.RecordMembership;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PeopleImportResourceTest {

    private static final String HEADER = "account_name;name;email;unit;roles;position;valid_from;valid_to\n";
    private static final UUID COMMUNE = TestDirectory.COMMUNE.id();
    private static final String ADMIN = Tokens.of(TestDirectory.ADMIN);
    private static final String PEOPLE = "/api/v1/organizations/" + COMMUNE + "/people";
    private static final String IMPORTS = PEOPLE + "/imports";

    @Inject
    DirectoryCopy copy;

    @Inject
    RecordMembership record;

    @Inject
    Jdbi db;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final String an = "an." + mark;
    private final String binh = "binh." + mark;
    private final String file = HEADER
            + an + ";Lê An;" + an + "@xa-mot.example;Phòng Kinh tế;SPECIALIST;Chuyên viên;;\n"
            + an + ";Lê An;" + an + "@xa-mot.example;;CLERK;;;\n"
            + binh + ";Trần Bình;;Phòng Văn hoá - Xã hội;UNIT_HEAD|COORDINATOR;Trưởng phòng;;\n";

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            TestDirectory.events().forEach(copy::apply);
            TestDirectory.events().stream()
                    .filter(MembershipRecorded.class::isInstance)
                    .map(MembershipRecorded.class::cast)
                    .forEach(it -> record.handle(new RecordMembership.Command(it, false)));
        });
    }

    @Test
    void peopleAreTakenInWithTheirPostsAndWaitForTheirAccounts() {
        var token = previewed(file, 3, 0);
        assertThat(persons()).isEmpty();

        post(IMPORTS + "?previewToken=" + token, ADMIN, file)
                .statusCode(200)
                .body("added", equalTo(3))
                .body("previewToken", nullValue());

        assertThat(persons()).hasSize(2);
        person(an)
                .body("provisioning.progress", equalTo("WAITING"))
                .body("email", equalTo(an + "@xa-mot.example"))
                .body("memberships.roles", containsInAnyOrder(List.of("SPECIALIST"), List.of("CLERK")))
                .body(
                        "memberships.unitId",
                        containsInAnyOrder(TestDirectory.ECONOMY.id().toString(), null));
        person(binh).body("memberships.roles", contains(List.of("UNIT_HEAD", "COORDINATOR")));
        post(IMPORTS + "/preview", ADMIN, file)
                .statusCode(200)
                .body("unchanged", equalTo(3))
                .body("rows", equalTo(List.of()));
    }

    @Test
    void whoIsKnownIsChangedAsBySingleRequests() {
        commit(file, 3, 0);
        var changes = HEADER + an + ";Lê Thị An;;Phòng Kinh tế;UNIT_HEAD;Phó trưởng phòng;;\n"
                + an + ";Lê Thị An;;;CLERK;;;\n"
                + binh + ";Trần Bình;;Phòng Văn hóa - Xã hội;UNIT_HEAD;Trưởng phòng;;\n";

        var token = post(IMPORTS + "/preview", ADMIN, changes)
                .statusCode(200)
                .body("changed", equalTo(2))
                .body("unchanged", equalTo(1))
                .extract()
                .jsonPath()
                .getString("previewToken");
        post(IMPORTS + "?previewToken=" + token, ADMIN, changes).statusCode(200);

        person(an)
                .body("name", equalTo("Lê Thị An"))
                .body("email", nullValue())
                .body("memberships.roles", containsInAnyOrder(List.of("UNIT_HEAD"), List.of("CLERK")));
        person(binh).body("memberships.roles", contains(List.of("UNIT_HEAD")));
        post(IMPORTS + "?previewToken=" + token, ADMIN, changes)
                .statusCode(412)
                .body("code", equalTo("import.preview-stale"));
    }

    @Test
    void whatIsKnownMayHaveChangedSinceThePreview() {
        var token = previewed(file, 3, 0);
        commit(HEADER + "khac." + mark + ";Người Khác;;;CLERK;;;\n", 1, 0);

        post(IMPORTS + "?previewToken=" + token, ADMIN, file).statusCode(412);

        assertThat(persons()).hasSize(1);
    }

    @Test
    void refusedRowsKeepTheWholeFileOut() {
        var wrong = file
                + "x." + mark + ";Ai Đó;;Phòng Lạ;CLERK;;;\n"
                + "y." + mark + ";Ai Đó;;;INTEGRATOR;;;\n"
                + "z." + mark + ";Ai Đó;;;CLERK;=1+1;;\n";
        var preview = post(IMPORTS + "/preview", ADMIN, wrong)
                .statusCode(200)
                .body("added", equalTo(3))
                .body("refused", equalTo(3))
                .body(
                        "rows.findAll { it.effect == 'ERROR' }.problem",
                        contains("import.row-unit-unknown", "membership.role-not-for-people", "import.row-cell-unsafe"))
                .extract()
                .jsonPath();

        post(IMPORTS + "?previewToken=" + preview.getString("previewToken"), ADMIN, wrong)
                .statusCode(422)
                .body("code", equalTo("import.has-errors"));

        assertThat(persons()).isEmpty();
    }

    @Test
    void somebodyElsewhereIsNotToldOfMoreThanThatTheNameIsTaken() {
        var address = mark + "@xa-hai.example";
        QuarkusTransaction.requiringNew().run(() -> {
            var person = new Person(UUID.randomUUID(), "hai." + mark, null, "Người Hai", address, true);
            record.handle(new RecordMembership.Command(
                    Posts.of(
                            person,
                            TestDirectory.OTHER_COMMUNE.id(),
                            UUID.randomUUID(),
                            new Posts.Terms(null, List.of(Role.CLERK), null, LocalDate.of(2025, 7, 1), null)),
                    false));
            db.useHandle(handle -> handle.execute(
                    "update person set account_name = ?, email = ? where person_id = ?",
                    person.accountName(),
                    address,
                    person.id()));
        });

        post(
                        IMPORTS + "/preview",
                        ADMIN,
                        HEADER + "hai." + mark + ";Lê An;;;CLERK;;;\n" + an + ";Lê An;" + address + ";;CLERK;;;\n")
                .statusCode(200)
                .body("rows.problem", contains("person.account-name-taken", "person.email-taken"))
                .body("rows[0].detail", equalTo("Hãy chọn một tên tài khoản khác."))
                .body("rows.name", everyItem(equalTo("Lê An")));
    }

    @Test
    void onlyWhoeverAdministersTheOrganizationMay() {
        var other = "/api/v1/organizations/" + TestDirectory.OTHER_COMMUNE.id() + "/people/imports";
        for (var address : List.of(other + "/preview", other + "?previewToken=x")) {
            post(address, ADMIN, file).statusCode(404).body("code", equalTo("organization.not-found"));
        }
        for (var address : List.of(IMPORTS + "/preview", IMPORTS + "?previewToken=x")) {
            post(address, Tokens.of(TestDirectory.LEADER), file)
                    .statusCode(403)
                    .body("code", equalTo("caller.role-missing"));
        }
    }

    @Test
    void bomIsTakenAndOtherEncodingsAndLongFilesAreRefused() {
        previewed("\uFEFF" + file, 3, 0);
        post(IMPORTS + "/preview", ADMIN, file.getBytes(StandardCharsets.UTF_16))
                .statusCode(422)
                .body("code", equalTo("import.encoding"));
        post(IMPORTS + "/preview", ADMIN, HEADER + (an + ";Lê An;;;CLERK;;;\n").repeat(2001))
                .statusCode(413)
                .body("code", equalTo("import.too-large"));
    }

    private void commit(String file, int added, int changed) {
        post(IMPORTS + "?previewToken=" + previewed(file, added, changed), ADMIN, file)
                .statusCode(200);
    }

    private String previewed(String file, int added, int changed) {
        return post(IMPORTS + "/preview", ADMIN, file)
                .statusCode(200)
                .body("added", equalTo(added))
                .body("changed", equalTo(changed))
                .body("refused", equalTo(0))
                .extract()
                .jsonPath()
                .getString("previewToken");
    }

    /** Those of this test. */
    private List<UUID> persons() {
        return db.withHandle(handle -> handle.createQuery("select person_id from person where account_name like :name")
                .bind("name", "%." + mark)
                .mapTo(UUID.class)
                .list());
    }

    private ValidatableResponse person(String account) {
        var id = db.withHandle(handle -> handle.createQuery("select person_id from person where account_name = :name")
                .bind("name", account)
                .mapTo(UUID.class)
                .one());
        return given().auth().oauth2(ADMIN).get("/api/v1/people/" + id).then().statusCode(200);
    }

    private static ValidatableResponse post(String address, String token, String file) {
        return post(address, token, file.getBytes(StandardCharsets.UTF_8));
    }

    private static ValidatableResponse post(String address, String token, byte[] file) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv; charset=UTF-8")
                .body(file)
                .post(address)
                .then();
    }
}
