package vn.lantoa.testkit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RetiringTest {

    private static final String OLD = "/api/v1/polite/old";
    private static final String USES = "/api/v1/audit/kit-test/retiring";

    @Inject
    DirectoryCopy copy;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }

    @Test
    void everyAnswerSaysUntilWhenAndWhatInstead() {
        given().auth()
                .oauth2(Tokens.of(TestDirectory.LEADER))
                .get(OLD)
                .then()
                .statusCode(200)
                .header("Deprecation", equalTo("@1793491200"))
                .header("Sunset", equalTo("Wed, 30 Jun 2027 00:00:00 GMT"))
                .header("Link", equalTo("</api/v1/polite>; rel=\"successor-version\""));
    }

    @Test
    void aRequestThatMeetsNoEndpointIsRefusedAsAlways() {
        given().auth()
                .oauth2(Tokens.of(TestDirectory.LEADER))
                .contentType("text/html")
                .body("x")
                .post("/api/v1/polite/orders")
                .then()
                .statusCode(415);
        given().auth()
                .oauth2(Tokens.of(TestDirectory.LEADER))
                .delete(OLD)
                .then()
                .statusCode(405);
    }

    @Test
    void whoStillCallsItIsReadByTheirOwnOrganizationAlone() {
        for (int i = 0; i < 3; i++) {
            given().auth()
                    .oauth2(Tokens.of(TestDirectory.SPECIALIST))
                    .get(OLD)
                    .then()
                    .statusCode(200);
        }

        given().auth()
                .oauth2(Tokens.of(TestDirectory.ADMIN))
                .get(USES)
                .then()
                .statusCode(200)
                .body("items.caller", hasItem(TestDirectory.SPECIALIST.subject()))
                .body(
                        "items.findAll { it.caller == '%s' }.operation".formatted(TestDirectory.SPECIALIST.subject()),
                        contains("GET /api/v1/polite/old"));
        given().auth()
                .oauth2(Tokens.of(TestDirectory.OTHER_LEADER))
                .get(USES)
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
        given().auth()
                .oauth2(Tokens.of(TestDirectory.SPECIALIST))
                .get(USES)
                .then()
                .statusCode(403);
    }
}
