package vn.lantoa.plan.people;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;

/** Requests as the tests of people send them; a change is for whatever state there is. */
public final class PeopleRequests {

    private PeopleRequests() {}

    public static ValidatableResponse get(String address, String token) {
        return given().auth().oauth2(token).get(address).then();
    }

    public static ValidatableResponse post(String address, String token, @Nullable Object body) {
        var request = given().auth().oauth2(token).header("If-Match", "*");
        return (body == null ? request : request.contentType("application/json").body(body))
                .post(address)
                .then();
    }

    public static ValidatableResponse patch(String address, String token, Object body) {
        return given().auth()
                .oauth2(token)
                .header("If-Match", "*")
                .contentType("application/merge-patch+json; charset=UTF-8")
                .body(body)
                .patch(address)
                .then();
    }

    public static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status).body("code", equalTo(code));
    }
}
