package vn.lantoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Secrets;
import vn.lantoa.local.Settings;

/**
 * Nothing on the way to a session tells whether an account exists, and nothing shortens that way: the real Keycloak, with the
 * realm we ship.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccountsStayHiddenIT {

    private static final String KNOWN = "vanthu.donglinh";
    private static final String KNOWN_BY_MAIL = "quantri.donglinh@donglinh.bachgiang.example";
    /** Comes in by the identity provider of its organization; named here, that must not show. */
    private static final String BROKERED = "chuyenvien.vhxh.bensong";

    private static final String UNKNOWN = "khong.co.ai";
    private static final String UNKNOWN_BY_MAIL = "khong.co.ai@donglinh.bachgiang.example";
    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

    private LocalSystem system;
    private String password;

    private record Answer(int status, String page, long millis) {}

    @BeforeAll
    void start(@TempDir Path data) {
        system = System.getProperty("lantoa.test.home") == null
                ? new LocalSystem(Settings.forTests(Path.of(".."), data), LocalSystem.printing(System.out::println))
                : new LocalSystem(Settings.fromEnvironment(Path.of(".."), System.getenv()));
        system.start(Part.KEYCLOAK, Part.POSTGRES, Part.KAFKA, Part.PLAN_SERVICE, Part.GATEWAY);
        password = system.secrets().demoPassword();
    }

    @AfterAll
    void stop() {
        if (System.getProperty("lantoa.test.home") == null) {
            system.stopAll();
        }
    }

    @Test
    void aWrongPasswordLooksTheSameForEveryNameInEveryOrganization() throws Exception {
        for (var query : List.of("", "?organization=xa-dong-linh", "?organization=phuong-ben-song&with=password")) {
            var unknown = attempt(query, UNKNOWN, "sai-mat-khau-roi");
            assertThat(unknown.status()).isEqualTo(200);
            assertThat(unknown.page()).contains("kc-form-login", "id=\"password\"");
            for (var name : List.of(KNOWN, KNOWN_BY_MAIL, BROKERED, UNKNOWN_BY_MAIL)) {
                var answer = attempt(query, name, "sai-mat-khau-roi");
                assertThat(answer.status()).as(name).isEqualTo(unknown.status());
                assertThat(answer.page()).as(name + " at " + query).isEqualTo(unknown.page());
            }
        }
    }

    @Test
    void anAccountThatWaitsAfterFiveFailuresLooksLikeOneThatIsNotThere() throws Exception {
        var locked = "truongphong.kt.donglinh";
        Answer known = attempt("", locked, "sai-mat-khau-roi");
        Answer unknown = attempt("", UNKNOWN, "sai-mat-khau-roi");
        for (int i = 1; i < 6; i++) {
            known = attempt("", locked, "sai-mat-khau-roi");
            unknown = attempt("", UNKNOWN, "sai-mat-khau-roi");
        }
        assertThat(known.page()).isEqualTo(unknown.page());
        assertThat(attempt("", locked, password).page())
                .as("the right password does not say that it is right")
                .isEqualTo(unknown.page());
    }

    @Test
    void noNameTakesNoticeablyLongerThanAnother() throws Exception {
        attempt("", "ai.do", "sai-mat-khau-roi");
        var known = new long[9];
        var unknown = new long[9];
        for (int i = 0; i < known.length; i++) { // by turns, so that a busy machine hits both
            // Another name each time: an account that waits is answered without looking at the password.
            known[i] = attempt(
                            "",
                            List.of(
                                            "chutich.donglinh",
                                            "phochutich.donglinh",
                                            "truongphong.vhxh.donglinh",
                                            "chuyenvien.vhxh.donglinh",
                                            "chutich.thuongvan",
                                            "phochutich.thuongvan",
                                            "truongphong.vhxh.thuongvan",
                                            "chuyenvien.vhxh.thuongvan",
                                            "vanthu.thuongvan")
                                    .get(i),
                            "sai-mat-khau-roi")
                    .millis();
            unknown[i] = attempt("", "khong.co." + (char) ('a' + i), "sai-mat-khau-roi")
                    .millis();
        }
        System.out.printf("Wrong password, median: known %d ms, unknown %d ms%n", median(known), median(unknown));
        assertThat((double) median(known) / median(unknown)).isBetween(0.4, 2.5);
    }

    @Test
    void nobodyCanAskForANewPasswordAndSoLearnWhoExists() throws Exception {
        var client = client();
        var page = get(client, system.url(Part.GATEWAY) + "/auth/login");
        assertThat(page.body()).doesNotContain("reset-credentials");
        var reset = get(client, system.realm() + "/login-actions/reset-credentials?client_id=lantoa-gateway");
        assertThat(reset.body()).doesNotContain("name=\"username\"");
    }

    /** The browser flow lets a session through where an organization is named; it must not take a password for a session. */
    @Test
    void whoHasGivenThePasswordButNotTheOneTimeCodeIsAskedAgainForIt() throws Exception {
        var admin = client();
        var token = send(
                        admin,
                        form(
                                system.url(Part.KEYCLOAK)
                                        .resolve("/realms/master/protocol/openid-connect/token")
                                        .toString(),
                                "grant_type=password&client_id=admin-cli&username=admin&password="
                                        + encoded(system.secrets().get(Secrets.KEYCLOAK_ADMIN))))
                .body()
                .replaceAll("(?s).*\"access_token\":\"([^\"]+)\".*", "$1");
        var name = "hai.lop." + System.nanoTime();
        var made = send(
                admin,
                HttpRequest.newBuilder(system.url(Part.KEYCLOAK).resolve("/admin/realms/lantoa/users"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("""
                                {"username": "%s", "enabled": true, "firstName": "Hai", "lastName": "Lớp", "email": "%s@thu.example",
                                 "credentials": [
                                   {"type": "password", "value": "%s", "temporary": false},
                                   {"type": "otp", "secretData": "{\\"value\\":\\"12345678901234567890\\"}",
                                    "credentialData": "{\\"subType\\":\\"totp\\",\\"digits\\":6,\\"counter\\":0,\\"period\\":30,\\"algorithm\\":\\"HmacSHA1\\"}"}]}
                                """.formatted(name, name, password)))
                        .build());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);

        var client = client();
        var login = system.url(Part.GATEWAY) + "/auth/login?organization=xa-may-ha";
        var page =
                send(client, form(action(get(client, login)), "username=" + name + "&password=" + encoded(password)));
        assertThat(page.body()).contains("name=\"otp\"");

        var reload = action(page).replaceAll("(session_code|execution)=[^&]*&?", "");
        assertThat(get(client, reload).body()).as("the same login, begun again").contains("name=\"otp\"");
        assertThat(get(client, login).body()).as("another one").contains("id=\"password\"");
        assertThat(send(client, form(action(page), "otp=000000")).body())
                .as("a wrong code")
                .contains("name=\"otp\"");
    }

    private static String action(HttpResponse<String> page) {
        var action = ACTION.matcher(page.body());
        assertThat(action.find()).as(page.uri() + "\n" + page.body()).isTrue();
        return action.group(1).replace("&amp;", "&");
    }

    private static HttpRequest form(String address, String fields) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(fields))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private Answer attempt(String query, String name, String attemptedPassword) throws Exception {
        var client = client();
        var action = action(get(client, system.url(Part.GATEWAY) + "/auth/login" + query));
        var begin = System.nanoTime();
        var response =
                send(client, form(action, "username=" + encoded(name) + "&password=" + encoded(attemptedPassword)));
        return new Answer(
                response.statusCode(), comparable(response.body(), name), (System.nanoTime() - begin) / 1_000_000);
    }

    /** Without what the visitor typed, and what is drawn anew for each visit. */
    private static String comparable(String page, String name) {
        return page.replace(name, "NAME")
                .replaceAll(
                        "(session_code|execution|tab_id|client_data|state|nonce|code_challenge|kc_state_checker)=[^\"&]*",
                        "$1")
                .replaceAll("(?s)<script.*?</script>", "");
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .cookieHandler(new LocalhostCookies())
                .followRedirects(HttpClient.Redirect.ALWAYS)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .header("Accept", "text/html")
                        .header("Accept-Language", "vi")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static long median(long[] millis) {
        return IntStream.range(0, millis.length)
                .mapToLong(i -> millis[i])
                .sorted()
                .skip(millis.length / 2)
                .findFirst()
                .orElseThrow();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
