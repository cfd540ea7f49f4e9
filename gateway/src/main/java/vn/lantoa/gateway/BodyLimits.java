package vn.lantoa.gateway;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many bytes a request may bring, by its path: as much as the service behind it takes, so that we refuse first. */
final class BodyLimits {

    private record Limit(Pattern path, long bytes) {}

    private final List<Limit> limits;
    private final long otherwise;

    private BodyLimits(List<Limit> limits, long otherwise) {
        this.limits = limits;
        this.otherwise = otherwise;
    }

    static BodyLimits of(Collection<Settings.BodyLimit> limits, long otherwise) {
        return new BodyLimits(
                limits.stream()
                        .map(limit ->
                                new Limit(pattern(limit.path()), limit.size().asLongValue()))
                        .toList(),
                otherwise);
    }

    /** @return in bytes */
    long of(String path) {
        return limits.stream()
                .filter(limit -> limit.path().matcher(path).matches())
                .mapToLong(Limit::bytes)
                .findFirst()
                .orElse(otherwise);
    }

    /** @return -1 if the request does not say, or says nonsense, which the HTTP layer refuses by itself */
    static long declared(HttpServerRequest request) {
        try {
            var length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException malformed) {
            return -1;
        }
    }

    private static Pattern pattern(String path) {
        return Pattern.compile(Arrays.stream(path.split("/"))
                .map(segment -> "*".equals(segment) ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/", "", "/?")));
    }
}
