package vn.lantoa.benchmarks;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import vn.lantoa.local.Http;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Secrets;

/** Fills the realm with the organizations and people of a country, through Keycloak's own administration. */
final class KeycloakCountry {

    private static final int SIDE_BY_SIDE = 8;
    private static final int IMPORTED_AT_ONCE = 500;
    private static final JsonMapper JSON = new JsonMapper();

    private final LocalSystem system;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    KeycloakCountry(LocalSystem system) {
        this.system = system;
    }

    /** @param people are spread over the organizations evenly, each a member of one */
    void settle(int organizations, int people) throws Exception {
        System.err.println("Organizations move in …");
        var organizationIds = all(IntStream.rangeClosed(1, organizations)
                .mapToObj(n -> (Work<String>) () -> organization(n))
                .toList());
        System.err.println("People are imported …");
        for (int first = 1; first <= people; first += IMPORTED_AT_ONCE) {
            importPeople(first, Math.min(people, first + IMPORTED_AT_ONCE - 1));
        }
        System.err.println("People join …");
        all(IntStream.rangeClosed(1, people)
                .mapToObj(n -> (Work<Void>) () -> {
                    join(organizationIds.get(n % organizations), id(n));
                    return null;
                })
                .toList());
    }

    private String organization(int n) throws Exception {
        var location = post(
                        "/organizations",
                        Map.of(
                                "name",
                                "Xã số " + n,
                                "alias",
                                "xa-" + n,
                                "enabled",
                                true,
                                "domains",
                                List.of(Map.of("name", "xa-" + n + ".example", "verified", true))))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.substring(location.lastIndexOf('/') + 1);
    }

    private void importPeople(int first, int last) throws Exception {
        var users = IntStream.rangeClosed(first, last)
                .mapToObj(n -> Map.of(
                        "id",
                        id(n),
                        "username",
                        "nguoi." + n,
                        "enabled",
                        true,
                        "email",
                        "nguoi." + n + "@xa.example",
                        "firstName",
                        "Người",
                        "lastName",
                        "Thứ " + n))
                .toList();
        post("/partialImport", Map.of("ifResourceExists", "SKIP", "users", users));
    }

    private void join(String organization, String user) throws Exception {
        post("/organizations/" + organization + "/members", user);
    }

    private static String id(int n) {
        return java.util
                .UUID
                .nameUUIDFromBytes(("nguoi" + n).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    private HttpResponse<String> post(String path, Object body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(system.url(Part.KEYCLOAK) + "/admin/realms/lantoa" + path))
                .header("Authorization", "Bearer " + administrator())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " was answered with " + answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    private String token = "";
    private long tokenUntil;

    /** An administrator's token lives one minute. */
    private synchronized String administrator() {
        if (System.nanoTime() > tokenUntil || token.isEmpty()) {
            token = Http.at(system.url(Part.KEYCLOAK))
                    .postFields(
                            "/realms/master/protocol/openid-connect/token",
                            Map.of(
                                    "grant_type", "password",
                                    "client_id", "admin-cli",
                                    "username", "admin",
                                    "password", system.secrets().get(Secrets.KEYCLOAK_ADMIN)))
                    .expect(200)
                    .json()
                    .path("access_token")
                    .asText();
            tokenUntil = System.nanoTime() + 30_000_000_000L;
        }
        return token;
    }

    private interface Work<T> {
        T done() throws Exception;
    }

    private static <T> List<T> all(List<Work<T>> works) throws Exception {
        try (var threads = Executors.newFixedThreadPool(SIDE_BY_SIDE)) {
            var running = new ArrayList<Future<T>>();
            for (var work : works) {
                running.add(threads.submit(work::done));
            }
            var results = new ArrayList<T>();
            for (var one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
