package vn.lantoa.plan.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class UnitImportResourceTest {

    private static final String HEADER = "name;kind;aliases;email;represents;members;valid_from\n";
    private static final UUID COMMUNE = TestDirectory.COMMUNE.id();
    private static final String ADMIN = Tokens.of(TestDirectory.ADMIN);
    private static final String UNITS = "/api/v1/organizations/" + COMMUNE + "/units";
    private static final String IMPORTS = UNITS + "/imports";

    @Inject
    DirectoryCopy copy;

    @Inject
    Clock clock;

    @Inject
    Jdbi db;

    /** In the names of this test's units. */
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private final String file = HEADER
            + "Nhóm " + mark + ";GROUP;;;;Phòng " + mark + "|Phòng Kinh tế;\n"
            + "Phòng " + mark + ";DEPARTMENT;P. " + mark + ";phong@xa-mot.example;mttq-xa-mot;;2026-01-01\n";

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }

    @Test
    void fileIsPreviewedThenWrittenOnce() {
        var token = previewed(file);
        units().body("items.name", not(hasItem("Phòng " + mark)));

        post(IMPORTS + "?previewToken=wrong", ADMIN, file)
                .statusCode(412)
                .body("code", equalTo("import.preview-stale"));
        post(IMPORTS + "?previewToken=" + token, ADMIN, file)
                .statusCode(200)
                .body("added", equalTo(2))
                .body("previewToken", nullValue());

        units().body("items.name", hasItems("Phòng " + mark, "Nhóm " + mark));
        var made = "items.find { it.name == 'Phòng " + mark + "' }";
        units().body(made + ".aliases", contains("P. " + mark))
                .body(
                        made + ".representsOrganizationId",
                        equalTo(TestDirectory.FRONT.id().toString()))
                .body("items.find { it.name == 'Nhóm " + mark + "' }.memberUnitIds", hasSize(2));
        post(IMPORTS + "/preview", ADMIN, file).statusCode(200).body("unchanged", equalTo(2));
        assertThat(reasons()).containsExactly("Nhập từ tệp CSV"); // for what began before today
    }

    @Test
    void whoeverSeesAnOldPreviewWritesNothing() {
        var token = previewed(file);
        given().auth()
                .oauth2(ADMIN)
                .contentType("application/json")
                .body("{\"name\": \"Khác %s\", \"kind\": \"OFFICE\", \"validFrom\": \"%s\"}"
                        .formatted(mark, LocalDate.now(clock)))
                .post(UNITS)
                .then()
                .statusCode(201);

        post(IMPORTS + "?previewToken=" + token, ADMIN, file).statusCode(412);

        units().body("items.name", not(hasItem("Phòng " + mark)));
    }

    @Test
    void refusedRowsKeepTheWholeFileOut() {
        var wrong = file + "Sai " + mark + ";OFFICE;=HYPERLINK(1);;;;\n";
        var token = post(IMPORTS + "/preview", ADMIN, wrong)
                .statusCode(200)
                .body("added", equalTo(2))
                .body("refused", equalTo(1))
                .body("rows.find { it.line == 4 }.problem", equalTo("import.row-cell-unsafe"))
                .body("rows.find { it.line == 4 }.column", equalTo("aliases"))
                .extract()
                .jsonPath()
                .getString("previewToken");

        post(IMPORTS + "?previewToken=" + token, ADMIN, wrong)
                .statusCode(422)
                .body("code", equalTo("import.has-errors"));

        units().body("items.name", not(hasItem("Phòng " + mark)));
    }

    @Test
    void onlyWhoeverAdministersTheOrganizationMay() {
        var other = "/api/v1/organizations/" + TestDirectory.OTHER_COMMUNE.id() + "/units/imports";
        for (var address : new String[] {other + "/preview", other + "?previewToken=x"}) {
            post(address, ADMIN, file).statusCode(404).body("code", equalTo("organization.not-found"));
        }
        for (var address : new String[] {IMPORTS + "/preview", IMPORTS + "?previewToken=x"}) {
            post(address, Tokens.of(TestDirectory.LEADER), file)
                    .statusCode(403)
                    .body("code", equalTo("caller.role-missing"));
        }
        assertThat(TestDirectory.LEADER.roles()).doesNotContain(Role.ADMIN);
    }

    @Test
    void bomIsTakenAndOtherEncodingsAndHeadersAreRefused() {
        post(IMPORTS + "/preview", ADMIN, "\uFEFF" + file).statusCode(200).body("added", equalTo(2));
        post(
                        IMPORTS + "/preview",
                        ADMIN,
                        (HEADER + "Ti\u00f1n;OFFICE;;;;;\n").getBytes(Charset.forName("windows-1252")))
                .statusCode(422)
                .body("code", equalTo("import.encoding"));
        post(IMPORTS + "/preview", ADMIN, "a;b\n1;2\n").statusCode(422).body("code", equalTo("import.header"));
    }

    private String previewed(String file) {
        return post(IMPORTS + "/preview", ADMIN, file)
                .statusCode(200)
                .body("added", equalTo(2))
                .body("refused", equalTo(0))
                .extract()
                .jsonPath()
                .getString("previewToken");
    }

    private java.util.List<String> reasons() {
        return db.withHandle(handle -> handle.createQuery("""
                        select reason from directory_correction where subject_id in (
                            select unit_id from directory_unit_period where name like :name)""")
                .bind("name", "%" + mark)
                .mapTo(String.class)
                .list());
    }

    private static ValidatableResponse units() {
        return given().auth().oauth2(ADMIN).get(UNITS).then().statusCode(200);
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
