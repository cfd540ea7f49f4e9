package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.MultiMap;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules that need no running gateway. */
class RulesTest {

    private record Service(URI url, List<String> prefixes) implements Settings.Service {}

    @Test
    void theLongestPrefixWinsAndAPrefixEndsAtASlash() {
        var routes =
                RouteTable.of(Map.of("a", service("/api/v1/me", "/api/v1/plans"), "b", service("/api/v1/me/tasks")));

        assertThat(routes.match("/api/v1/me").orElseThrow().service()).isEqualTo("a");
        assertThat(routes.match("/api/v1/me/other").orElseThrow().service()).isEqualTo("a");
        assertThat(routes.match("/api/v1/me/tasks/7").orElseThrow().service()).isEqualTo("b");
        assertThat(routes.match("/api/v1/me/tasksx").orElseThrow().service()).isEqualTo("a");
        assertThat(routes.match("/api/v1/mex")).isEmpty();
        assertThat(routes.match("/api/v1")).isEmpty();
    }

    @Test
    void twoServicesCannotOwnTheSamePrefix() {
        var services = Map.<String, Settings.Service>of("a", service("/api/v1/me"), "b", service("/api/v1/me"));
        assertThatThrownBy(() -> RouteTable.of(services)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSessionTokenReplacesWhateverAuthorizationWasThere() {
        var headers = MultiMap.caseInsensitiveMultiMap().add("authorization", "Basic x");
        new HeaderRules(URI.create("https://lantoa.test:8443")).request(headers, "10.0.0.1", "token");

        assertThat(headers.getAll("Authorization")).containsExactly("Bearer token");
        assertThat(headers.get("X-Forwarded-Proto")).isEqualTo("https");
        assertThat(headers.get("X-Forwarded-Host")).isEqualTo("lantoa.test:8443");
    }

    @Test
    void aClientCannotHaveEssentialHeadersRemovedByNamingThemInConnection() {
        var headers = MultiMap.caseInsensitiveMultiMap()
                .add("Connection", "content-length, X-Mine")
                .add("Content-Length", "3")
                .add("X-Mine", "1");
        new HeaderRules(URI.create("http://lantoa.test")).request(headers, null, null);

        assertThat(headers.contains("X-Mine")).isFalse();
        assertThat(headers.get("Content-Length")).isEqualTo("3");
    }

    @Test
    void theAddressOfWhatWasMadeIsOneThatTheClientCanFollow() {
        var rules = new HeaderRules(URI.create("https://lantoa.test:8443"));
        var service = URI.create("http://plan-service:8081");
        var made = MultiMap.caseInsensitiveMultiMap().add("Location", "http://plan-service:8081/api/v1/plans/1?a=%20");
        var relative = MultiMap.caseInsensitiveMultiMap().add("Location", "/api/v1/plans/1");
        var elsewhere = MultiMap.caseInsensitiveMultiMap().add("Location", "http://plan-service:80811/x");

        List.of(made, relative, elsewhere).forEach(headers -> rules.response(headers, service));

        assertThat(made.get("Location")).isEqualTo("https://lantoa.test:8443/api/v1/plans/1?a=%20");
        assertThat(relative.get("Location")).isEqualTo("/api/v1/plans/1");
        assertThat(elsewhere.get("Location")).isEqualTo("http://plan-service:80811/x");
    }

    @Test
    void theLanguageIsVietnameseUnlessEnglishIsPreferred() {
        assertThat(Problems.language(null).getLanguage()).isEqualTo("vi");
        assertThat(Problems.language("").getLanguage()).isEqualTo("vi");
        assertThat(Problems.language("fr").getLanguage()).isEqualTo("vi");
        assertThat(Problems.language("en-US,en;q=0.9,vi;q=0.8").getLanguage()).isEqualTo("en");
        assertThat(Problems.language("en;q=0.5,vi").getLanguage()).isEqualTo("vi");
        assertThat(Problems.language(";;;not a language").getLanguage()).isEqualTo("vi");
    }

    @Test
    void theGatewayDoesNotStartWithoutItsSecretsAndSaysWhichAreMissing() {
        assertThat(Gateway.complaints(Map.of()))
                .hasSize(2)
                .anyMatch(sentence -> sentence.contains("LANTOA_GATEWAY_CLIENT_SECRET"))
                .anyMatch(sentence -> sentence.contains("LANTOA_SESSION_SECRET") && sentence.contains("32"));
        assertThat(Gateway.complaints(
                        Map.of("LANTOA_GATEWAY_CLIENT_SECRET", "s", "LANTOA_SESSION_SECRET", "x".repeat(31))))
                .singleElement()
                .asString()
                .contains("LANTOA_SESSION_SECRET");
        assertThat(Gateway.complaints(
                        Map.of("LANTOA_GATEWAY_CLIENT_SECRET", "s", "LANTOA_SESSION_SECRET", "x".repeat(32))))
                .isEmpty();
    }

    private static Service service(String... prefixes) {
        return new Service(URI.create("http://localhost:1"), List.of(prefixes));
    }
}
