package vn.lantoa.plan.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class DirectoryResourceTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void communeSeesItselfAndCitySeesWhatLiesBelow() {
        get("/api/v1/organizations", Tokens.of(TestDirectory.SPECIALIST))
                .statusCode(200)
                .body("items.alias", contains("xa-mot"))
                .body("next", nullValue());
        get("/api/v1/organizations", Tokens.of(TestDirectory.CITY_LEADER))
                .statusCode(200)
                .body("items.alias", containsInAnyOrder("tp-thu", "xa-mot", "xa-hai"));
        get("/api/v1/organizations/" + TestDirectory.COMMUNE.id(), Tokens.of(TestDirectory.CITY_LEADER))
                .statusCode(200)
                .body("population", equalTo(12000));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var first = get("/api/v1/organizations?limit=2", Tokens.of(TestDirectory.CITY_LEADER))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("next", notNullValue())
                .extract()
                .jsonPath();
        var second = get(first.getString("next"), Tokens.of(TestDirectory.CITY_LEADER))
                .statusCode(200)
                .body("next", nullValue())
                .extract()
                .jsonPath();

        assertThat(second.getList("items.alias")).hasSize(1).doesNotContainAnyElementsOf(first.getList("items.alias"));
        problem(get("/api/v1/organizations?cursor=x", Tokens.of(TestDirectory.CITY_LEADER)), 400, "cursor.invalid");
        problem(get("/api/v1/organizations?limit=201", Tokens.of(TestDirectory.CITY_LEADER)), 400, "request.invalid");
    }

    @Test
    void organizationThatIsNotBelowDoesNotExist() {
        var elsewhere = "/api/v1/organizations/" + TestDirectory.OTHER_COMMUNE.id();

        problem(get(elsewhere, Tokens.of(TestDirectory.LEADER)), 404, "organization.not-found");
        problem(get(elsewhere + "/units", Tokens.of(TestDirectory.LEADER)), 404, "organization.not-found");
        problem(get(elsewhere + "/members", Tokens.of(TestDirectory.LEADER)), 404, "organization.not-found");
        problem(
                get("/api/v1/organizations/" + TestDirectory.CITY.id(), Tokens.of(TestDirectory.LEADER)),
                404,
                "organization.not-found");
        problem(given().get(elsewhere).then(), 401, "token.missing");
    }

    @Test
    void unitsCarryTheirGroupsAndMembersNoMoreThanWorkNeeds() {
        get("/api/v1/organizations/" + TestDirectory.COMMUNE.id() + "/units", Tokens.of(TestDirectory.SPECIALIST))
                .statusCode(200)
                .body("items.name", hasItems("Phòng Kinh tế", "Các phòng chuyên môn"))
                .body(
                        "items.find { it.kind == 'GROUP' }.memberUnitIds",
                        containsInAnyOrder(
                                TestDirectory.CULTURE.id().toString(),
                                TestDirectory.ECONOMY.id().toString()));
        var members = get(
                        "/api/v1/organizations/" + TestDirectory.COMMUNE.id() + "/members",
                        Tokens.of(TestDirectory.LEADER))
                .statusCode(200)
                .body("items.name", hasItem(TestDirectory.CLERK.name()))
                .extract()
                .asString();
        assertThat(members).doesNotContain("@").doesNotContain("subject");
        problem(
                get(
                        "/api/v1/organizations/" + TestDirectory.CITY.id() + "/members",
                        Tokens.of(TestDirectory.CITY_MACHINE)),
                403,
                "machine.people-only");
    }

    @Test
    void meSaysForWhomTheCallerActsAndMayAct() {
        get("/api/v1/me", Tokens.of(TestDirectory.SPECIALIST))
                .statusCode(200)
                .body("name", equalTo(TestDirectory.SPECIALIST.name()))
                .body("acting.alias", equalTo("xa-mot"))
                .body("acting.roles", contains("SPECIALIST"))
                .body("acting.units.name", contains("Phòng Văn hóa - Xã hội"))
                .body("mayActFor.scope", contains("organization:xa-mot"));
        get("/api/v1/me", Tokens.withoutOrganization(TestDirectory.SPECIALIST.subject()))
                .statusCode(200)
                .body("acting", nullValue())
                .body("mayActFor.alias", contains("xa-mot"));
        get("/api/v1/me", Tokens.of("somebody-unknown", "xa-mot", TestDirectory.COMMUNE.id()))
                .statusCode(200)
                .body("acting", nullValue())
                .body("mayActFor", empty());
        problem(given().get("/api/v1/me").then(), 401, "token.missing");
    }

    private static ValidatableResponse get(String address, String token) {
        return given().auth()
                .oauth2(token)
                .urlEncodingEnabled(false)
                .get(address)
                .then();
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
