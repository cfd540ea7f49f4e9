package vn.lantoa.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which headers cross the gateway, and what it adds. Nothing a client claims about its own way here is believed. */
final class HeaderRules {

    private static final List<String> HOP_BY_HOP = List.of(
            "Connection",
            "Keep-Alive",
            "Proxy-Connection",
            "Proxy-Authenticate",
            "Proxy-Authorization",
            "TE",
            "Trailer",
            "Upgrade");
    /** The trace goes on under the gateway's own span, whose headers the HTTP client adds. */
    private static final List<String> NOT_FORWARDED =
            List.of("Cookie", "Expect", "Forwarded", "traceparent", "tracestate");

    /** What no client may have removed by calling it a matter of its connection. */
    private static final List<String> ESSENTIAL =
            List.of("", "Transfer-Encoding", "Content-Length", "Host", "Authorization", "X-Requested-With");

    private static final List<String> NOT_ANSWERED = List.of("Set-Cookie", "Server", "X-Powered-By");
    private static final List<String> RESERVED = List.of("x-forwarded-", "x-gw-", "x-real-ip");

    private final URI publicUrl;

    HeaderRules(URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** @param sessionToken the access token of the browser's session; null leaves Authorization as it came */
    void request(MultiMap headers, @Nullable String clientAddress, @Nullable String sessionToken) {
        removeHopByHop(headers);
        NOT_FORWARDED.forEach(headers::remove);
        Set.copyOf(headers.names()).stream().filter(HeaderRules::isReserved).forEach(headers::remove);
        if (clientAddress != null) {
            headers.set("X-Forwarded-For", clientAddress);
        }
        headers.set("X-Forwarded-Proto", publicUrl.getScheme());
        headers.set("X-Forwarded-Host", publicUrl.getAuthority());
        if (sessionToken != null) {
            headers.set("Authorization", "Bearer " + sessionToken);
        }
    }

    /** @param service where the answer comes from: an address that nobody outside can follow */
    void response(MultiMap headers, URI service) {
        removeHopByHop(headers);
        NOT_ANSWERED.forEach(headers::remove);
        var location = headers.get(HttpHeaders.LOCATION);
        var inside = origin(service);
        if (location != null && location.startsWith(inside)) {
            headers.set(HttpHeaders.LOCATION, origin(publicUrl) + location.substring(inside.length()));
        }
    }

    private static String origin(URI url) {
        return url.getScheme() + "://" + url.getAuthority() + "/";
    }

    private static boolean isReserved(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return RESERVED.stream().anyMatch(lower::startsWith);
    }

    /** Transfer-Encoding stays: the proxy itself reads it, and writes its own. */
    private static void removeHopByHop(MultiMap headers) {
        var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        headers.getAll("Connection").forEach(value -> {
            for (var name : value.split(",")) {
                names.add(name.strip());
            }
        });
        ESSENTIAL.forEach(names::remove);
        names.addAll(HOP_BY_HOP);
        names.forEach(headers::remove);
    }
}
