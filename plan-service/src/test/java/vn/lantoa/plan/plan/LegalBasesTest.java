package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static vn.lantoa.plan.plan.PlanScenario.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** The city asks which communes have issued a plan on a document, and which have not; what the plans say stays theirs. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class LegalBasesTest {

    private static final String CITY_PLAN = "12/KH-UBND";

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void theCitySeesWhoIssuedAPlanOnADocumentAndWhoDidNot() {
        var draft = PlanScenario.submitted();
        var issued = PlanScenario.approved();
        PlanScenario.post(
                        TestDirectory.CLERK,
                        issued,
                        "promulgate",
                        Map.of("withoutNumber", true, "promulgatedOn", "2026-11-23"))
                .statusCode(200);

        var plans = plansOn(TestDirectory.CITY_LEADER, " 12 /kh-ubnd");

        assertThat(plans.getList("items.planId", String.class))
                .as("in any way of writing the number")
                .contains(issued)
                .doesNotContain(draft);
        assertThat(plans.getString("items.find { it.planId == '" + issued + "' }.organization"))
                .isEqualTo(TestDirectory.COMMUNE.name());
        as(TestDirectory.CITY_LEADER).get("/api/v1/plans/" + issued).then().statusCode(404);

        var missing = as(TestDirectory.CITY_LEADER)
                .queryParam("number", CITY_PLAN)
                .get("/api/v1/legal-bases/missing")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(missing.getList("items.organizationId", String.class))
                .contains(TestDirectory.OTHER_COMMUNE.id().toString())
                .doesNotContain(TestDirectory.COMMUNE.id().toString());
    }

    @Test
    void aNeighbourSeesNothingOfIt() {
        var issued = PlanScenario.approved();
        PlanScenario.post(
                        TestDirectory.CLERK,
                        issued,
                        "promulgate",
                        Map.of("withoutNumber", true, "promulgatedOn", "2026-11-23"))
                .statusCode(200);

        assertThat(plansOn(TestDirectory.LEADER, CITY_PLAN).getList("items.planId"))
                .contains(issued);
        assertThat(plansOn(TestDirectory.OTHER_LEADER, CITY_PLAN).getList("items.planId"))
                .doesNotContain(issued);
    }

    @Test
    void whatIsNoNumberIsRefused() {
        for (var odd : new String[] {"", "%", "<script>", "a".repeat(61)}) {
            as(TestDirectory.CITY_LEADER)
                    .queryParam("number", odd)
                    .get("/api/v1/legal-bases/plans")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
        as(TestDirectory.CITY_LEADER)
                .queryParam("number", "999/KH-KHAC")
                .get("/api/v1/legal-bases/plans")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    private static JsonPath plansOn(TestDirectory.Person reader, String number) {
        return as(reader)
                .queryParam("number", number.strip())
                .get("/api/v1/legal-bases/plans?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
