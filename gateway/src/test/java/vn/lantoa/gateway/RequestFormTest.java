package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is HTTP but no proper request is refused at the door, with a problem and before a service sees it. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class RequestFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/plans/%",
                "/api/v1/plans/%zz",
                "/api/v1/plans/%u0000",
                "/api/v1/plans?state=%",
                "/api/v1/plans?a=%zz",
                "/api/v1/plans/{id}",
                "/api/v1/plans|"
            })
    void anAddressThatCannotBeReadIsAProblem(String address) throws IOException {
        var answer = ApiProxyTest.raw("GET " + address + " HTTP/1.1\r\nHost: x\r\nAccept-Language: en\r\n"
                + "Authorization: Bearer a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(problem(answer).getString("code")).isEqualTo("request.malformed");
        assertThat(problem(answer).getString("title")).isEqualTo("Malformed request");
        assertThat(problem(answer).getString("traceId")).isNotBlank();
    }

    @Test
    void anAddressLongerThanTheServicesReadIsAProblemHereAlready() throws IOException {
        var answer = ApiProxyTest.raw("GET /api/v1/plans?cursor=" + "A".repeat(4_100)
                + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 414 ");
        assertThat(problem(answer).getString("code")).isEqualTo("request.address-too-long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "chunked, chunked", "gzip, chunked"})
    void aBodyInACodingThatTwoServersMayReadDifferentlyIsRefused(String coding) throws IOException {
        var answer = ApiProxyTest.raw("POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\n"
                + "Transfer-Encoding: " + coding + "\r\nConnection: close\r\n\r\n0\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(problem(answer).getString("code")).isEqualTo("request.malformed");
    }

    @Test
    void aReadThatBringsABodyReachesTheServiceWithoutIt() throws IOException {
        var answer = ApiProxyTest.raw("GET /api/v1/plans HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\n"
                + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n");

        var echo = problem(answer);
        assertThat(echo.getInteger("length")).isZero();
        assertThat(echo.getJsonObject("headers").fieldNames()).doesNotContain("transfer-encoding", "content-length");
    }

    private static JsonObject problem(String answer) {
        return new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
    }
}
