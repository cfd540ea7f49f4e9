package vn.lantoa.plan.quota;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.QuotaClass;
import vn.lantoa.events.QuotasRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.runtime.MovableClock;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Tokens;

/** A province of its own per test, so that no bucket is met twice. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class QuotaTest {

    private static final LocalDate SINCE = LocalDate.of(2025, 7, 1);

    @Inject
    DirectoryCopy copy;

    @Inject
    MovableClock clock;

    private final UUID province = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();
    private final String mark = province.toString().substring(0, 8);

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> {
            organization(province, "tinh", OrganizationLevel.CITY, null);
            organization(commune, "xa", OrganizationLevel.COMMUNE, province);
            member(province, "admin", Role.ADMIN);
            member(commune, "admin-xa", Role.ADMIN);
            member(commune, "chuyen-vien", Role.SPECIALIST);
        });
    }

    @AfterEach
    void timeIsLeftAsItWas() {
        clock.reset();
    }

    @Test
    void everyAnswerSaysWhatIsLeftAndTheOneTooManyWhenToComeBack() {
        allowed(2);

        asSpecialist()
                .statusCode(200)
                .header("RateLimit-Policy", equalTo("\"screen\";q=2;w=60"))
                .header("RateLimit", startsWith("\"screen\";r=1;t="));
        asSpecialist().statusCode(200).header("RateLimit", startsWith("\"screen\";r=0;t="));
        asSpecialist()
                .statusCode(429)
                .header("Retry-After", equalTo("30"))
                .header("RateLimit", startsWith("\"screen\";r=0;t="))
                .body("code", equalTo("client.quota-used-up"))
                .body("perMinute", equalTo(2));
        as("admin-xa", commune, "/api/v1/me").statusCode(200); // a client of its own

        clock.moveTo(clock.instant().plusSeconds(31));
        asSpecialist().statusCode(200);
    }

    @Test
    void whatHasNotChangedCostsNothing() {
        allowed(2);
        var tag = asSpecialist().statusCode(200).extract().header("ETag");

        for (int i = 0; i < 5; i++) {
            given().auth()
                    .oauth2(Tokens.of("chuyen-vien-" + mark, "xa-" + mark, commune))
                    .header("If-None-Match", tag)
                    .get("/api/v1/me")
                    .then()
                    .statusCode(304)
                    .header("RateLimit", startsWith("\"screen\";r=1;t="));
        }
    }

    @Test
    void quotaIsSetByThoseAboveAndByNobodyElse() {
        var tag = quotas("admin", province, commune)
                .statusCode(200)
                .body("items.find { it.quotaClass == 'MACHINE' }.setApart", equalTo(false))
                .extract()
                .header("ETag");

        set("admin", province, commune, null, "{\"machine\": 5}").statusCode(428);
        set("admin", province, commune, tag, "{\"machine\": 0}").statusCode(400);
        set("admin-xa", commune, commune, tag, "{\"machine\": 5}")
                .statusCode(409)
                .body("code", equalTo("quota.own"));
        set("admin-xa", commune, province, "*", "{\"machine\": 5}").statusCode(404);
        set("chuyen-vien", commune, commune, tag, "{\"machine\": 5}").statusCode(403);

        set("admin", province, commune, tag, "{\"machine\": 5}").statusCode(200);
        set("admin", province, commune, tag, "{\"machine\": 6}")
                .statusCode(412)
                .body("current.items.find { it.quotaClass == 'MACHINE' }.perMinute", equalTo(5));
        quotas("admin-xa", commune, commune).body("items.find { it.quotaClass == 'MACHINE' }.perMinute", equalTo(5));

        set("admin", province, commune, "*", "{}").statusCode(200);
        quotas("admin-xa", commune, commune).body("items.find { it.quotaClass == 'MACHINE' }.setApart", equalTo(false));
    }

    private void allowed(int perMinute) {
        var quota = new QuotasRecorded.Quota(QuotaClass.SCREEN, perMinute);
        QuarkusTransaction.requiringNew().run(() -> copy.apply(new QuotasRecorded(commune, List.of(quota))));
    }

    private ValidatableResponse asSpecialist() {
        return as("chuyen-vien", commune, "/api/v1/me");
    }

    private ValidatableResponse quotas(String who, UUID of, UUID whose) {
        return as(who, of, "/api/v1/organizations/" + whose + "/quotas");
    }

    private ValidatableResponse as(String who, UUID of, String path) {
        return given().auth().oauth2(token(who, of)).get(path).then();
    }

    private ValidatableResponse set(String who, UUID of, UUID whose, @Nullable String ifMatch, String body) {
        var request = given().auth()
                .oauth2(token(who, of))
                .contentType("application/json")
                .body(body);
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return request.put("/api/v1/organizations/" + whose + "/quotas").then();
    }

    private String token(String who, UUID of) {
        return Tokens.of(who + "-" + mark, (of.equals(province) ? "tinh-" : "xa-") + mark, of);
    }

    private void organization(UUID id, String alias, OrganizationLevel level, @Nullable UUID parent) {
        copy.apply(new OrganizationRecorded(
                id,
                alias + "-" + mark,
                "Cơ quan " + alias,
                OrganizationKind.PEOPLE_COMMITTEE,
                level,
                parent,
                null,
                null,
                null,
                SINCE,
                null,
                null,
                null,
                null));
    }

    private void member(UUID organization, String name, Role role) {
        var person = UUID.randomUUID();
        copy.apply(new MembershipRecorded(
                organization,
                UUID.randomUUID(),
                person,
                name + "-" + mark,
                MembershipRecorded.MemberKind.PERSON,
                "Người thử",
                null,
                null,
                List.of(role),
                null,
                SINCE,
                null,
                true));
    }
}
