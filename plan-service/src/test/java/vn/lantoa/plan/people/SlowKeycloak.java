package vn.lantoa.plan.people;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A Keycloak that takes a password only when somebody asks for {@code /go}, and says on {@code /asked} once it was asked to. */
public final class SlowKeycloak implements QuarkusTestResourceLifecycleManager {

    static final String ADDRESS = "test.slow-keycloak";

    private static final int LONGEST_SECONDS = 8;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private HttpServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(
                "/realms", exchange -> answer(exchange, 200, "{\"access_token\": \"t\", \"expires_in\": 300}"));
        server.createContext("/admin", exchange -> {
            asked.countDown();
            await(go);
            answer(exchange, 204, "");
        });
        server.createContext("/asked", exchange -> {
            await(asked);
            answer(exchange, 200, "yes");
        });
        server.createContext("/go", exchange -> {
            go.countDown();
            answer(exchange, 200, "gone");
        });
        server.start();
        var address = "http://localhost:" + server.getAddress().getPort();
        return Map.of(
                ADDRESS,
                address,
                "lantoa.provisioning.realm-url",
                address + "/realms/lantoa",
                "lantoa.provisioning.client-secret",
                "secret");
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
