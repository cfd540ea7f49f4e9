package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class PagesTest {

    @Test
    void theApiDescriptionIsOneDocumentAndSaysWhoIsMissing() {
        var document = new JsonObject(get("/api/v1/openapi.json", "vi").body());

        assertThat(document.getString("openapi")).isEqualTo("3.1.0");
        assertThat(document.getJsonObject("paths").fieldNames())
                .as("what is reachable here and nothing else")
                .containsExactlyInAnyOrder("/api/v1/plans", "/api/v1/tasks", "/api/v1/reports");
        assertThat(document.getJsonArray("x-missing-services")).containsExactly("notification-service");
        assertThat(document.getJsonObject("info").getString("description")).contains("notification-service");
        assertThat(document.getJsonArray("servers").getJsonObject(0).getString("url"))
                .isEqualTo(Surroundings.PUBLIC_URL);
        assertThat(document.getJsonObject("components").getJsonObject("schemas").fieldNames())
                .containsExactlyInAnyOrder("Problem", "State", "reporting-service.State", "task-service.State");
        assertThat(document.getJsonObject("paths")
                        .getJsonObject("/api/v1/tasks")
                        .encode())
                .contains("#/components/schemas/task-service.State");
    }

    @Test
    void theDocumentationPageIsThereAndReadsThatDocument() {
        var page = get("/api/docs/", "vi");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type").orElse("")).startsWith("text/html");
        assertThat(page.body()).contains("/api/v1/openapi.json");
    }

    @Test
    void theLandingPageSpeaksBothLanguagesAndEveryLinkOnItLeadsSomewhere() {
        var vietnamese = get("/", "vi-VN,vi;q=0.9");
        assertThat(vietnamese.body()).contains("lang=\"vi\"", "Đăng nhập");
        assertThat(get("/", "en").body()).contains("lang=\"en\"", "Sign in");

        var links = Pattern.compile("href=\"([^\"]+)\"")
                .matcher(vietnamese.body())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(links)
                .hasSizeGreaterThan(3)
                .allSatisfy(link ->
                        assertThat(get(link, "vi").statusCode()).as(link).isIn(200, 302));
    }

    @Test
    void everyAnswerCarriesTheSecurityHeaders() {
        for (var path : new String[] {"/", "/api/v1/plans", "/nothing-here", "/q/health"}) {
            assertThat(get(path, "vi").headers().map())
                    .as(path)
                    .containsKeys(
                            "x-content-type-options", "content-security-policy", "referrer-policy", "x-frame-options");
        }
        assertThat(get("/", "vi")
                        .headers()
                        .firstValue("content-security-policy")
                        .orElse(""))
                .contains("default-src 'none'", "form-action 'self' " + Surroundings.login.issuer());
    }

    @Test
    void anAddressNobodyOwnsIsAProblemToo() {
        var response = get("/nothing-here", "en");
        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(new JsonObject(response.body()).getString("code")).isEqualTo("resource.not-found");
    }

    @Test
    void healthAnswersOnThisPort() {
        assertThat(get("/q/health/ready", "vi").statusCode()).isEqualTo(200);
        assertThat(get("/q/health/live", "vi").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Problem.class)
    void everyProblemHasItsTextsInBothLanguages(Problem problem) {
        for (var language : new String[] {"vi", "en"}) {
            var texts = ResourceBundle.getBundle(
                    "messages.gateway_problems", Locale.forLanguageTag(language), PagesTest.class.getClassLoader());
            assertThat(texts.getString(problem.code() + ".title")).isNotBlank();
            assertThat(texts.getString(problem.code() + ".detail")).endsWith(".");
        }
    }

    @Test
    void noTextIsLeftOverFromAProblemThatIsGone() {
        var codes = Arrays.stream(Problem.values()).map(Problem::code).toList();
        var texts = ResourceBundle.getBundle("messages.gateway_problems", Locale.forLanguageTag("vi"));
        assertThat(texts.keySet())
                .allSatisfy(key -> assertThat(codes).contains(key.substring(0, key.lastIndexOf('.'))));
    }

    private static HttpResponse<String> get(String path, String language) {
        return Browser.send(HttpRequest.newBuilder(Browser.at(path)).header("Accept-Language", language));
    }
}
