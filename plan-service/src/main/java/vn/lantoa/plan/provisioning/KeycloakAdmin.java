package vn.lantoa.plan.provisioning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's admin API, for our realm, as the client {@code lantoa-provisioning}. Bodies are trees, not classes: what we read of
 * an account and do not know is written back as it was. No answer of Keycloak leaves this package but as a code.
 */
@Singleton
public class KeycloakAdmin {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration BEFORE_EXPIRY = Duration.ofSeconds(20);

    /**
     * @param location path of what was made, below the admin address of the realm; null when nothing was
     * @param body missing when the answer has none
     */
    public record Answer(int status, @Nullable String location, JsonNode body) {

        public boolean isMissing() {
            return status == 404;
        }

        public boolean isTaken() {
            return status == 409;
        }

        /** The last step of {@link #location}: the id that Keycloak gave. */
        public String createdId() {
            if (location == null) {
                throw new ProvisioningFailed("keycloak.unexpected");
            }
            return location.substring(location.lastIndexOf('/') + 1);
        }
    }

    private record Token(String value, Instant until) {}

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final ObjectMapper json;
    private final Clock clock;
    private final Optional<URI> realm;
    private final Optional<String> secret;
    private final String client;
    private volatile @Nullable Token token;

    KeycloakAdmin(
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "lantoa.provisioning.realm-url") Optional<URI> realm,
            @ConfigProperty(name = "lantoa.provisioning.client-secret") Optional<String> secret,
            @ConfigProperty(name = "lantoa.provisioning.client-id", defaultValue = "lantoa-provisioning")
                    String client) {
        this.json = json;
        this.clock = clock;
        this.realm = realm;
        this.secret = secret;
        this.client = client;
    }

    /** False where nobody gave us the client's secret: then nothing is provisioned. */
    public boolean isConfigured() {
        return realm.isPresent() && secret.isPresent();
    }

    /** @param path below the admin address of the realm, with its query, for example {@code /users?exact=true} */
    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** For a value within a path or query. */
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * Answers 2xx, 404 and 409; everything else is a failure.
     *
     * @throws ProvisioningFailed when Keycloak is away, refuses our client, or answers what nobody expects
     */
    private Answer send(String method, String path, @Nullable Object body) {
        var answer = trySend(method, path, body);
        if (answer.status() == 401) { // its keys or our secret changed: once with a new token
            token = null;
            answer = trySend(method, path, body);
        }
        int status = answer.status();
        if ((status >= 200 && status < 300) || status == 404 || status == 409) {
            return answer;
        }
        throw new ProvisioningFailed(failure(status));
    }

    private static String failure(int status) {
        if (status == 401 || status == 403) {
            return "keycloak.refused-client";
        }
        if (status >= 500) {
            return "keycloak.away";
        }
        return status == 400 ? "keycloak.refused-contents" : "keycloak.unexpected";
    }

    private Answer trySend(String method, String path, @Nullable Object body) {
        var address = URI.create(admin() + path);
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + bearer())
                .header("Accept", "application/json");
        if (body == null) {
            request.method(method, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(text(body)));
        }
        var response = exchange(request.build());
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Location").orElse(null),
                response.statusCode() == 401 ? MissingNode.getInstance() : tree(response.body()));
    }

    private String bearer() {
        var known = token;
        if (known != null && clock.instant().isBefore(known.until())) {
            return known.value();
        }
        var form = "grant_type=client_credentials&client_id=" + encode(client) + "&client_secret="
                + encode(secret.orElseThrow(() -> new ProvisioningFailed("keycloak.not-configured")));
        var response = exchange(HttpRequest.newBuilder(URI.create(address() + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build());
        if (response.statusCode() != 200) {
            throw new ProvisioningFailed(response.statusCode() >= 500 ? "keycloak.away" : "keycloak.refused-client");
        }
        var answer = tree(response.body());
        var fresh = new Token(
                answer.path("access_token").asText(),
                clock.instant().plusSeconds(answer.path("expires_in").asLong()).minus(BEFORE_EXPIRY));
        token = fresh;
        return fresh.value();
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException away) {
            throw new ProvisioningFailed("keycloak.away", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ProvisioningFailed("keycloak.away", stopped);
        }
    }

    private String address() {
        return realm.orElseThrow(() -> new ProvisioningFailed("keycloak.not-configured"))
                .toString();
    }

    /** {@code …/realms/lantoa} and {@code …/admin/realms/lantoa} belong together. */
    private String admin() {
        var address = address();
        int at = address.lastIndexOf("/realms/");
        if (at < 0) {
            throw new ProvisioningFailed("keycloak.not-configured");
        }
        return address.substring(0, at) + "/admin" + address.substring(at);
    }

    private JsonNode tree(@Nullable String text) {
        try {
            return text == null || text.isBlank() ? MissingNode.getInstance() : json.readTree(text);
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }

    private String text(Object body) {
        try {
            return body instanceof String plain ? plain : json.writeValueAsString(body);
        } catch (IOException impossible) {
            throw new IllegalStateException("A tree is always writable", impossible);
        }
    }
}
