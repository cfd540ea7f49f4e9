package vn.lantoa.plan.people;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.lantoa.plan.people.PeopleRequests.patch;
import static vn.lantoa.plan.people.PeopleRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.Role;
import vn.lantoa.testkit.LantoaTestResource;

/** While Keycloak takes its time over one password, the whole country can go on changing the directory. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
@QuarkusTestResource(value = SlowKeycloak.class, restrictToAnnotatedClass = true)
class FirstPasswordTest {

    @Inject
    TwoCommunes communes;

    @Inject
    Jdbi db;

    @Test
    void nobodyWaitsForKeycloakAtTheLockOfTheDirectory() {
        var keycloak = ConfigProvider.getConfig().getValue(SlowKeycloak.ADDRESS, String.class);
        var world = communes.make();
        var newcomer = communes.person(world.commune(), null, Role.SPECIALIST);
        var somebodyElse = communes.person(world.sibling(), null, Role.SPECIALIST);
        var password = CompletableFuture.supplyAsync(
                () -> post("/api/v1/people/" + newcomer + "/first-password", world.admin(), null));
        given().get(keycloak + "/asked").then().statusCode(200);

        patch("/api/v1/people/" + somebodyElse, world.siblingAdmin(), Map.of("name", "Trần Thị Mới"))
                .statusCode(200);

        assertThat(password).isNotDone();
        given().get(keycloak + "/go").then().statusCode(200);
        var told = password.join().statusCode(200).extract().jsonPath().getString("password");
        assertThat(told).hasSize(20);
        var audited = db.withHandle(handle -> handle.createQuery("""
                        select content from (
                            select content from audit_waiting
                            union all select canonical from audit_entry) entry
                        where content like '%RecordFirstPassword%' and content like :person""")
                .bind("person", "%" + newcomer + "%")
                .mapTo(String.class)
                .list());
        assertThat(audited).hasSize(1).allSatisfy(it -> assertThat(it).doesNotContain(told));
    }
}
