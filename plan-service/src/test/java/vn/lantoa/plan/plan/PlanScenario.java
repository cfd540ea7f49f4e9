package vn.lantoa.plan.plan;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

/** The way of a plan over HTTP, as far as a test needs it. */
public final class PlanScenario {

    private PlanScenario() {}

    public static String document() {
        try (var in = PlanScenario.class.getResourceAsStream("/plan/ke-hoach-xa-mot.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static RequestSpecification as(TestDirectory.Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    public static ValidatableResponse importing(TestDirectory.Person person, String text) {
        return as(person)
                .contentType("text/plain; charset=UTF-8")
                .body(text.getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/plans/imports")
                .then();
    }

    public static JsonPath draft() {
        return importing(TestDirectory.SPECIALIST, document())
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    public static ValidatableResponse post(TestDirectory.Person person, String planId, String address, Object body) {
        return as(person)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post("/api/v1/plans/" + planId + "/" + address)
                .then();
    }

    public static JsonPath read(TestDirectory.Person person, String planId) {
        return as(person)
                .get("/api/v1/plans/" + planId)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The question about a field of the document. */
    public static String question(JsonPath plan, String code) {
        return plan.getString("openQuestions.find { it.code == '" + code + "' }.id");
    }

    /** Answers the one question that blocks: who leads task 1.2. */
    public static void complete(JsonPath draft) {
        post(
                        TestDirectory.SPECIALIST,
                        draft.getString("id"),
                        "questions/" + question(draft, "TASK_LEAD") + "/answer",
                        Map.of(
                                "kind",
                                "UNIT",
                                "unitId",
                                TestDirectory.ECONOMY.id().toString()))
                .statusCode(200);
    }

    public static String submitted() {
        var draft = draft();
        complete(draft);
        post(TestDirectory.CULTURE_HEAD, draft.getString("id"), "submit", Map.of())
                .statusCode(200);
        return draft.getString("id");
    }

    public static String approved() {
        var id = submitted();
        post(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "TM")).statusCode(200);
        return id;
    }
}
