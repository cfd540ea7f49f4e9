package vn.lantoa.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Cookie;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;

/** docs/guides/login.md with a real browser, the real gateway, Keycloak with both of its realms, and the real directory. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserLoginIT {

    private static final String NO_BROWSER = "SKIPPED: the browser test needs chromium and chromedriver in /usr/bin"
            + " (Debian: apt-get install chromium chromium-driver), and they are not there.";
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}");
    private static final String OF_TWO = "bietphai";
    private static final String OF_ONE = "chuyenvien.vhxh.mayha";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    static Path data;

    @TempDir
    Path profiles;

    private LocalSystem system;
    private String gateway;
    private String password;
    private int profile;

    @BeforeAll
    void start() {
        if (!Chromium.isInstalled()) {
            // The report of the build shows no reason for a class that is skipped as a whole.
            System.out.println(NO_BROWSER);
        }
        Assumptions.assumeTrue(Chromium.isInstalled(), NO_BROWSER);
        var running = System.getProperty("lantoa.test.home");
        system = running == null
                ? new LocalSystem(Settings.forTests(REPOSITORY, data), LocalSystem.printing(System.out::println))
                : new LocalSystem(Settings.fromEnvironment(REPOSITORY, System.getenv()));
        system.start(Part.POSTGRES, Part.KAFKA, Part.KEYCLOAK, Part.PLAN_SERVICE, Part.GATEWAY);
        gateway = system.url(Part.GATEWAY).toString();
        password = system.secrets().demoPassword();
    }

    @AfterAll
    void stop() {
        if (system != null && System.getProperty("lantoa.test.home") == null) {
            system.stopAll();
        }
    }

    @Test
    void somebodyOfOneOrganizationIsThereAtOnceAndNoTokenIsInTheBrowser() throws IOException {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?returnTo=/api/v1/me");
            browser.logIn(OF_ONE, password);
            browser.awaitAddress(gateway + "/api/v1/me");

            assertThat(browser.status()).as(browser.text()).isEqualTo(200);
            assertThat(acting(browser)).isEqualTo("xa-may-ha");
            assertNoToken(browser);
            browser.open(gateway + "/");
            assertNoToken(browser);
        }
    }

    @Test
    void somebodyOfTwoChoosesByNameSwitchesWithoutAPasswordAndLogsOutForGood() throws Exception {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?returnTo=/api/v1/me");
            browser.logIn(OF_TWO, password);
            browser.await(".choices");
            picture(browser, "chooser");
            assertThat(browser.texts(".choices a"))
                    .as("their own organizations, by name, and no others")
                    .containsExactlyInAnyOrder(
                            "Sở Khoa học và Công nghệ thành phố Bạch Giang", "Ủy ban nhân dân xã Thượng Vân");
            browser.open(gateway + "/api/v1/plans");
            assertThat(browser.text())
                    .as("no token for two organizations, or for none, is relayed")
                    .contains("\"status\":403", "login.organization-missing");

            browser.open(gateway + "/auth/organizations?returnTo=/api/v1/me");
            browser.await(".choices");
            browser.click("Sở Khoa học và Công nghệ thành phố Bạch Giang");
            browser.awaitAddress(gateway + "/api/v1/me");
            assertThat(browser.status()).as(browser.text()).isEqualTo(200);
            assertThat(acting(browser)).isEqualTo("so-khcn");
            assertNoToken(browser);

            browser.open(gateway + "/auth/organizations?returnTo=/api/v1/me");
            browser.click("Ủy ban nhân dân xã Thượng Vân");
            browser.awaitAddress(gateway + "/api/v1/me");
            assertThat(browser.status()).as(browser.text()).isEqualTo(200);
            assertThat(acting(browser)).as("no password was asked").isEqualTo("xa-thuong-van");
            assertNoToken(browser);

            browser.open(gateway + "/auth/login?organization=so-khcn&returnTo=/api/v1/me");
            assertThat(browser.address()).as("a deep link switches too").isEqualTo(gateway + "/api/v1/me");
            assertThat(acting(browser)).isEqualTo("so-khcn");
            var stolen = browser.cookies();
            assertThat(asThief(stolen)).isEqualTo(200);

            browser.open(gateway + "/auth/logout");
            browser.awaitAddress(gateway);
            assertThat(asThief(stolen)).as("a copy of the cookie made before").isEqualTo(401);
            assertThat(browser.cookies()).noneMatch(cookie -> cookie.getName().startsWith("q_session"));
            browser.open(gateway + "/auth/login?organization=so-khcn");
            browser.await("#password");
        }
    }

    @Test
    void aStrangerToAnOrganizationReadsOnePageAndTheBrowserDoesNotGoInCircles() throws IOException {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?organization=xa-dong-linh&returnTo=/api/v1/me");
            browser.logIn(OF_ONE, password);
            browser.await("a[href='/auth/logout']");
            assertThat(browser.status()).isEqualTo(403);
            assertThat(browser.text())
                    .contains(
                            "Tài khoản không thuộc cơ quan này",
                            "xa-dong-linh",
                            "Chọn cơ quan của anh/chị",
                            "Đăng xuất");
            picture(browser, "stranger");
            browser.open(gateway + "/api/v1/me");
            assertThat(browser.text()).contains("\"status\":403", "login.organization-missing");

            browser.open(gateway + "/auth/login?organization=xa-may-ha&returnTo=/api/v1/me");
            browser.awaitAddress(gateway + "/api/v1/me");
            assertThat(acting(browser))
                    .as("and their own is one step away, without a password")
                    .isEqualTo("xa-may-ha");

            browser.open(gateway + "/auth/login?organization=xa-dong-linh&returnTo=/api/v1/me");
            assertThat(browser.text())
                    .as("the same page for somebody who is logged in, at once")
                    .contains("Tài khoản không thuộc cơ quan này");
            browser.click("Chọn cơ quan của anh/chị");
            browser.click("Ủy ban nhân dân xã Mây Hạ");
            browser.awaitAddress(gateway + "/api/v1/me");
            assertThat(acting(browser)).isEqualTo("xa-may-ha");

            browser.open(gateway + "/auth/login?organization=xa-dong-linh&returnTo=/api/v1/me");
            browser.click("Đăng xuất");
            browser.awaitAddress(gateway);
            browser.open(gateway + "/auth/login?organization=xa-dong-linh&returnTo=/api/v1/me");
            browser.logIn("chuyenvien.vhxh.donglinh", password);
            browser.awaitAddress(gateway + "/api/v1/me");
            assertThat(acting(browser)).as("another account of the same person").isEqualTo("xa-dong-linh");
        }
    }

    @Test
    void thePageOfTheApiCallsWithTheSession() throws IOException {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?organization=xa-may-ha&returnTo=/api/docs/");
            browser.logIn(OF_ONE, password);
            browser.press(".opblock-summary-path[data-path='/api/v1/me']");
            browser.press(".opblock.is-open .try-out__btn");
            browser.press(".opblock.is-open .execute");
            browser.await(".opblock.is-open .live-responses-table .response-col_status");
            picture(browser, "api-docs");

            assertThat(browser.texts(".opblock.is-open .live-responses-table tbody .response-col_status"))
                    .first()
                    .asString()
                    .startsWith("200");
            assertThat(browser.texts(".opblock.is-open .live-responses-table").getFirst())
                    .contains("xa-may-ha");
            assertThat(browser.fetch("GET", "/api/v1/me"))
                    .as("what a script of this page may do, too")
                    .startsWith("200 ");
            assertNoToken(browser);
        }
    }

    @Test
    void anOrganizationWithItsOwnIdentityProviderLogsInThere() throws IOException {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?organization=phuong-ben-song&returnTo=/api/v1/me");
            browser.await("#password");
            assertThat(browser.address()).contains("/realms/phuong-ben-song/");
            picture(browser, "own-identity-provider");
            browser.logIn("lai.thu.trang", password);
            browser.awaitAddress(gateway + "/api/v1/me");

            assertThat(acting(browser)).isEqualTo("phuong-ben-song");
            assertThat(browser.text()).as("our directory's person").contains("Lại Thu Trang");
        }
    }

    @Test
    void whoIsUnknownToUsDoesNotComeInByAnotherIdentityProviderWhateverMailAddressItClaims() throws IOException {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?organization=phuong-ben-song&returnTo=/api/v1/me");
            browser.logIn("nguoi.chua.lien.ket", password);
            browser.awaitAddress("/realms/lantoa/");

            browser.open(gateway + "/api/v1/me");
            assertThat(browser.text()).contains("\"status\":401");
        }
    }

    @Test
    void theLoginPageOfOthersNamesNoIdentityProvider() throws IOException {
        try (var browser = browser()) {
            browser.open(gateway + "/auth/login?organization=xa-may-ha");
            browser.await("#password");
            picture(browser, "login");
            assertThat(browser.text()).doesNotContain("Bến Sông");
            assertThat(browser.shows("#kc-social-providers")).isFalse();
        }
    }

    private Chromium browser() throws IOException {
        return new Chromium(Files.createDirectory(profiles.resolve("profile-" + ++profile)));
    }

    private static String acting(Chromium browser) {
        var found =
                Pattern.compile("\"acting\":\\{[^}]*?\"alias\":\"([^\"]+)\"").matcher(browser.text());
        return found.find() ? found.group(1) : browser.text();
    }

    private void assertNoToken(Chromium browser) {
        assertThat(browser.withinReachOfScripts())
                .hasSizeGreaterThanOrEqualTo(6)
                .noneMatch(store -> store.contains("FAILED"))
                .noneMatch(store -> TOKEN.matcher(store).find())
                .noneMatch(store -> store.contains("q_session"));
        assertThat(browser.cookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isNotEmpty()
                .allSatisfy(cookie -> {
                    assertThat(cookie.isHttpOnly()).isTrue();
                    assertThat(cookie.getSameSite()).isEqualTo("Lax");
                });
    }

    private int asThief(Collection<Cookie> cookies) throws IOException, InterruptedException {
        var header = cookies.stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return CLIENT.send(
                        HttpRequest.newBuilder(URI.create(gateway + "/api/v1/me"))
                                .header("Cookie", header)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void picture(Chromium browser, String name) throws IOException {
        browser.picture(Files.createDirectories(Path.of("target/pictures")).resolve(name + ".png"));
    }
}
