package vn.lantoa.gateway;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which service owns a path: the longest prefix wins, and a prefix ends at a slash or at the end of the path. */
final class RouteTable {

    record Route(String prefix, String service, URI url) {}

    private final List<Route> routes;

    private RouteTable(List<Route> routes) {
        this.routes = routes;
    }

    /** @throws IllegalArgumentException if two services claim the same prefix */
    static RouteTable of(Map<String, Settings.Service> services) {
        var routes = services.entrySet().stream()
                .flatMap(service -> service.getValue().prefixes().stream()
                        .map(prefix -> new Route(
                                prefix, service.getKey(), service.getValue().url())))
                .sorted(Comparator.comparingInt((Route route) -> route.prefix().length())
                        .reversed())
                .toList();
        if (routes.stream().map(Route::prefix).distinct().count() < routes.size()) {
            throw new IllegalArgumentException("Two services claim the same prefix: " + routes);
        }
        return new RouteTable(routes);
    }

    Optional<Route> match(String path) {
        return routes.stream().filter(route -> covers(route.prefix(), path)).findFirst();
    }

    static boolean covers(String prefix, String path) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
