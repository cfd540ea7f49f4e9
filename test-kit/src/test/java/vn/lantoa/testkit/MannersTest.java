package vn.lantoa.testkit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.http.EntityTag;
import vn.lantoa.testkit.TestDirectory.Person;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class MannersTest {

    private static final String ORDERS = "/api/v1/polite/orders";

    @Inject
    DirectoryCopy copy;

    @Inject
    Jdbi db;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
        PoliteResource.gate = new CountDownLatch(0);
    }

    @Test
    void repeatedRequestTakesEffectOnceAndIsAnsweredTheSame() {
        var key = UUID.randomUUID().toString();
        int before = PoliteResource.ORDERS.get();

        var first = order(TestDirectory.LEADER, key, "một")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", nullValue());
        order(TestDirectory.LEADER, key, "một")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", equalTo("true"))
                .header("Location", equalTo(first.extract().header("Location")))
                .contentType("application/json")
                .body(equalTo(first.extract().asString()));

        assertThat(PoliteResource.ORDERS.get()).isEqualTo(before + 1);
    }

    @Test
    void sameKeyForAnotherContentIsRefused() {
        var key = UUID.randomUUID().toString();
        order(TestDirectory.LEADER, key, "một").then().statusCode(201);

        problem(order(TestDirectory.LEADER, key, "hai").then(), 422, "idempotency.other-request");
    }

    @Test
    void keyOfSomebodyElseIsNotSeen() {
        var key = UUID.randomUUID().toString();
        int before = PoliteResource.ORDERS.get();
        order(TestDirectory.LEADER, key, "một").then().statusCode(201);

        order(TestDirectory.CLERK, key, "hai").then().statusCode(201).header("Idempotency-Replayed", nullValue());
        order(TestDirectory.OTHER_LEADER, key, "ba").then().statusCode(201).header("Idempotency-Replayed", nullValue());

        assertThat(PoliteResource.ORDERS.get()).isEqualTo(before + 3);
    }

    @Test
    void ofTwoAtOnceOneRunsAndTheOtherIsToldToWait() throws Exception {
        var key = UUID.randomUUID().toString();
        int before = PoliteResource.ORDERS.get();
        PoliteResource.gate = new CountDownLatch(1);
        try (var both = Executors.newFixedThreadPool(2)) {
            Callable<Response> repeated = () -> order(TestDirectory.LEADER, key, "slow");
            var refused = both.invokeAny(List.of(repeated, repeated));
            problem(refused.then(), 409, "idempotency.still-running").header("Retry-After", equalTo("1"));
            PoliteResource.gate.countDown();
        }
        org.awaitility.Awaitility.await()
                .untilAsserted(
                        () -> order(TestDirectory.LEADER, key, "slow").then().statusCode(201));
        assertThat(PoliteResource.ORDERS.get()).isEqualTo(before + 1);
    }

    @Test
    void requestWhoseProcessDiedBlocksItsKeyOnlyUntilItsLeaseEnds() {
        var key = UUID.randomUUID().toString();
        order(TestDirectory.LEADER, key, "một").then().statusCode(201);
        database(
                "update idempotency_key set status = null, leased_until = now() + interval '1 minute' where key = ?",
                key);
        problem(order(TestDirectory.LEADER, key, "một").then(), 409, "idempotency.still-running");

        database("update idempotency_key set leased_until = now() - interval '1 second' where key = ?", key);
        order(TestDirectory.LEADER, key, "một").then().statusCode(201).header("Idempotency-Replayed", nullValue());
    }

    @Test
    void failureOfOursIsNotKeptAndARefusalIs() {
        var broken = UUID.randomUUID().toString();
        int before = PoliteResource.ORDERS.get();
        order(TestDirectory.LEADER, broken, "broken").then().statusCode(500);
        order(TestDirectory.LEADER, broken, "broken")
                .then()
                .statusCode(500)
                .header("Idempotency-Replayed", nullValue());
        var refused = UUID.randomUUID().toString();
        order(TestDirectory.LEADER, refused, "refused").then().statusCode(409);
        problem(order(TestDirectory.LEADER, refused, "refused").then(), 409, "resource.changed-meanwhile")
                .header("Idempotency-Replayed", equalTo("true"));

        assertThat(PoliteResource.ORDERS.get()).isEqualTo(before + 3);
    }

    @Test
    void formIsRecognizedByItsPartsWhateverItsBoundary() {
        var key = UUID.randomUUID().toString();
        int before = PoliteResource.ORDERS.get();

        file(key, "nội dung", "a").then().statusCode(200);
        file(key, "nội dung", "a").then().statusCode(200).header("Idempotency-Replayed", equalTo("true"));
        problem(file(key, "nội dunG", "a").then(), 422, "idempotency.other-request");
        problem(file(key, "nội dung", "b").then(), 422, "idempotency.other-request");

        assertThat(PoliteResource.ORDERS.get()).isEqualTo(before + 1);
    }

    @Test
    void unusableKeyIsRefused() {
        problem(order(TestDirectory.LEADER, "x".repeat(256), "một").then(), 400, "idempotency.key-unusable");
        problem(order(TestDirectory.LEADER, "a b", "một").then(), 400, "idempotency.key-unusable");
    }

    @Test
    void wrongParametersAreNamed() {
        problem(get("?limt=5"), 400, "request.unknown-parameter")
                .body("errors.pointer", contains("?limt"))
                .body("knownParameters", contains("fields", "limit", "role", "unitId", "word"))
                .body("detail", containsString("fields, limit, role, unitId, word"));
        problem(get("?limit=5&limit=6"), 400, "request.invalid").body("errors.pointer", contains("?limit"));
        problem(get("?limit=five"), 400, "request.invalid").body("errors.pointer", contains("?limit"));
        problem(get("?limit=500"), 400, "request.invalid").body("errors.pointer", contains("?limit"));
        problem(get("?role=KING"), 400, "request.invalid").body("errors[0].detail", containsString("LEADER"));
        problem(get("?unitId=1-1-1-1-1"), 400, "request.invalid").body("errors.pointer", contains("?unitId"));
        get("?role=LEADER&word=a&word=b&limit=200").statusCode(200).body("words", contains("a", "b"));
    }

    @Test
    void answerHasOnlyTheFieldsThatAreAskedFor() {
        get("?fields=words,limit").statusCode(200).body("keySet()", containsInAnyOrder("limit", "words"));
        var page = get("/pages?fields=title.text,more.a").statusCode(200);
        page.body("items[0]", equalTo(Map.of("title", Map.of("text", "một"), "more", Map.of("a", "b"))))
                .body("next", equalTo("/api/v1/polite/pages?cursor=x&fields=title.text,more.a"));
        as(TestDirectory.LEADER)
                .get(page.extract().<String>path("next"))
                .then()
                .statusCode(200)
                .body("items[0].keySet()", containsInAnyOrder("title", "more"))
                .body("next", nullValue());
        assertThat(get("/pages?fields=share").extract().asString()).contains("{\"share\":70.50}");
        get("/pages?fields=title,title.text").body("items[0].title.role", equalTo("LEADER"));
        assertThat(page.extract().header("ETag"))
                .isNotEqualTo(get("/pages").extract().header("ETag"));
    }

    @Test
    void fieldThatIsNotThereIsRefused() {
        for (var wanted :
                List.of("nothing", "title.nothing", "number.x", "", "number,", "title..text", "items.number")) {
            problem(get("/pages?fields=" + wanted), 400, "request.invalid")
                    .body("errors.pointer", contains("?fields"))
                    .body("errors[0].detail", containsString("more, number, share, title"));
        }
        problem(get("/pages?fields=" + "number,".repeat(200) + "number"), 400, "request.invalid");
        problem(get("/pages?fields=number&fields=title"), 400, "request.invalid");
    }

    @Test
    void readsCarryAStrongTagAndCostNothingWhenKnown() {
        var tag = get("?limit=7").statusCode(200).extract().header("ETag");

        assertThat(tag).matches("\"[0-9a-f]{32}\"");
        as(TestDirectory.LEADER)
                .header("If-None-Match", tag)
                .get("/api/v1/polite?limit=7")
                .then()
                .statusCode(304)
                .header("ETag", equalTo(tag))
                .body(equalTo(""));
        as(TestDirectory.LEADER)
                .header("If-None-Match", tag)
                .get("/api/v1/polite?limit=8")
                .then()
                .statusCode(200);
    }

    @Test
    void changeNamesWhatItWasMadeForAndWhoComesLateSeesTheNewest() {
        var id = UUID.randomUUID();
        var address = "/api/v1/polite/things/" + id;
        var first = as(TestDirectory.LEADER)
                .header("If-Match", "*")
                .put(address)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        var second = as(TestDirectory.LEADER).header("If-Match", first).put(address);
        second.then().statusCode(200);

        problem(as(TestDirectory.LEADER).put(address).then(), 428, "request.precondition-required");
        problem(
                        as(TestDirectory.LEADER)
                                .header("If-Match", first)
                                .put(address)
                                .then(),
                        412,
                        "resource.changed-meanwhile")
                .header("ETag", equalTo(second.header("ETag")))
                .body("current.id", equalTo(id.toString()))
                .body("current.version", notNullValue());
        var ofAnother = EntityTag.ofVersion(UUID.randomUUID(), second.path("version") instanceof Integer it ? it : 0);
        problem(
                as(TestDirectory.LEADER)
                        .header("If-Match", ofAnother.quoted())
                        .put(address)
                        .then(),
                412,
                "resource.changed-meanwhile");
    }

    @Test
    void patchChangesWhatItNamesAndIsReadAsStrictlyAsABody() {
        patch("{\"title\":\"Mới\"}")
                .statusCode(200)
                .body("title", equalTo("Mới"))
                .body("text", equalTo("giữ lại"));
        patch("{\"text\":null}").statusCode(200).body("text", nullValue());
        problem(patch("{\"titel\":\"Mới\"}"), 400, "request.unknown-field").body("errors.pointer", contains("/titel"));
        problem(patch("{\"title\":null}"), 400, "request.invalid").body("errors.pointer", contains("/title"));
        problem(patch("{\"title\":\"quá dài\"}"), 400, "request.invalid").body("errors.pointer", contains("/title"));
        problem(patch("[]"), 400, "request.malformed");
        problem(patch("{"), 400, "request.malformed");
    }

    @Test
    void manyChangesAreAnsweredOneByOneOrDoneTogether() {
        bulk("", List.of("a", "refused", "b"))
                .statusCode(207)
                .body("items.status", contains(200, 404, 200))
                .body("items[1].problem.code", equalTo("resource.not-found"))
                .body("items[0].etag", notNullValue());
        bulk("?atomic=true", List.of("a", "refused", "b"))
                .statusCode(207)
                .body("items.status", contains(424, 404, 424))
                .body("items.id", hasItem(nullValue()));
        bulk("", java.util.Collections.nCopies(501, "a")).statusCode(400);
    }

    private static RequestSpecification as(Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private static Response order(Person person, String key, String text) {
        return as(person)
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(Map.of("text", text))
                .post(ORDERS);
    }

    private static Response file(String key, String content, String note) {
        return as(TestDirectory.LEADER)
                .header("Idempotency-Key", key)
                .multiPart("file", "tep.txt", content.getBytes(StandardCharsets.UTF_8))
                .multiPart("note", note)
                .post("/api/v1/polite/files");
    }

    private static ValidatableResponse get(String query) {
        return as(TestDirectory.LEADER).get("/api/v1/polite" + query).then();
    }

    private static ValidatableResponse patch(String body) {
        return as(TestDirectory.LEADER)
                .contentType("application/merge-patch+json")
                .body(body.getBytes(StandardCharsets.UTF_8))
                .patch("/api/v1/polite/note")
                .then();
    }

    private static ValidatableResponse bulk(String query, List<String> items) {
        return as(TestDirectory.LEADER)
                .contentType("application/json")
                .body(Map.of("items", items))
                .post("/api/v1/polite/bulk" + query)
                .then();
    }

    private void database(String statement, String key) {
        QuarkusTransaction.requiringNew().run(() -> db.useHandle(handle -> handle.execute(statement, key)));
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String code) {
        return answer.statusCode(status).contentType("application/problem+json").body("code", equalTo(code));
    }
}
