package vn.lantoa.gateway;

import io.opentelemetry.api.trace.Span;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes problems as {@code application/problem+json} (RFC 9457), in Vietnamese unless the client prefers English. */
@Singleton
class Problems {

    private static final Locale VIETNAMESE = Locale.forLanguageTag("vi");
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private static final String LOGIN_PAGE = """
            <!doctype html>
            <html lang="%s">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>%s</title>
              <link rel="stylesheet" href="/assets/lantoa.css">
            </head>
            <body>
            <main>
              <h1>%s</h1>
              <p>%s</p>
              %s
              <p><a href="/auth/logout">%s</a></p>
              <p><a href="/">%s</a></p>
            </main>
            </body>
            </html>
            """;

    private final String retryAfterSeconds;
    private final String maintenanceSeconds;

    Problems(Settings settings) {
        this.retryAfterSeconds = String.valueOf(settings.retryAfter().toSeconds());
        this.maintenanceSeconds =
                String.valueOf(settings.maintenanceRetryAfter().toSeconds());
    }

    void send(RoutingContext context, Problem problem) {
        send(context, problem, "");
    }

    /** What went wrong at the login: a page for a browser, a problem for everybody else. */
    void sendLogin(RoutingContext context, Problem problem) {
        sendLogin(context, problem, "", "");
    }

    /** The person is known, and a stranger to the organization asked for: the page leads to their own. */
    void sendNotAMember(RoutingContext context, String alias, String returnTo) {
        boolean vietnamese = VIETNAMESE.equals(language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
        sendLogin(
                context,
                Problem.NOT_A_MEMBER,
                alias,
                "<p><a href=\"/auth/organizations?returnTo=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8)
                        + "\">" + (vietnamese ? "Chọn cơ quan của anh/chị" : "Choose one of your organizations")
                        + "</a></p>");
    }

    private void sendLogin(RoutingContext context, Problem problem, String argument, String more) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        var response = context.response();
        if (accept == null || !accept.contains("text/html") || response.ended() || response.headWritten()) {
            send(context, problem, argument);
            return;
        }
        response.setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.isTemporary()) {
            response.putHeader(HttpHeaders.RETRY_AFTER, retryAfter(problem));
        }
        response.end(page(context, "gateway_problems", problem.code(), argument, more));
    }

    /**
     * A page in the reader's language.
     *
     * @param texts the bundle with {@code <key>.title} and {@code <key>.detail}
     * @param more HTML after them
     */
    String page(RoutingContext context, String texts, String key, String more) {
        return page(context, texts, key, "", more);
    }

    private String page(RoutingContext context, String texts, String key, String argument, String more) {
        var language = language(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var bundle = ResourceBundle.getBundle("messages." + texts, language, NO_FALLBACK);
        boolean vietnamese = VIETNAMESE.getLanguage().equals(language.getLanguage());
        context.response()
                .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
        return LOGIN_PAGE.formatted(
                language.getLanguage(),
                escaped(bundle.getString(key + ".title")),
                escaped(bundle.getString(key + ".title")),
                escaped(bundle.getString(key + ".detail").replace("{0}", argument)),
                more,
                vietnamese ? "Đăng xuất" : "Sign out",
                vietnamese ? "Về trang đầu" : "Back to the first page");
    }

    private String retryAfter(Problem problem) {
        return problem == Problem.MAINTENANCE ? maintenanceSeconds : retryAfterSeconds;
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** @param limit in bytes */
    void sendTooLarge(RoutingContext context, long limit) {
        send(context, Problem.TOO_LARGE, megabytes(limit));
    }

    private void send(RoutingContext context, Problem problem, String argument) {
        var response = context.response();
        if (response.ended()) {
            return;
        }
        if (response.headWritten()) {
            response.reset(); // too late for an answer: the client must see that this one is incomplete
            return;
        }
        response.setStatusCode(problem.status());
        response.end(write(context.request(), response.headers(), problem, argument));
    }

    /** Sets the headers and gives the body. */
    Buffer write(HttpServerRequest request, MultiMap headers, Problem problem) {
        return write(request, headers, problem, "");
    }

    /** @param limit in bytes */
    Buffer writeTooLarge(HttpServerRequest request, MultiMap headers, long limit) {
        return write(request, headers, Problem.TOO_LARGE, megabytes(limit));
    }

    private Buffer write(HttpServerRequest request, MultiMap headers, Problem problem, String argument) {
        var language = language(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var texts = ResourceBundle.getBundle("messages.gateway_problems", language, NO_FALLBACK);
        headers.set(HttpHeaders.CONTENT_TYPE, "application/problem+json")
                .set(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                .set(HttpHeaders.CACHE_CONTROL, "no-store");
        if (problem.isTemporary()) {
            headers.set(HttpHeaders.RETRY_AFTER, retryAfter(problem));
        }
        if (problem.status() == 401) {
            headers.set("WWW-Authenticate", "Bearer");
        }
        if (problem == Problem.TOO_LARGE || problem == Problem.BODY_TOO_SLOW) {
            headers.set(HttpHeaders.CONNECTION, HttpHeaders.CLOSE); // the rest of the body is not worth reading
        }
        return new JsonObject()
                .put("type", "urn:lantoa:problem:" + problem.code())
                .put("title", texts.getString(problem.code() + ".title"))
                .put("status", problem.status())
                .put("detail", texts.getString(problem.code() + ".detail").replace("{0}", argument))
                .put("code", problem.code())
                .put("traceId", traceId())
                .toBuffer();
    }

    static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return VIETNAMESE;
        }
        try {
            var preferred =
                    Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(VIETNAMESE, Locale.ENGLISH));
            return preferred == null ? VIETNAMESE : preferred;
        } catch (IllegalArgumentException malformed) {
            return VIETNAMESE;
        }
    }

    private static String megabytes(long bytes) {
        return String.valueOf(bytes / (1024 * 1024));
    }

    private static String traceId() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? span.getTraceId() : UUID.randomUUID().toString().replace("-", "");
    }
}
