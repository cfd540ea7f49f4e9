package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What passes, what it looks like on the other side, and what is refused, against real servers. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class ApiProxyTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)content-length: (\\d+)");

    @ParameterizedTest
    @CsvSource({
        "/api/v1/organizations/1/units, plan-service",
        "/api/v1/me, plan-service",
        "/api/v1/plans, plan-service",
        "/api/v1/registers/2026, plan-service",
        "/api/v1/calendars, plan-service",
        "/api/v1/tasks/count, task-service",
        "/api/v1/evidence, task-service",
        "/api/v1/me/tasks, task-service",
        "/api/v1/me/today, task-service",
        "/api/v1/handovers, task-service",
        "/api/v1/audit/task-service/entries, task-service",
        "/api/v1/audit/plan-service/head, plan-service",
        "/api/v1/indicators, reporting-service",
        "/api/v1/figures, reporting-service",
        "/api/v1/rollups, reporting-service",
        "/api/v1/report-obligations, reporting-service",
        "/api/v1/report-rounds/1/matrix, reporting-service",
        "/api/v1/reports/1/send, reporting-service",
        "/api/v1/exports, reporting-service",
        "/api/v1/changes, reporting-service",
        "/api/v1/boards, reporting-service"
    })
    void aPathGoesToTheServiceThatOwnsIt(String path, String service) {
        var echo = echo(get(path + "?after=a%20b&x=%2F"));
        assertThat(echo.getString("service")).isEqualTo(service);
        assertThat(echo.getString("uri")).isEqualTo(path + "?after=a%20b&x=%2F");
    }

    @Test
    void aBearerIsRelayedUntouchedAndNothingIsBelievedThatAClientClaimsAboutItself() throws IOException {
        var answer =
                raw("GET /api/v1/plans HTTP/1.1\r\nHost: evil.test\r\nAuthorization: Bearer abc.def\r\nCookie: a=b\r\n"
                        + "X-Gw-Token: forged\r\nX-Forwarded-For: 6.6.6.6\r\nX-Forwarded-Proto: https\r\nForwarded: for=6.6.6.6\r\n"
                        + "X-Real-IP: 6.6.6.6\r\nTE: trailers\r\nX-Secret: 1\r\nIf-None-Match: \"1\"\r\n"
                        + "Connection: X-Secret\r\n\r\n");
        var headers = new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4)).getJsonObject("headers");

        assertThat(headers.getJsonArray("authorization")).containsExactly("Bearer abc.def");
        assertThat(headers.getJsonArray("if-none-match")).containsExactly("\"1\"");
        assertThat(headers.getJsonArray("x-forwarded-for")).containsExactly("127.0.0.1");
        assertThat(headers.getJsonArray("x-forwarded-proto")).containsExactly("http");
        assertThat(headers.getJsonArray("x-forwarded-host")).containsExactly("gateway.test");
        assertThat(headers.fieldNames())
                .doesNotContain("cookie", "x-gw-token", "forwarded", "x-real-ip", "te", "x-secret", "connection");
    }

    @Test
    void theCallersTraceGoesOnUnderASpanOfTheGateway() {
        var trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        var echo = echo(Browser.send(
                authorized("/api/v1/plans").header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")));

        var received = echo.getJsonObject("headers").getJsonArray("traceparent");
        assertThat(received).hasSize(1);
        assertThat(received.getString(0)).startsWith("00-" + trace).doesNotContain("00f067aa0ba902b7");
    }

    @Test
    void statusBodyAndEntityTagOfARefusalPassAndWhatBetraysTheInsideDoesNot() {
        var response = get("/api/v1/plans/refused");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).isEqualTo("{\"code\":\"plan.not-submitted\"}");
        assertThat(response.headers().firstValue("etag")).contains("\"7\"");
        assertThat(response.headers().map()).doesNotContainKeys("set-cookie", "server", "x-internal");
        assertThat(response.headers().firstValue("x-content-type-options")).contains("nosniff");
    }

    @Test
    void anUnchangedResourceAndAHeadRequestPass() {
        assertThat(get("/api/v1/plans/unchanged").statusCode()).isEqualTo(304);
        var head = Browser.send(authorized("/api/v1/plans").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValueAsLong("content-length").orElse(0)).isPositive();
    }

    @Test
    void noPathEscapesThePrefixThatWasMatched() throws IOException {
        int before = Surroundings.REACHED.get();
        for (var path : new String[] {
            "/api/v1/plans/../../../q/metrics",
            "/api/v1/plans/%2e%2e/%2e%2e/%2e%2e/q/metrics",
            "/api/v1/plansx",
            "/q/metrics"
        }) {
            var answer =
                    raw("GET " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(path).startsWith("HTTP/1.1 404").contains("resource.not-found");
        }
        assertThat(Surroundings.REACHED.get()).isEqualTo(before);
    }

    @Test
    void withoutTokenOrSessionTheAnswerIsAProblemInTheCallersLanguageNeverARedirect() {
        var vietnamese = Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans")));
        assertThat(vietnamese.statusCode()).isEqualTo(401);
        assertThat(vietnamese.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(vietnamese.headers().firstValue("www-authenticate")).contains("Bearer");
        var problem = new JsonObject(vietnamese.body());
        assertThat(problem.getString("type")).isEqualTo("urn:lantoa:problem:token.missing");
        assertThat(problem.getString("title")).isEqualTo("Chưa đăng nhập");
        assertThat(problem.getString("traceId")).matches("[0-9a-f]{32}");

        var english = Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans"))
                .header("Accept-Language", "fr, en-GB;q=0.9, vi;q=0.8"));
        assertThat(new JsonObject(english.body()).getString("title")).isEqualTo("Not signed in");
        assertThat(english.headers().firstValue("content-language")).contains("en");
    }

    @Test
    void addressesThatCarryTheirOwnSecretNeedNoLogin() {
        // The service behind it is down here; what matters is that the gateway did not ask for a login.
        var feed = Browser.at("/api/v1/calendar-feeds/secret.ics");
        assertThat(Browser.send(HttpRequest.newBuilder(feed)).statusCode()).isEqualTo(503);
        assertThat(Browser.send(HttpRequest.newBuilder(feed).header("Cookie", "q_session=ended"))
                        .statusCode())
                .as("an ended session is no worse than none")
                .isEqualTo(503);
    }

    @Test
    void aLargeUploadArrivesWholeWhetherItSaysItsLengthOrNot() {
        var file = new byte[29 * MEGABYTE];
        new Random(7).nextBytes(file);
        var echo = echo(
                Browser.send(authorized("/api/v1/plans/imports").POST(HttpRequest.BodyPublishers.ofByteArray(file))));
        assertThat(echo.getInteger("length")).isEqualTo(file.length);
        assertThat(echo.getString("sha256"))
                .isEqualTo(HexFormat.of().formatHex(Surroundings.sha256().digest(file)));

        var chunked = echo(Browser.send(authorized("/api/v1/plans/imports")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(file)))));
        assertThat(chunked.getInteger("length")).isEqualTo(file.length);
    }

    @Test
    void aBodyThatIsTooLargeIsRefusedWhetherItSaysItsLengthOrNot() throws IOException {
        var declared =
                raw("POST /api/v1/plans/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nContent-Length: "
                        + 31 * MEGABYTE + "\r\n\r\n");
        assertThat(declared).startsWith("HTTP/1.1 413").contains("request.too-large");

        int chunk = 64 * 1024;
        var undeclared = new StringBuilder();
        try (var socket = new Socket("localhost", Browser.at("/").getPort())) {
            socket.setSoTimeout(10_000);
            var out = socket.getOutputStream();
            out.write(
                    "POST /api/v1/plans/imports HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nTransfer-Encoding: chunked\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var payload = new byte[chunk];
            try {
                for (int sent = 0; sent < 40 * MEGABYTE; sent += chunk) {
                    out.write((Integer.toHexString(chunk) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                    out.write(payload);
                    out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                }
            } catch (IOException refusedMeanwhile) {
                // the answer may still be there to read
            }
            undeclared.append(new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII));
        }
        assertThat(undeclared.toString()).isEqualTo("HTTP/1.1 413");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/plans/imports, 30",
        "/api/v1/tasks/7/evidence, 26",
        "/api/v1/organizations/imports/preview, 5",
        "/api/v1/organizations/7/people/imports, 5",
        "/api/v1/organizations/7/units/imports/preview, 5",
        "/api/v1/tasks/7, 1",
        "/api/v1/plans, 1"
    })
    void everyAddressTakesAsMuchAsItsServiceAndTheRefusalNamesTheLimit(String path, int limit) throws IOException {
        var answer = raw("POST " + path + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nContent-Length: "
                + (limit * MEGABYTE + 1) + "\r\n\r\n");
        assertThat(answer)
                .startsWith("HTTP/1.1 413")
                .contains("application/problem+json")
                .contains("tối đa " + limit + " MB");

        var largest = echo(Browser.send(
                authorized(path).POST(HttpRequest.BodyPublishers.ofByteArray(new byte[limit * MEGABYTE]))));
        assertThat(largest.getInteger("length")).isEqualTo(limit * MEGABYTE);
    }

    @Test
    void whoIsRefusedCannotGoOnSendingForEver() throws IOException {
        try (var socket = new Socket("localhost", Browser.at("/").getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write("POST /api/v1/plans HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            var untilClosed = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(untilClosed).startsWith("HTTP/1.1 401");
        }
    }

    @Test
    void aDeadServiceIsAnsweredForAtOnceAndTheOthersGoOn() {
        var started = System.nanoTime();
        var response = get("/api/v1/notifications");
        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofSeconds(5));
        assertThat(response.statusCode()).isEqualTo(503);
        assertThat(response.headers().firstValue("retry-after")).contains("5");
        assertThat(new JsonObject(response.body()).getString("code")).isEqualTo("service.unavailable");

        assertThat(get("/api/v1/plans").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatSaysNothingIsGivenUpAfterTheConfiguredTime() {
        for (var request : new HttpRequest.Builder[] {
            authorized("/api/v1/plans/silent"),
            authorized("/api/v1/plans/silent").POST(HttpRequest.BodyPublishers.ofString("{}"))
        }) {
            var response = Browser.send(request);
            assertThat(response.statusCode()).isEqualTo(504);
            assertThat(new JsonObject(response.body()).getString("code")).isEqualTo("service.silent");
        }
    }

    @Test
    void aServiceThatHangsUpIsAProblemAndABrokenAnswerIsNeverTakenForAWholeOne() {
        assertThat(get("/api/v1/plans/hangs-up").statusCode()).isEqualTo(503);
        assertThatThrownBy(() -> get("/api/v1/plans/broken")).hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void aReadIsAskedAgainWhenTheConnectionDiedWithARestartButAChangeNever() {
        assertThat(get("/api/v1/plans/restarted").statusCode()).isEqualTo(200);

        int before = Surroundings.REACHED.get();
        var change = Browser.send(authorized("/api/v1/plans/hangs-up").POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(change.statusCode()).isEqualTo(503);
        assertThat(Surroundings.REACHED.get() - before).isEqualTo(1);
    }

    @Test
    void scriptsOfAConfiguredOriginMayCallAndOthersGetNoPermission() throws IOException {
        var preflight =
                "OPTIONS /api/v1/plans HTTP/1.1\r\nHost: x\r\nOrigin: %s\r\nAccess-Control-Request-Method: POST\r\n"
                        + "Access-Control-Request-Headers: authorization,idempotency-key\r\nConnection: close\r\n\r\n";
        assertThat(raw(preflight.formatted(Surroundings.CORS_ORIGIN)).toLowerCase(Locale.ROOT))
                .startsWith("http/1.1 204")
                .contains("access-control-allow-origin: " + Surroundings.CORS_ORIGIN)
                .contains("access-control-allow-headers: authorization,idempotency-key")
                .doesNotContain("access-control-allow-credentials");
        assertThat(raw(preflight.formatted("https://evil.test")).toLowerCase(Locale.ROOT))
                .startsWith("http/1.1 204")
                .doesNotContain("access-control-allow");

        var call = Browser.send(authorized("/api/v1/plans").header("Origin", Surroundings.CORS_ORIGIN));
        assertThat(call.headers().firstValue("access-control-allow-origin")).contains(Surroundings.CORS_ORIGIN);
        assertThat(call.headers().firstValue("access-control-expose-headers").orElse(""))
                .contains("ETag");
    }

    @Test
    void headersLargerThanTheLimitNeverReachAService() throws IOException {
        int before = Surroundings.REACHED.get();
        var answer = raw("GET /api/v1/plans HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a\r\nX-Long: "
                + "a".repeat(40_000) + "\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 431");
        assertThat(Surroundings.REACHED.get()).isEqualTo(before);
    }

    private static HttpRequest.Builder authorized(String path) {
        return HttpRequest.newBuilder(Browser.at(path)).header("Authorization", "Bearer a.b.c");
    }

    private static HttpResponse<String> get(String path) {
        return Browser.send(authorized(path));
    }

    private static JsonObject echo(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new JsonObject(response.body());
    }

    /** For what an HTTP client of good manners would not send. */
    /** A request byte by byte: clients refuse to send some of what servers must bear. */
    static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", Browser.at("/").getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            var answer = new ByteArrayOutputStream();
            int octet = 0;
            while (!isWhole(answer) && (octet = socket.getInputStream().read()) != -1) {
                answer.write(octet);
            }
            return answer.toString(StandardCharsets.UTF_8);
        }
    }

    private static boolean isWhole(ByteArrayOutputStream answer) {
        var text = answer.toString(StandardCharsets.ISO_8859_1);
        int headEnd = text.indexOf("\r\n\r\n");
        if (headEnd < 0) {
            return false;
        }
        var length = CONTENT_LENGTH.matcher(text.substring(0, headEnd));
        return length.find() && text.length() - headEnd - 4 >= Integer.parseInt(length.group(1));
    }
}
