package vn.lantoa.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** Keeps cookies and shows redirects, as the tests want to see both. */
final class Browser {

    static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    final Map<String, String> cookies = new LinkedHashMap<>();
    String lastSetCookies = "";

    static URI at(String path) {
        return URI.create("http://localhost:"
                + ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class) + path);
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    HttpResponse<String> get(String path) {
        return exchange(HttpRequest.newBuilder(at(path)));
    }

    HttpResponse<String> exchange(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookieHeader());
        }
        var response = send(request);
        lastSetCookies = String.join("\n", response.headers().allValues("set-cookie"));
        response.headers().allValues("set-cookie").forEach(this::keep);
        return response;
    }

    String cookieHeader() {
        return cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(String setCookie) {
        var pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Logs in as a member of the organizations and follows the redirects of the gateway; the answer to the last one. */
    HttpResponse<String> login(String query, String memberOf, Duration lifeOfFirstTokens) {
        return follow(get("/auth/login" + query), memberOf, lifeOfFirstTokens);
    }

    /** Logs in up to the session and asks for nothing with it. */
    void startSession(String memberOf, Duration lifeOfFirstTokens) {
        startSession(memberOf, memberOf, lifeOfFirstTokens);
    }

    void startSession(String memberOf, String organization, Duration lifeOfFirstTokens) {
        var asked = query(location(get("/auth/login?organization=" + organization)));
        var code = Surroundings.login.approve(asked, memberOf, lifeOfFirstTokens);
        get("/auth/callback?state=" + asked.get("state") + "&code=" + code);
    }

    /** Follows the gateway's redirects; at the login provider the person approves at once. */
    HttpResponse<String> follow(HttpResponse<String> response, String memberOf, Duration lifeOfFirstTokens) {
        for (int hops = 0; response.statusCode() == 302 && hops < 10; hops++) {
            var location = location(response);
            if (location.startsWith(Surroundings.login.issuer() + "/authorize")) {
                var asked = query(location);
                var code = Surroundings.login.approve(asked, memberOf, lifeOfFirstTokens);
                response = get("/auth/callback?state=" + asked.get("state") + "&code=" + code);
            } else if (location.startsWith(Surroundings.login.issuer())) {
                return response;
            } else {
                response = get(location.replace(Surroundings.PUBLIC_URL, ""));
            }
        }
        return response;
    }

    static String location(HttpResponse<?> response) {
        return response.headers().firstValue("location").orElseThrow();
    }

    static Map<String, String> query(String url) {
        return Arrays.stream(url.substring(url.indexOf('?') + 1).split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
