package vn.lantoa.endtoend;

import java.net.CookieHandler;
import java.net.HttpCookie;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Cookies as browsers keep them for localhost: those marked Secure too, which the JDK's own jar sends over https only. */
final class LocalhostCookies extends CookieHandler {

    private final Map<String, String> values = new ConcurrentHashMap<>();

    @Override
    public Map<String, List<String>> get(URI address, Map<String, List<String>> requestHeaders) {
        if (values.isEmpty()) {
            return Map.of();
        }
        return Map.of(
                "Cookie",
                List.of(values.entrySet().stream()
                        .map(it -> it.getKey() + "=" + it.getValue())
                        .collect(Collectors.joining("; "))));
    }

    @Override
    public void put(URI address, Map<String, List<String>> answerHeaders) {
        answerHeaders.forEach((name, lines) -> {
            if ("Set-Cookie".equalsIgnoreCase(name)) {
                lines.stream()
                        .flatMap(line -> HttpCookie.parse("Set-Cookie: " + line).stream())
                        .forEach(this::keep);
            }
        });
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
            values.remove(cookie.getName());
        } else {
            values.put(cookie.getName(), cookie.getValue());
        }
    }
}
