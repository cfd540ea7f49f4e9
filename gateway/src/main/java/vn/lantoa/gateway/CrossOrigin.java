package vn.lantoa.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * What scripts of other sites may do: those of configured origins may call the API with a bearer token; with a session
 * cookie only our own pages may change anything.
 */
@Singleton
class CrossOrigin {

    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final String EXPOSED = "ETag, Location, Link, Retry-After, Content-Disposition, Deprecation,"
            + " Sunset, RateLimit, RateLimit-Policy, X-Request-Id";

    private final String ownOrigin;
    private final Set<String> allowed;

    CrossOrigin(Settings settings) {
        this.ownOrigin =
                settings.publicUrl().getScheme() + "://" + settings.publicUrl().getAuthority();
        this.allowed = settings.corsOrigins().orElse(Set.of());
    }

    /** Adds what a browser needs to let a script of an allowed origin read the answer; nothing for the others. */
    void answer(HttpServerRequest request, HttpServerResponse response) {
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        response.headers().add(HttpHeaders.VARY, HttpHeaders.ORIGIN);
        if (origin == null || !allowed.contains(origin)) {
            return;
        }
        response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        response.putHeader(HttpHeaders.ACCESS_CONTROL_EXPOSE_HEADERS, EXPOSED);
        if (isPreflight(request)) {
            response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE");
            var headers = request.getHeader(HttpHeaders.ACCESS_CONTROL_REQUEST_HEADERS);
            if (headers != null) {
                response.putHeader(HttpHeaders.ACCESS_CONTROL_ALLOW_HEADERS, headers);
            }
            response.putHeader(HttpHeaders.ACCESS_CONTROL_MAX_AGE, "600");
        }
    }

    static boolean isPreflight(HttpServerRequest request) {
        return request.method().equals(HttpMethod.OPTIONS)
                && request.headers().contains(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD);
    }

    /**
     * Whether a request with a session cookie may pass. A browser attaches the cookie to whatever another site makes it
     * send, but it also says where a request comes from; where it does not, a header proves it that no foreign form can set.
     */
    boolean maySpendSession(HttpServerRequest request) {
        if (SAFE.contains(request.method())) {
            return true;
        }
        var origin = request.getHeader(HttpHeaders.ORIGIN);
        if (origin != null) {
            return origin.equals(ownOrigin);
        }
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null) {
            return site.equals("same-origin");
        }
        return request.headers().contains("X-Requested-With");
    }
}
