package vn.lantoa.gateway;

import io.opentelemetry.api.trace.Span;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The page at {@code /}, the security headers of every answer, and the last word on addresses that nobody owns. */
@Singleton
class Pages {

    private static final String DOCS = "/api/docs";
    private static final int FIRST = Integer.MIN_VALUE + 10;
    private static final int LAST = RouteConstants.ROUTE_ORDER_AFTER_DEFAULT + 1_000;

    private final Problems problems;
    private final Map<Locale, String> landing;
    private final String pagePolicy;
    private final boolean https;

    Pages(Settings settings, Problems problems) {
        this.problems = problems;
        this.landing = Map.of(
                Locale.forLanguageTag("vi"),
                read("pages/landing_vi.html"),
                Locale.ENGLISH,
                read("pages/landing_en.html"));
        var issuer = settings.issuer();
        // Browsers hold the redirect of a form to form-action as well: the login form ends at the identity provider.
        this.pagePolicy =
                "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none';"
                        + " form-action 'self' " + issuer.getScheme() + "://" + issuer.getAuthority()
                        + settings.identityProviderOrigins().orElse(List.of()).stream()
                                .map(origin -> " " + origin)
                                .collect(Collectors.joining());
        this.https = "https".equals(settings.publicUrl().getScheme());
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::secure);
        router.get("/").handler(this::landing);
        router.route().order(LAST).handler(context -> problems.send(context, Problem.NOT_FOUND));
    }

    private void secure(RoutingContext context) {
        var trace = Span.current().getSpanContext();
        context.addHeadersEndHandler(done -> {
            var headers = context.response().headers();
            setIfAbsent(headers, "X-Content-Type-Options", "nosniff");
            setIfAbsent(headers, "Referrer-Policy", "same-origin");
            setIfAbsent(headers, "X-Frame-Options", "DENY");
            setIfAbsent(headers, "Cross-Origin-Opener-Policy", "same-origin");
            setIfAbsent(headers, "Permissions-Policy", "camera=(), geolocation=(), microphone=()");
            setIfAbsent(
                    headers, "Content-Security-Policy", policy(context.request().path()));
            if (trace.isValid()) {
                headers.set("X-Request-Id", trace.getTraceId()); // as in a problem and in every log line
            }
            if (https) {
                setIfAbsent(headers, "Strict-Transport-Security", "max-age=31536000");
            }
        });
        context.next();
    }

    /** The documentation page writes styles into itself, and its start script into its page. */
    private String policy(String path) {
        return path != null && path.startsWith(DOCS)
                ? "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline';"
                        + " img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
                : pagePolicy;
    }

    private void landing(RoutingContext context) {
        var language = Problems.language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        context.response()
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-cache")
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .end(Objects.requireNonNull(landing.get(language)));
    }

    private static void setIfAbsent(MultiMap headers, String name, String value) {
        if (!headers.contains(name)) {
            headers.set(name, value);
        }
    }

    private static String read(String resource) {
        try (var page = Pages.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(page, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
