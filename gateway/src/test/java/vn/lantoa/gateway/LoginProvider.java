package vn.lantoa.gateway;

import io.smallrye.jwt.build.Jwt;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * An OpenID Connect provider that checks what it is given: client, code, PKCE verifier, and that no refresh token is spent
 * twice. It shows no page: {@link #approve} stands for the person who logs in.
 */
final class LoginProvider {

    static final String CLIENT_SECRET = "a-client-secret-for-tests-of-the-gateway";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    /**
     * @param organizations of which the person is a member
     * @param asked the one that the request named
     */
    private record Grant(
            String organizations,
            @Nullable String asked,
            @Nullable String nonce,
            @Nullable String challenge,
            Duration life,
            String session) {}

    private final KeyPair keys = rsa();
    private final HttpServer server;
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();
    private final Map<String, Grant> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();
    private volatile String session = "";
    final AtomicInteger refreshes = new AtomicInteger();

    LoginProvider(Vertx vertx) {
        server = vertx.createHttpServer()
                .requestHandler(this::answer)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** A person logs in with the organizations named, separated by commas; the code is what the browser brings back. */
    String approve(Map<String, String> authorizationRequest, String organizations, Duration lifeOfFirstTokens) {
        var code = "code-" + number.incrementAndGet();
        codes.put(
                code,
                new Grant(
                        organizations,
                        asked(authorizationRequest),
                        authorizationRequest.get("nonce"),
                        authorizationRequest.get("code_challenge"),
                        lifeOfFirstTokens,
                        session = "session-" + number.incrementAndGet()));
        return code;
    }

    /** As when an administrator ends all sessions. */
    void revokeEverything() {
        refreshTokens.clear();
    }

    private void answer(HttpServerRequest request) {
        switch (request.path()) {
            case "/.well-known/openid-configuration" ->
                request.response().end(metadata().toBuffer());
            case "/jwks" -> request.response().end(publicKeys().toBuffer());
            case "/token" -> {
                if (request.method().equals(HttpMethod.POST)) {
                    request.setExpectMultipart(true);
                    request.endHandler(end -> token(request));
                }
            }
            default -> request.response().setStatusCode(404).end();
        }
    }

    private void token(HttpServerRequest request) {
        var form = request.formAttributes();
        var basic = "Basic "
                + Base64.getEncoder()
                        .encodeToString(("lantoa-gateway:" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        boolean knownClient =
                basic.equals(request.getHeader("Authorization")) || CLIENT_SECRET.equals(form.get("client_secret"));
        var grant = knownClient ? grant(form) : null;
        if (grant == null) {
            request.response().setStatusCode(400).end("{\"error\":\"invalid_grant\"}");
            return;
        }
        var refreshToken = "refresh-" + number.incrementAndGet();
        refreshTokens.put(
                refreshToken,
                new Grant(grant.organizations(), grant.asked(), null, null, Duration.ofMinutes(5), grant.session()));
        request.response()
                .putHeader("Content-Type", "application/json")
                .end(new JsonObject()
                        .put("token_type", "Bearer")
                        .put("expires_in", grant.life().toSeconds())
                        .put("access_token", accessToken(grant))
                        .put("refresh_token", refreshToken)
                        .put("id_token", idToken(grant))
                        .toBuffer());
    }

    private @Nullable Grant grant(MultiMap form) {
        if ("refresh_token".equals(form.get("grant_type"))) {
            refreshes.incrementAndGet();
            return refreshTokens.remove(String.valueOf(form.get("refresh_token")));
        }
        var grant = codes.remove(String.valueOf(form.get("code")));
        var verifier = String.valueOf(form.get("code_verifier"));
        var challenge = URL.encodeToString(Surroundings.sha256().digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        boolean sameRedirect = (Surroundings.PUBLIC_URL + "/auth/callback").equals(form.get("redirect_uri"));
        return grant != null && challenge.equals(grant.challenge()) && sameRedirect ? grant : null;
    }

    String lastSession() {
        return session;
    }

    /** What the provider sends when it ends a session by itself. */
    String logoutToken(String id, String issuer) {
        return Jwt.issuer(issuer)
                .audience("lantoa-gateway")
                .subject("somebody")
                .claim("sid", id)
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()))
                .expiresIn(Duration.ofMinutes(2))
                .jws()
                .keyId("1")
                .sign(keys.getPrivate());
    }

    private String accessToken(Grant grant) {
        return Jwt.issuer(issuer())
                .audience("lantoa-api")
                .subject("somebody")
                .claim("organization", organizations(grant))
                .claim("member", grant.organizations())
                .claim("sid", grant.session())
                .claim("jti", "access-" + number.incrementAndGet())
                .expiresIn(grant.life())
                .jws()
                .keyId("1")
                .sign(keys.getPrivate());
    }

    private static @Nullable String asked(Map<String, String> authorizationRequest) {
        return Arrays.stream(authorizationRequest.get("scope").split(" "))
                .filter(scope -> scope.startsWith("organization:"))
                .map(scope -> scope.substring("organization:".length()))
                .findFirst()
                .orElse(null);
    }

    /** As Keycloak: the one that was named, if the person belongs to it, and never another. */
    private static Map<String, Map<String, String>> organizations(Grant grant) {
        var asked = grant.asked();
        return asked != null && Arrays.asList(grant.organizations().split(",")).contains(asked)
                ? Map.of(asked, Map.of("id", "id-of-" + asked))
                : Map.of();
    }

    private String idToken(Grant grant) {
        var organizations = organizations(grant);
        var claims = Jwt.issuer(issuer())
                .audience("lantoa-gateway")
                .subject("somebody")
                .claim("organization", organizations)
                .claim("sid", grant.session())
                .expiresIn(grant.life());
        if (grant.nonce() != null) {
            claims.claim("nonce", grant.nonce());
        }
        return claims.jws().keyId("1").sign(keys.getPrivate());
    }

    private JsonObject metadata() {
        return new JsonObject()
                .put("issuer", issuer())
                .put("authorization_endpoint", issuer() + "/authorize")
                .put("token_endpoint", issuer() + "/token")
                .put("jwks_uri", issuer() + "/jwks")
                .put("end_session_endpoint", issuer() + "/logout");
    }

    private JsonObject publicKeys() {
        var key = (RSAPublicKey) keys.getPublic();
        return new JsonObject()
                .put(
                        "keys",
                        new JsonArray()
                                .add(new JsonObject()
                                        .put("kty", "RSA")
                                        .put("alg", "RS256")
                                        .put("use", "sig")
                                        .put("kid", "1")
                                        .put("n", unsigned(key.getModulus().toByteArray()))
                                        .put(
                                                "e",
                                                unsigned(key.getPublicExponent().toByteArray()))));
    }

    private static String unsigned(byte[] number) {
        return URL.encodeToString(number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number);
    }

    private static KeyPair rsa() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
