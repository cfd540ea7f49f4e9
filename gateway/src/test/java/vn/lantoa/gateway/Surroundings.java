package vn.lantoa.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Real HTTP servers around the gateway: three services that say what reached them, one that is down, and a login. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

    static final String PUBLIC_URL = "http://gateway.test";
    static final String CORS_ORIGIN = "https://app.test";
    static final AtomicInteger REACHED = new AtomicInteger();
    private static final AtomicInteger RESTARTS = new AtomicInteger();
    static final Path MAINTENANCE = Path.of("target/maintenance-for-tests").toAbsolutePath();
    static LoginProvider login;

    private Vertx vertx;

    @Override
    public Map<String, String> start() {
        RequestForm.takeOver(); // as main does
        vertx = Vertx.vertx();
        login = new LoginProvider(vertx);
        return Map.ofEntries(
                Map.entry("lantoa.gateway.services.plan-service.url", url(service("plan-service"))),
                Map.entry("lantoa.gateway.services.task-service.url", url(service("task-service"))),
                Map.entry("lantoa.gateway.services.reporting-service.url", url(service("reporting-service"))),
                Map.entry("lantoa.gateway.services.notification-service.url", "http://127.0.0.1:" + closedPort()),
                Map.entry("lantoa.gateway.silence-timeout", "2S"),
                Map.entry("lantoa.gateway.public-url", PUBLIC_URL),
                Map.entry("lantoa.gateway.cors-origins", CORS_ORIGIN),
                Map.entry("lantoa.gateway.memberships-path", "/api/v1/organizations/mine"),
                Map.entry("lantoa.gateway.identity-providers", "phuong-ben-song=bensong.example"),
                Map.entry("lantoa.gateway.maintenance-file", MAINTENANCE.toString()),
                Map.entry("lantoa.gateway.max-concurrent-per-address", "40"),
                Map.entry("lantoa.gateway.body-grace", "1S"),
                Map.entry("lantoa.gateway.body-bytes-per-second", "1M"),
                Map.entry("lantoa.gateway.issuer", login.issuer()),
                Map.entry("quarkus.oidc.auth-server-url", login.issuer()),
                Map.entry("quarkus.oidc.token.issuer", login.issuer()),
                Map.entry("quarkus.oidc.credentials.secret", LoginProvider.CLIENT_SECRET),
                Map.entry("quarkus.oidc.authentication.redirect-path", PUBLIC_URL + "/auth/callback"),
                Map.entry("quarkus.oidc.authentication.state-secret", "a-secret-for-tests-of-32-letters-"),
                Map.entry("quarkus.oidc.token-state-manager.encryption-secret", "a-secret-for-tests-of-32-letters-"),
                Map.entry("quarkus.http.test-port", "0"));
    }

    @Override
    public void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private HttpServer service(String name) {
        return vertx.createHttpServer()
                .requestHandler(request -> answer(name, request))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static void answer(String name, HttpServerRequest request) {
        REACHED.incrementAndGet();
        var response = request.response();
        switch (request.path()) {
            case "/q/openapi" -> response.end(description(name).toBuffer());
            case "/api/v1/organizations/mine" ->
                response.end(memberships(request).toBuffer());
            case "/api/v1/plans/silent" -> {} // never answers
            case "/api/v1/plans/refused" ->
                response.setStatusCode(409)
                        .putHeader("Content-Type", "application/problem+json")
                        .putHeader("ETag", "\"7\"")
                        .putHeader("Set-Cookie", "a=b")
                        .putHeader("Server", "secret/1.0")
                        .putHeader("Connection", "X-Internal")
                        .putHeader("X-Internal", "1")
                        .end("{\"code\":\"plan.not-submitted\"}");
            case "/api/v1/plans/unchanged" ->
                response.setStatusCode(304).putHeader("ETag", "\"7\"").end();
            case "/api/v1/plans/broken" ->
                response.putHeader("Content-Length", "100").write("half").onComplete(written -> request.connection()
                        .close());
            case "/api/v1/plans/hangs-up" -> request.connection().close();
            case "/api/v1/plans/restarted" -> {
                if (RESTARTS.getAndIncrement() == 0) {
                    request.connection().close();
                } else {
                    echo(name, request);
                }
            }
            default -> echo(name, request);
        }
    }

    /** As the token says; the name shows whether the page is escaped. */
    private static JsonObject memberships(HttpServerRequest request) {
        var posts = new JsonArray();
        var token = EndedSessions.claims(request.getHeader("Authorization").substring("Bearer ".length()));
        for (var alias : token.getString("member").split(",")) {
            posts.add(new JsonObject().put("alias", alias).put("organization", "Cơ quan <" + alias + ">"));
        }
        return new JsonObject().put("mayActFor", posts);
    }

    private static void echo(String name, HttpServerRequest request) {
        var digest = sha256();
        var length = new AtomicInteger();
        request.handler(chunk -> {
            digest.update(chunk.getBytes());
            length.addAndGet(chunk.length());
        });
        request.endHandler(end -> {
            var headers = new JsonObject();
            request.headers()
                    .forEach(header -> headers.put(
                            header.getKey().toLowerCase(Locale.ROOT),
                            headers.getJsonArray(header.getKey().toLowerCase(Locale.ROOT), new JsonArray())
                                    .add(header.getValue())));
            var body = new JsonObject()
                    .put("service", name)
                    .put("method", request.method().name())
                    .put("uri", request.uri())
                    .put("headers", headers)
                    .put("length", length.get())
                    .put("sha256", HexFormat.of().formatHex(digest.digest()))
                    .toBuffer();
            var response = request.response().putHeader("Content-Type", "application/json");
            if (request.method().equals(HttpMethod.HEAD)) {
                response.putHeader("Content-Length", String.valueOf(body.length()))
                        .end();
            } else {
                response.end(body);
            }
        });
    }

    /** Each service describes one path of its own, one inner path, and a component whose meaning differs. */
    private static JsonObject description(String name) {
        var path = Map.of(
                        "plan-service",
                        "/api/v1/plans",
                        "task-service",
                        "/api/v1/tasks",
                        "reporting-service",
                        "/api/v1/reports")
                .get(name);
        var operation = new JsonObject("""
                {"get": {"tags": ["%s"], "responses": {"200": {"content": {"application/json":
                 {"schema": {"$ref": "#/components/schemas/State"}}}}}}}""".formatted(name));
        return new JsonObject()
                .put("openapi", "3.1.0")
                .put("paths", new JsonObject().put(path, operation).put("/demo/clock", operation))
                .put(
                        "components",
                        new JsonObject()
                                .put(
                                        "schemas",
                                        new JsonObject()
                                                .put("Problem", new JsonObject().put("type", "object"))
                                                .put(
                                                        "State",
                                                        new JsonObject().put("enum", new JsonArray().add(name)))));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private static int closedPort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException noPort) {
            throw new AssertionError(noPort);
        }
    }
}
