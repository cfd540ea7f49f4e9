package vn.lantoa.plan.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.plan.people.PeopleRequests.get;
import static vn.lantoa.plan.people.PeopleRequests.patch;
import static vn.lantoa.plan.people.PeopleRequests.post;
import static vn.lantoa.plan.people.PeopleRequests.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.testkit.LantoaTestResource;

/** People go from one organization to another: whoever answers for them now can do what is to be done. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class BetweenOrganizationsTest {

    @Inject
    TwoCommunes communes;

    @Inject
    Jdbi db;

    private TwoCommunes.World world;

    @BeforeEach
    void worldExists() {
        world = communes.make();
    }

    @Test
    void siblingCommuneChangesAndEndsThePostOfSomebodyWhomTheOtherTookIn() {
        var person = takenIn(world.admin(), world.commune());
        var there = add(person, world.sibling());
        var address = "/api/v1/memberships/" + there;

        var changed = patch(address, world.siblingAdmin(), Map.of("roles", List.of("UNIT_HEAD")))
                .statusCode(200)
                .body("roles", contains("UNIT_HEAD"))
                .extract()
                .jsonPath()
                .getString("id");
        get("/api/v1/people/" + person, world.siblingAdmin())
                .statusCode(200)
                .body("provisioning.progress", equalTo("WAITING"));
        post(
                        "/api/v1/memberships/" + changed + "/end",
                        world.siblingAdmin(),
                        Map.of("lastDay", communes.today().toString()))
                .statusCode(200);

        get("/api/v1/people/" + person, world.admin())
                .statusCode(200)
                .body("provisioning.progress", equalTo("WAITING"));
        assertThat(wanted(person)).as("every change counts on").isGreaterThan(2);
    }

    @Test
    void whoCameFromTheCityIsRenamedAndShutOutByTheCommune() {
        var yesterday = communes.today().minusDays(1);
        var person = communes.person(Ids.next(), world.city(), null, TwoCommunes.SINCE, yesterday, Role.CLERK);
        communes.person(person, world.commune(), null, communes.today(), null, Role.CLERK);
        var address = "/api/v1/people/" + person;

        patch(address, world.admin(), Map.of("name", "Trần Thị Mới"))
                .statusCode(200)
                .body("name", equalTo("Trần Thị Mới"));
        assertThat(communes.posts(person))
                .extracting(MembershipRecorded::displayName)
                .containsExactly("Trần Thị Thử", "Trần Thị Mới");

        post(address + "/disable", world.admin(), null).statusCode(200).body("enabled", equalTo(false));
        assertThat(communes.posts(person))
                .extracting(MembershipRecorded::active)
                .as("what was is left alone")
                .containsExactly(true, false);
        post(address + "/enable", world.admin(), null).statusCode(200).body("memberships", hasSize(1));
        assertThat(communes.posts(person)).allMatch(MembershipRecorded::active);
    }

    @Test
    void fileOfTheCommuneRenamesThemToo() {
        var yesterday = communes.today().minusDays(1);
        var person = communes.person(Ids.next(), world.city(), null, TwoCommunes.SINCE, yesterday, Role.CLERK);
        communes.person(person, world.commune(), null, communes.today(), null, Role.CLERK);
        db.useHandle(handle ->
                handle.execute("update person set account_name = ? where person_id = ?", "thu." + person, person));
        var imports = "/api/v1/organizations/" + world.commune() + "/people/imports";
        var file = "account_name;name;email;unit;roles;position;valid_from;valid_to\nthu." + person
                + ";Trần Thị Mới;;;CLERK;;;\n";

        var token = csv(imports + "/preview", file)
                .body("changed", equalTo(1))
                .extract()
                .jsonPath()
                .getString("previewToken");
        csv(imports + "?previewToken=" + token, file);

        assertThat(communes.posts(person))
                .extracting(MembershipRecorded::displayName)
                .containsExactly("Trần Thị Thử", "Trần Thị Mới");
    }

    @Test
    void postThatWasNeverHeldElsewhereKeepsNobodyOut() {
        var person = takenIn(world.cityAdmin(), world.city());
        var mistake = communes.posts(person).getFirst().membershipId();
        add(person, world.commune());
        var address = "/api/v1/people/" + person;
        problem(patch(address, world.admin(), Map.of("name", "Trần Thị Mới")), 403, "person.also-elsewhere");

        post(
                        "/api/v1/memberships/" + mistake + "/end",
                        world.cityAdmin(),
                        Map.of("lastDay", communes.today().minusDays(1).toString()))
                .statusCode(200)
                .body("active", equalTo(false));

        patch(address, world.admin(), Map.of("name", "Trần Thị Mới")).statusCode(200);
        post(address + "/disable", world.admin(), null).statusCode(200);
    }

    @Test
    void whoIsDisabledWithAPostElsewhereStillActsThere() {
        var person = takenIn(world.admin(), world.commune());
        add(person, world.sibling());
        post("/api/v1/people/" + person + "/disable", world.cityAdmin(), null).statusCode(200);

        problem(post("/api/v1/people/" + person + "/enable", world.admin(), null), 403, "person.also-elsewhere");
    }

    private ValidatableResponse csv(String address, String file) {
        return given().auth()
                .oauth2(world.admin())
                .contentType("text/csv; charset=UTF-8")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post(address)
                .then()
                .statusCode(200);
    }

    private UUID takenIn(String admin, UUID organization) {
        return UUID.fromString(post(
                        "/api/v1/organizations/" + organization + "/people",
                        admin,
                        Map.of(
                                "name",
                                "Trần Thị Thử",
                                "accountName",
                                "thu." + Ids.next(),
                                "membership",
                                Map.of(
                                        "roles",
                                        List.of("SPECIALIST"),
                                        "validFrom",
                                        communes.today().toString())))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
    }

    private UUID add(UUID person, UUID organization) {
        return UUID.fromString(post(
                        "/api/v1/people/" + person + "/memberships",
                        world.cityAdmin(),
                        Map.of(
                                "organizationId",
                                organization,
                                "roles",
                                List.of("SPECIALIST"),
                                "validFrom",
                                communes.today().toString()))
                .statusCode(201)
                .extract()
                .jsonPath()
                .getString("id"));
    }

    private long wanted(UUID person) {
        return db.withHandle(handle -> handle.createQuery("select wanted from provisioning where thing_id = :id")
                .bind("id", person)
                .mapTo(Long.class)
                .one());
    }
}
