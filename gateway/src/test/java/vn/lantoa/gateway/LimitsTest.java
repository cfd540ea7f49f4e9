package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the gateway refuses to everybody, whoever they are. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class LimitsTest {

    @Test
    void duringMaintenanceEverythingButHealthAnswers503AndItEndsWithTheFile() throws IOException {
        Files.writeString(Surroundings.MAINTENANCE, "");
        try {
            await().atMost(Duration.ofSeconds(10)).until(() -> status("/api/v1/plans") == 503);
            var refused = Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans")));
            assertThat(new JsonObject(refused.body()).getString("code")).isEqualTo("gateway.maintenance");
            assertThat(refused.headers().firstValue("retry-after")).contains("600");
            var page = Browser.send(HttpRequest.newBuilder(Browser.at("/")).header("Accept", "text/html"));
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("Hệ thống đang được bảo trì");
            assertThat(page.headers().firstValue("retry-after")).contains("600");
            assertThat(status("/q/health/ready")).isEqualTo(200);
            assertThat(status("/q/health/live")).isEqualTo(200);
        } finally {
            Files.delete(Surroundings.MAINTENANCE);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> status("/api/v1/plans") == 401);
    }

    @Test
    void oneAddressCannotTakeEveryPlace() {
        var flood = IntStream.range(0, 60)
                .mapToObj(i -> Browser.CLIENT.sendAsync(
                        HttpRequest.newBuilder(Browser.at("/api/v1/plans/silent"))
                                .header("Authorization", "Bearer x")
                                .build(),
                        HttpResponse.BodyHandlers.ofString()))
                .toList();
        var answers = flood.stream().map(CompletableFuture::join).toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(429, 504))
                .anySatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(504))
                .anySatisfy(answer -> {
                    assertThat(answer.statusCode()).isEqualTo(429);
                    assertThat(new JsonObject(answer.body()).getString("code")).isEqualTo("client.too-many-at-once");
                    assertThat(answer.headers().firstValue("retry-after")).isPresent();
                });
        assertThat(status("/api/v1/plans")).as("and the places are free again").isEqualTo(401);
    }

    @Test
    void hugeAddressesAndHeadersAreRefusedBeforeTheyReachAnybody() throws IOException {
        int before = Surroundings.REACHED.get();
        assertThat(raw("GET /api/v1/plans?" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n"))
                .contains(" 414 ");
        assertThat(raw("GET /api/v1/plans HTTP/1.1\r\nHost: a\r\nX-Big: " + "x".repeat(70_000) + "\r\n\r\n"))
                .contains(" 431 ");
        var many = new StringBuilder("GET /api/v1/plans HTTP/1.1\r\nHost: a\r\n");
        IntStream.range(0, 5_000).forEach(i -> many.append("X-").append(i).append(": 1234567\r\n"));
        assertThat(raw(many + "\r\n")).contains(" 431 ");
        assertThat(Surroundings.REACHED.get()).isEqualTo(before);
    }

    @Test
    void aBodyThatDripsInIsCutOff() throws IOException {
        assertThat(
                        raw(
                                "POST /api/v1/plans HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer x\r\nContent-Length: 1000\r\n\r\n{"))
                .startsWith("HTTP/1.1 408");
    }

    @Test
    void aTraceThatCameInGoesOnAndItsIdIsInTheAnswer() {
        var trace = "0af7651916cd43dd8448eb211c80319c";
        var response = Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans"))
                .header("Authorization", "Bearer x")
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
        assertThat(response.headers().firstValue("x-request-id")).contains(trace);
        assertThat(new JsonObject(response.body())
                        .getJsonObject("headers")
                        .getJsonArray("traceparent")
                        .getString(0))
                .contains(trace)
                .doesNotContain("b7ad6b7169203331");

        var refused = Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans"))
                .header("traceparent", "00-" + trace + "-b7ad6b7169203331-01"));
        assertThat(new JsonObject(refused.body()).getString("traceId")).isEqualTo(trace);
    }

    private static int status(String path) {
        return Browser.send(HttpRequest.newBuilder(Browser.at(path))).statusCode();
    }

    private static String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", Browser.at("/").getPort())) {
            socket.setSoTimeout(15_000);
            var out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (IOException closedMeanwhile) {
                // it may have seen enough
            }
            return new String(socket.getInputStream().readNBytes(20), StandardCharsets.US_ASCII);
        }
    }
}
