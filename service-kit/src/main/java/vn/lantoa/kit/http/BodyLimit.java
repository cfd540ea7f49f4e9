package vn.lantoa.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that says it is larger than {@code quarkus.http.limits.max-body-size}. The framework would break the
 * connection off without a word; the sender is to read what to do instead.
 */
@Singleton
class BodyLimit {

    private static final String CODE = "request.too-large";
    /** Before authentication: nothing of the body is kept. */
    private static final int PRIORITY = 400;
    /** Bytes thrown away so that a sender who first sends and then reads gets the answer; beyond, the connection closes. */
    private static final long DRAINED_AT_MOST = 512L * 1024 * 1024;

    private final long limit;
    private final ProblemTexts texts;
    private final ObjectMapper json;

    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit,
            ProblemTexts texts,
            ObjectMapper json) {
        this.limit = limit.asLongValue();
        this.texts = texts;
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        long declared = declared(context);
        if (declared <= limit) {
            context.next();
        } else if (declared > DRAINED_AT_MOST || context.request().getHeader(HttpHeaders.EXPECT) != null) {
            if (context.request().version() != HttpVersion.HTTP_2) {
                context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            }
            refuse(context); // who asked first (Expect) has not begun to send
        } else {
            var request = context.request();
            request.handler(discarded -> {});
            request.endHandler(all -> refuse(context));
            request.resume();
        }
    }

    private static long declared(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length.strip());
        } catch (NumberFormatException e) {
            return 0; // the server itself refuses such a request
        }
    }

    private void refuse(RoutingContext context) {
        var language = ProblemTexts.preferred(context.request().getHeader(HttpHeaders.ACCEPT_LANGUAGE));
        var body = new ProblemBody(
                URI.create("urn:lantoa:problem:" + CODE),
                texts.title(CODE, language),
                413,
                texts.detail(CODE, language),
                CODE,
                List.of(),
                ProblemResponses.traceId(),
                Map.of("maxBytes", limit));
        try {
            context.response()
                    .setStatusCode(413)
                    .putHeader(HttpHeaders.CONTENT_TYPE, ProblemResponses.MEDIA_TYPE)
                    .putHeader(HttpHeaders.CONTENT_LANGUAGE, language.getLanguage())
                    .end(json.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            context.fail(e);
        }
    }
}
