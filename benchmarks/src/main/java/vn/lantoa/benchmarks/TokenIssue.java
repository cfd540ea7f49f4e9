package vn.lantoa.benchmarks;

import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Secrets;

/**
 * Whether login stays flat when the country moves in: the same grants with the organizations of the seed, which is fewer than
 * ten, and with those of the country. "Raw" is the small realm, "ours" the large one; the goal is a p95 at most 1.2 times as long.
 * The small one is measured first, because the large one grows out of it, and Keycloak is warmed up before each.
 */
final class TokenIssue implements Scenario {

    /** One for each client: Keycloak takes a second login of the same person at the same moment for an attack, and locks them out. */
    private static final List<String> PEOPLE = List.of(
            "chutich.mayha",
            "phochutich.mayha",
            "truongphong.vhxh.mayha",
            "chuyenvien.vhxh.mayha",
            "truongphong.kt.mayha",
            "chuyenvien.kt.mayha",
            "giamdoc.pvhcc.mayha",
            "chuyenvien.pvhcc.mayha",
            "giamdoc.dvc.mayha",
            "vienchuc.dvc.mayha",
            "chanhvanphong.mayha",
            "vanthu.mayha",
            "quantri.mayha",
            "truongban.xdd.mayha",
            "truongcongan.mayha",
            "chihuytruong.mayha");

    private static final String COMMUNE = "xa-may-ha";
    private static final String CITY = "tp-bach-giang";

    @Override
    public String name() {
        return "token-issue";
    }

    @Override
    public String question() {
        return "a token from Keycloak with %,d organizations and %,d people against a realm of fewer than ten organizations"
                .formatted(Country.ORGANIZATIONS, Country.PEOPLE);
    }

    @Override
    public Set<Part> parts() {
        return EnumSet.of(Part.KEYCLOAK);
    }

    @Override
    public void run(LocalSystem system, Load load, int[] clients, PrintStream out) throws Exception {
        for (int count : clients) {
            if (count > PEOPLE.size()) {
                throw new IllegalArgumentException("At most " + PEOPLE.size() + " clients: each is somebody else");
            }
        }
        var grants = new TreeMap<String, IntFunction<Map<String, String>>>();
        grants.put(
                "password of a person",
                client -> Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "lantoa-demo",
                        "username",
                        PEOPLE.get(client),
                        "password",
                        system.secrets().demoPassword(),
                        "scope",
                        "openid organization:" + COMMUNE));
        grants.put(
                "secret of a machine",
                _ -> Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "lantoa-city-integration",
                        "client_secret",
                        system.secrets().get(Secrets.CITY_CLIENT),
                        "scope",
                        "organization:" + CITY));

        var small = measured(system, load, clients, grants, "few organizations");
        new KeycloakCountry(system).settle(Country.ORGANIZATIONS, Country.PEOPLE);
        var large = measured(system, load, clients, grants, "the country");

        Comparison.printHeader(out);
        for (int i = 0; i < small.size(); i++) {
            new Comparison(small.get(i), large.get(i)).print(out);
        }
    }

    private static List<Measurement> measured(
            LocalSystem system,
            Load load,
            int[] clients,
            Map<String, IntFunction<Map<String, String>>> grants,
            String where)
            throws Exception {
        var measurements = new ArrayList<Measurement>();
        for (var grant : grants.entrySet()) {
            for (int count : clients) {
                var name = grant.getKey() + ", " + where;
                measurements.add(load.run(
                        name,
                        count,
                        client -> new HttpCall(request(system, grant.getValue().apply(client)), 200)));
            }
        }
        return measurements;
    }

    private static HttpRequest request(LocalSystem system, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(system.realm() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }
}
