package vn.lantoa.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole way of a browser, against a provider that checks code, client, PKCE and single use of refresh tokens. */
@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BrowserLoginTest {

    private static final Duration LONG = Duration.ofMinutes(5);
    /** Shorter than the time before expiry at which the gateway refreshes. */
    private static final Duration SHORT = Duration.ofSeconds(20);

    private final Browser browser = new Browser();

    @Test
    void loginAsksForExactlyTheOrganizationNamedWithPkceAndNonce() {
        var asked = Browser.query(Browser.location(browser.get("/auth/login?organization=xa-may-ha")));

        assertThat(asked)
                .containsEntry("scope", "openid organization:xa-may-ha")
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", Surroundings.PUBLIC_URL + "/auth/callback")
                .containsKeys("code_challenge", "nonce", "state");
    }

    @Test
    void withoutAnAliasTheOnlyOrganizationOfTheAccountIsMeant() {
        var asked = Browser.query(Browser.location(browser.get("/auth/login")));
        assertThat(asked).containsEntry("scope", "openid");

        var response = browser.login("?returnTo=/api/v1/plans", "xa-may-ha", LONG);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    }

    @Test
    void afterLoginTheSessionStandsForTheTokenAndNoTokenIsInTheBrowser() {
        var response = browser.login("?organization=xa-may-ha&returnTo=/api/v1/me?a%3D1", "xa-may-ha", LONG);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        var echo = new JsonObject(response.body());
        assertThat(echo.getString("uri")).isEqualTo("/api/v1/me?a=1");
        assertThat(organization(echo)).isEqualTo("xa-may-ha");
        assertThat(echo.getJsonObject("headers").fieldNames()).doesNotContain("cookie");
        assertThat(browser.cookieHeader()).contains("q_session=").doesNotContain("refresh-");
        assertThat(browser.cookies.values())
                .as("encrypted, five parts, not a signed token of three")
                .noneMatch(value -> value.split("\\.").length == 3);
    }

    @Test
    void theSessionCookieIsForOurPagesOnlyAndOutOfReachOfScripts() {
        browser.startSession("xa-may-ha", LONG);

        assertThat(browser.lastSetCookies.lines().filter(cookie -> cookie.startsWith("q_session")))
                .hasSize(3)
                .allSatisfy(cookie ->
                        assertThat(cookie).containsIgnoringCase("HttpOnly").contains("SameSite=Lax", "Path=/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.test", "https://evil.test", "/\\evil.test", "evil.test", "/a\u0000b", ""})
    void returnToLeadsNowhereElse(String target) {
        assertThat(BrowserLogin.returnTo(target)).isEqualTo("/");
    }

    @Test
    void returnToKeepsAPathOfOurs() {
        assertThat(BrowserLogin.returnTo("/api/v1/plans?x=1")).isEqualTo("/api/v1/plans?x=1");
        assertThat(BrowserLogin.returnTo(null)).isEqualTo("/");
    }

    @Test
    void anAliasThatCannotBeOneIsRefusedBeforeAnythingElse() {
        var response = browser.get("/auth/login?organization=xa%20may%20ha%20openid");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(code(response)).isEqualTo("login.organization-invalid");
    }

    @Test
    void aStrangerToTheOrganizationIsToldSoInsteadOfGoingInCircles() {
        var response = browser.login("?organization=xa-dong-linh", "", LONG);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(code(response)).isEqualTo("login.not-a-member");
        assertThat(new JsonObject(response.body()).getString("detail")).contains("\"xa-dong-linh\"");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(403);
        assertThat(Browser.location(browser.get("/auth/logout")))
                .as("there is a session to log out of, and so a way to another account")
                .startsWith(Surroundings.login.issuer() + "/logout?id_token_hint=ey");
    }

    @Test
    void aStrangerWithABrowserReadsAPageThatLeadsOut() {
        browser.startSession("so-khcn", LONG);
        var page = browser.exchange(html("/auth/login?organization=xa-dong-linh&returnTo=/api/v1/me"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("Tài khoản không thuộc cơ quan này", "&quot;xa-dong-linh&quot;")
                .contains("href=\"/auth/organizations?returnTo=%2Fapi%2Fv1%2Fme\"")
                .contains("href=\"/auth/logout\"")
                .contains("href=\"/\"");
        assertThat(browser.get("/api/v1/plans").statusCode())
                .as("their own session goes on")
                .isEqualTo(200);
    }

    @Test
    void whomTheProviderDoesNotTakeForAMemberIsAskedOnceAndNotInCircles() {
        browser.startSession("so-khcn,xa-dong-linh", "so-khcn", LONG);
        var again = browser.get("/auth/login?organization=xa-dong-linh");
        assertThat(Browser.location(again)).isEqualTo("/auth/login?organization=xa-dong-linh");

        var response = browser.follow(again, "so-khcn", LONG);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(code(response)).isEqualTo("login.not-a-member");
    }

    @Test
    void anOrganizationThatTheProviderDoesNotKnowIsExplainedOnAPage() {
        var asked = Browser.query(Browser.location(browser.get("/auth/login?organization=xa-khong-co")));
        var page = browser.exchange(html(
                "/auth/callback?error=invalid_scope&error_description=Invalid+scopes&state=" + asked.get("state")));
        assertThat(page.statusCode()).isEqualTo(401);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body()).contains("không có cơ quan nào mang tên viết tắt đã nhập");
    }

    private static HttpRequest.Builder html(String path) {
        return HttpRequest.newBuilder(Browser.at(path)).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
    }

    @Test
    void amongTwoOrganizationsThePersonChoosesByNameAndNothingIsRelayedBefore() {
        var page = browser.login("?returnTo=/api/v1/plans?a%3D1%26b%3D2", "so-khcn,xa-thuong-van", LONG);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("content-type")).contains("text/html; charset=utf-8");
        assertThat(page.body())
                .contains("Chọn cơ quan", "Cơ quan &lt;so-khcn&gt;", "Cơ quan &lt;xa-thuong-van&gt;")
                .contains("href=\"/auth/login?organization=so-khcn&amp;returnTo=%2Fapi%2Fv1%2Fplans%3Fa%3D1%26b%3D2\"");

        var relayed = browser.get("/api/v1/plans");
        assertThat(relayed.statusCode()).isEqualTo(403);
        assertThat(code(relayed)).isEqualTo("login.organization-missing");
    }

    @Test
    void whoHasLoggedInFindsTheChoiceAgainAndSwitches() {
        browser.startSession("so-khcn", LONG);
        assertThat(browser.get("/auth/organizations").body()).contains("Cơ quan &lt;so-khcn&gt;");

        var switched = browser.exchange(switchTo("xa-thuong-van").header("Origin", Surroundings.PUBLIC_URL));
        assertThat(switched.statusCode()).isEqualTo(303);
        assertThat(Browser.location(switched))
                .isEqualTo("/auth/login?organization=xa-thuong-van&returnTo=%2Fapi%2Fv1%2Fplans");
        assertThat(browser.cookies).doesNotContainKey("q_session");
        assertThat(Browser.query(Browser.location(browser.get(Browser.location(switched)))))
                .containsEntry("scope", "openid organization:xa-thuong-van");
    }

    @Test
    void anotherSiteCanNeitherSwitchNorLogOut() {
        browser.startSession("so-khcn", LONG);
        assertThat(browser.exchange(switchTo("xa-thuong-van").header("Origin", "https://evil.test"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.exchange(HttpRequest.newBuilder(Browser.at("/auth/logout"))
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/api/v1/plans").statusCode()).isEqualTo(200);
    }

    private static HttpRequest.Builder switchTo(String alias) {
        return HttpRequest.newBuilder(Browser.at("/auth/switch"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("organization=" + alias + "&returnTo=/api/v1/plans"));
    }

    @Test
    void anOrganizationWithItsOwnIdentityProviderIsLedThere() {
        assertThat(authorization("?organization=phuong-ben-song")).containsEntry("kc_idp_hint", "phuong-ben-song");
        assertThat(authorization("?account=ai.do@BenSong.example"))
                .containsEntry("kc_idp_hint", "phuong-ben-song")
                .containsEntry("login_hint", "ai.do@BenSong.example");
        assertThat(authorization("?account=ai.do")).doesNotContainKey("kc_idp_hint");
        assertThat(authorization("?organization=xa-may-ha&account=ai.do@bensong.example"))
                .doesNotContainKey("kc_idp_hint");
        assertThat(authorization("?organization=phuong-ben-song&with=password")).doesNotContainKey("kc_idp_hint");
    }

    private java.util.Map<String, String> authorization(String query) {
        return Browser.query(Browser.location(new Browser().get("/auth/login" + query)));
    }

    @Test
    void aCopyOfTheCookieIsWorthNothingAfterLogout() {
        browser.startSession("xa-may-ha", LONG);
        var copy = browser.cookieHeader();
        assertThat(withCookies(copy)).isEqualTo(200);

        browser.get("/auth/logout");

        assertThat(withCookies(copy)).isEqualTo(401);
    }

    @Test
    void theProviderEndsASessionByItselfAndForgedWordOfItIsNotHeard() {
        browser.startSession("xa-may-ha", LONG);
        var id = Surroundings.login.lastSession();

        assertThat(backchannel(Surroundings.login.logoutToken(id, "https://elsewhere.test")))
                .isEqualTo(400);
        assertThat(backchannel("eyJhbGciOiJub25lIn0."
                        + java.util.Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(
                                        ("{\"sid\":\"" + id + "\"}").getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        + "."))
                .isEqualTo(400);
        assertThat(browser.get("/api/v1/plans").statusCode()).isEqualTo(200);

        assertThat(backchannel(Surroundings.login.logoutToken(id, Surroundings.login.issuer())))
                .isEqualTo(200);
        var copy = browser.cookieHeader();
        assertThat(withCookies(copy)).isEqualTo(401);
        assertThat(withCookies(copy)).as("not only once").isEqualTo(401);
    }

    @Test
    void cookiesThatAreCutOffOrMixedFromTwoLoginsAreRefused() {
        browser.startSession("xa-may-ha", LONG);
        var other = new Browser();
        other.startSession("xa-dong-linh", LONG);
        var mine = new java.util.LinkedHashMap<>(browser.cookies);

        for (var part : java.util.List.of("q_session", "q_session_at")) {
            var mixed = new Browser();
            mixed.cookies.putAll(mine);
            mixed.cookies.put(part, other.cookies.get(part));
            assertThat(withCookies(mixed.cookieHeader())).as("mixed " + part).isIn(401, 403);

            var cut = new Browser();
            cut.cookies.putAll(mine);
            cut.cookies.computeIfPresent(part, (name, value) -> value.substring(0, value.length() / 2));
            assertThat(withCookies(cut.cookieHeader())).as("cut " + part).isEqualTo(401);

            var swapped = new Browser();
            swapped.cookies.putAll(mine);
            swapped.cookies.put(part, mine.get(part.equals("q_session") ? "q_session_at" : "q_session"));
            assertThat(withCookies(swapped.cookieHeader()))
                    .as("swapped " + part)
                    .isEqualTo(401);
        }
    }

    private static int backchannel(String token) {
        return Browser.send(HttpRequest.newBuilder(Browser.at("/auth/backchannel-logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token)))
                .statusCode();
    }

    private static int withCookies(String cookies) {
        return Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans")).header("Cookie", cookies))
                .statusCode();
    }

    @Test
    void anotherOrganizationOfTheSamePersonIsOneMoreLoginAway() {
        var memberOf = "so-khcn,xa-thuong-van";
        browser.login("?organization=so-khcn&returnTo=/api/v1/me", memberOf, LONG);
        var response = browser.login("?organization=xa-thuong-van&returnTo=/api/v1/me", memberOf, LONG);

        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(organization(new JsonObject(response.body()))).isEqualTo("xa-thuong-van");
    }

    @Test
    void aCodeOfAnotherLoginIsRefused() {
        var mine = Browser.query(Browser.location(browser.get("/auth/login?organization=xa-may-ha")));
        var theirs = Browser.query(Browser.location(new Browser().get("/auth/login?organization=xa-may-ha")));
        var stolen = Surroundings.login.approve(theirs, "xa-may-ha", LONG);

        var response = browser.get("/auth/callback?state=" + mine.get("state") + "&code=" + stolen);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("content-type")).contains("application/problem+json");
        assertThat(browser.cookieHeader()).doesNotContain("q_session");
    }

    @Test
    void theRequestsOfOnePageRefreshOnlyOnce() {
        browser.startSession("xa-may-ha", SHORT);
        int before = Surroundings.login.refreshes.get();

        var page = IntStream.range(0, 12)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/plans/" + i))
                                .header("Cookie", browser.cookieHeader()))))
                .toList();

        assertThat(page.stream().map(CompletableFuture::join))
                .allSatisfy(response -> assertThat(response.statusCode()).isEqualTo(200));
        assertThat(Surroundings.login.refreshes.get() - before).isEqualTo(1);
        assertThat(page.stream().map(CompletableFuture::join).filter(response -> response.headers()
                        .firstValue("set-cookie")
                        .isPresent()))
                .as("one answer carries the new session")
                .hasSize(1);
    }

    @Test
    void aSessionEndedAtTheProviderIsA401NeverARedirectAndTheCookieGoes() {
        browser.startSession("xa-may-ha", Duration.ofSeconds(1));
        Surroundings.login.revokeEverything();

        var response = await().atMost(Duration.ofSeconds(10))
                .until(() -> browser.get("/api/v1/me"), answer -> answer.statusCode() != 200);
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(code(response)).isEqualTo("session.expired");
        assertThat(browser.cookies).doesNotContainKeys("q_session", "q_session_at", "q_session_rt");
    }

    @Test
    void aForgedCookieIsA401() {
        var response = Browser.send(HttpRequest.newBuilder(Browser.at("/api/v1/me"))
                .header("Cookie", "q_session=forged; q_session_at=x; q_session_rt=y"));
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(code(response)).isEqualTo("session.expired");
    }

    @Test
    void aChangeWithASessionMustComeFromOurOwnPages() {
        browser.login("?organization=xa-may-ha", "xa-may-ha", LONG);
        int before = Surroundings.REACHED.get();

        assertThat(change()).isEqualTo(403);
        assertThat(change("Origin", "https://evil.test", "X-Requested-With", "x"))
                .isEqualTo(403);
        assertThat(change("Origin", Surroundings.CORS_ORIGIN)).isEqualTo(403);
        assertThat(change("Sec-Fetch-Site", "same-site")).isEqualTo(403);
        assertThat(Surroundings.REACHED.get()).isEqualTo(before);

        assertThat(change("Origin", Surroundings.PUBLIC_URL)).isEqualTo(200);
        assertThat(change("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
        assertThat(change("X-Requested-With", "fetch")).isEqualTo(200);
    }

    @Test
    void aBearerGoesBeforeTheSessionAndNeedsNoProofOfOrigin() {
        browser.login("?organization=xa-may-ha", "xa-may-ha", LONG);
        var response = browser.exchange(HttpRequest.newBuilder(Browser.at("/api/v1/plans"))
                .header("Authorization", "Bearer own")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(authorization(new JsonObject(response.body()))).isEqualTo("Bearer own");
    }

    @Test
    void logoutEndsTheSessionHereAndAtTheProvider() {
        browser.login("?organization=xa-may-ha", "xa-may-ha", LONG);
        var response = browser.get("/auth/logout");

        assertThat(response.statusCode()).isEqualTo(302);
        assertThat(Browser.location(response)).startsWith(Surroundings.login.issuer() + "/logout?id_token_hint=ey");
        assertThat(Browser.query(Browser.location(response)))
                .containsEntry("post_logout_redirect_uri", Surroundings.PUBLIC_URL + "/");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(401);
        assertThat(Browser.location(browser.get("/auth/logout"))).isEqualTo("/");
    }

    private int change(String... headers) {
        var request =
                HttpRequest.newBuilder(Browser.at("/api/v1/plans")).POST(HttpRequest.BodyPublishers.ofString("{}"));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return browser.exchange(request).statusCode();
    }

    private static String organization(JsonObject echo) {
        return String.join(
                ",",
                EndedSessions.claims(authorization(echo).substring("Bearer ".length()))
                        .getJsonObject("organization")
                        .fieldNames());
    }

    private static String authorization(JsonObject echo) {
        return echo.getJsonObject("headers").getJsonArray("authorization").getString(0);
    }

    private static String code(HttpResponse<String> response) {
        return new JsonObject(response.body()).getString("code");
    }
}
