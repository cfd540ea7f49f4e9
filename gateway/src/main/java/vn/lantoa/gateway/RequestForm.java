package vn.lantoa.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Refuses what is HTTP but no proper request before anybody acts on it: what one server reads in one way and the next in another
 * must not reach the next.
 */
@Singleton
class RequestForm {

    private static final int FIRST = Integer.MIN_VALUE + 20;
    /** The services read first lines of 4096 characters; the verb, the version and a longer host name need some of it. */
    private static final int LONGEST_ADDRESS = 4_000;

    /** What anything behind here could understand; TRACE would send a caller's own token back to them. */
    private static final List<String> VERBS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private static final Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7E]*");

    /** Makes the framework leave unreadable addresses to us: it would answer with an empty 400. Read once, at the start. */
    private static final String LEAVE_IT_TO_US = "vertx.disableURIValidation";

    private final Problems problems;

    RequestForm(Problems problems) {
        this.problems = problems;
    }

    static void takeOver() {
        System.setProperty(LEAVE_IT_TO_US, "true");
    }

    void register(@Observes Router router) {
        router.route().order(FIRST).handler(this::check);
        // The router reads the path before any of its routes does, and may not be able to.
        router.errorHandler(400, context -> problems.send(context, Problem.MALFORMED));
    }

    private void check(RoutingContext context) {
        var request = context.request();
        if (request.uri().length() > LONGEST_ADDRESS) {
            problems.send(context, Problem.ADDRESS_TOO_LONG);
        } else if (!VERBS.contains(request.method().name())) {
            context.response().putHeader(HttpHeaders.ALLOW, String.join(", ", VERBS));
            problems.send(context, Problem.METHOD_UNKNOWN);
        } else if (!isReadable(request.uri()) || isOddlyFramed(request)) {
            problems.send(context, Problem.MALFORMED);
        } else {
            context.next();
        }
    }

    /** The services refuse the same, but in no words of ours. */
    private static boolean isReadable(String address) {
        try {
            new URI(address);
            return PRINTABLE.matcher(address).matches();
        } catch (URISyntaxException unreadable) {
            return false;
        }
    }

    /** A body in another coding than chunks: where it ends, two servers may see differently. */
    private static boolean isOddlyFramed(HttpServerRequest request) {
        var codings = request.headers().getAll(HttpHeaders.TRANSFER_ENCODING);
        return codings.size() > 1
                || codings.stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"));
    }
}
