package vn.lantoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Logins;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;

/**
 * Somebody is taken into a new organization while Keycloak is down, gets an account when it is back, logs in, works in two
 * services, and is out of both when disabled. On the real Keycloak, with the rights its client has in the realm.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleIT {

    private static final String CITY = "0197c1ce-4200-7001-8000-000000000001";
    private static final Duration KEYCLOAK_IS_BACK = Duration.ofMinutes(2);
    private static final Duration EVENT = Duration.ofSeconds(20);
    private static final Duration PROMISED = Duration.ofMinutes(5);
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final String today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString();
    private LocalSystem system;

    private record Answer(int status, JsonNode body, String etag) {
        String code() {
            return body.path("code").asText();
        }
    }

    @BeforeAll
    void start(@TempDir Path data) {
        system = System.getProperty("lantoa.test.home") == null
                ? new LocalSystem(Settings.forTests(Path.of(".."), data), LocalSystem.printing(System.out::println))
                : new LocalSystem(Settings.fromEnvironment(Path.of(".."), System.getenv()));
        system.start(Part.KEYCLOAK, Part.POSTGRES, Part.KAFKA, Part.PLAN_SERVICE, Part.TASK_SERVICE, Part.GATEWAY);
    }

    @AfterAll
    void stop() {
        if (System.getProperty("lantoa.test.home") == null) {
            system.stopAll();
        }
    }

    @Test
    void anAccountFollowsTheDirectory() throws Exception {
        var admin = new Logins(system.realm(), system.secrets()).person("quantri.bachgiang", "tp-bach-giang");
        var mark = Long.toString(System.nanoTime(), 36);
        var alias = "xa-thu-" + mark;
        var account = "thu." + mark;

        system.stop(Part.KEYCLOAK);
        var organization = plan(
                "POST",
                "/api/v1/organizations",
                admin,
                Map.of(
                        "alias",
                        alias,
                        "name",
                        "Ủy ban nhân dân xã Thử",
                        "kind",
                        "PEOPLE_COMMITTEE",
                        "level",
                        "COMMUNE",
                        "parentId",
                        CITY,
                        "validFrom",
                        today));
        assertThat(organization.status()).as(organization.body().toString()).isEqualTo(201);
        var organizationId = organization.body().path("id").asText();
        var made = plan(
                "POST",
                "/api/v1/organizations/" + organizationId + "/people",
                admin,
                Map.of(
                        "name",
                        "Lê Thị Bình Minh",
                        "accountName",
                        account,
                        "membership",
                        Map.of("roles", List.of("SPECIALIST"), "validFrom", today)));
        assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
        var person = "/api/v1/people/" + made.body().path("id").asText();
        await().atMost(EVENT).until(() -> plan("GET", person, admin, null)
                .body()
                .path("provisioning")
                .path("progress")
                .asText()
                .equals("RETRYING"));
        assertThat(plan("GET", person, admin, null).body().path("hasAccount").asBoolean())
                .isFalse();
        assertThat(plan("POST", person + "/first-password", admin, null).code()).isEqualTo("person.account-waiting");

        long back = System.nanoTime();
        system.start(Part.KEYCLOAK);
        await().atMost(KEYCLOAK_IS_BACK).until(() -> plan("GET", person, admin, null)
                .body()
                .path("provisioning")
                .path("progress")
                .asText()
                .equals("READY"));
        System.out.printf(
                "Account and organization made %.1f s after Keycloak was asked to start again%n", since(back));
        assertThat(plan("GET", person, admin, null).body().path("hasAccount").asBoolean())
                .isTrue();

        var first = plan("POST", person + "/first-password", admin, null);
        assertThat(first.status()).as(first.body().toString()).isEqualTo(200);
        var own = "Rieng-" + mark + "-mat-khau";
        chooseOwnPassword(account, first.body().path("password").asText(), own);
        var token = token(account, own, alias);

        await().atMost(EVENT)
                .until(() -> tasks(token).status() == 200
                        && plan("GET", "/api/v1/plans", token, null).status() == 200);
        assertThat(plan("GET", "/api/v1/me", token, null)
                        .body()
                        .path("acting")
                        .path("organizationId")
                        .asText())
                .isEqualTo(organizationId);

        var before = plan("GET", person, admin, null);
        long disabled = System.nanoTime();
        assertThat(send("POST", system.url(Part.PLAN_SERVICE), person + "/disable", admin, null, before.etag())
                        .status())
                .isEqualTo(200);
        await().atMost(PROMISED)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> tasks(token).code().equals("caller.not-a-member")
                        && plan("GET", "/api/v1/plans", token, null).code().equals("caller.not-a-member"));
        System.out.printf("Out of both services, with a good token, %.2f s after being disabled%n", since(disabled));
        await().atMost(PROMISED).until(() -> tokenAnswer(account, own, alias).statusCode() != 200);
        System.out.printf("No new token %.2f s after being disabled%n", since(disabled));
    }

    private Answer plan(String verb, String path, String token, Object body) throws Exception {
        return send(verb, system.url(Part.PLAN_SERVICE), path, token, body, null);
    }

    private Answer tasks(String token) throws Exception {
        return send("GET", system.url(Part.TASK_SERVICE), "/api/v1/tasks", token, null, null);
    }

    private Answer send(String verb, URI service, String path, String token, Object body, String ifMatch)
            throws Exception {
        var request = HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + token);
        if (body == null) {
            request.method(verb, BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .method(verb, BodyPublishers.ofString(json.writeValueAsString(body)));
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        var answer = http.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(),
                json.readTree(answer.body()),
                answer.headers().firstValue("ETag").orElse(null));
    }

    /** In a browser at the gateway: the first password is asked for once, then one of their own. */
    private void chooseOwnPassword(String account, String firstPassword, String own) throws Exception {
        var browser = HttpClient.newBuilder()
                .cookieHandler(new LocalhostCookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
        var login = browser.send(
                HttpRequest.newBuilder(URI.create(system.url(Part.GATEWAY) + "/auth/login?returnTo=/api/v1/me"))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
        var asked = submit(browser, login, Map.of("username", account, "password", firstPassword));
        assertThat(asked.body()).contains("password-new");
        var after = submit(browser, asked, Map.of("password-new", own, "password-confirm", own));
        assertThat(after.body()).doesNotContain("password-new");
    }

    private static HttpResponse<String> submit(
            HttpClient browser, HttpResponse<String> page, Map<String, String> fields) throws Exception {
        var action = ACTION.matcher(page.body());
        assertThat(action.find()).as(page.body()).isTrue();
        return browser.send(
                HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(fields)))
                        .build(),
                BodyHandlers.ofString());
    }

    private String token(String account, String password, String alias) throws Exception {
        var answer = tokenAnswer(account, password, alias);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body()).path("access_token").asText();
    }

    private HttpResponse<String> tokenAnswer(String account, String password, String alias) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(system.realm() + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "lantoa-demo",
                                "username",
                                account,
                                "password",
                                password,
                                "scope",
                                "openid organization:" + alias))))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(java.util.stream.Collectors.joining("&"));
    }

    private static double since(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
