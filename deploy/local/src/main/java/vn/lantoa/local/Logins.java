package vn.lantoa.local;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens for the invented people and machines of the demo, straight from Keycloak; each is fetched once. */
public final class Logins {
    private static final String TOKEN = "/protocol/openid-connect/token";

    private final Http realm;
    private final Secrets secrets;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    public Logins(URI realm, Secrets secrets) {
        this.realm = Http.at(realm);
        this.secrets = secrets;
    }

    /** Access token of a person who acts for one organization; good for a few minutes. */
    public String person(String user, String organization) {
        return tokens.computeIfAbsent(
                user + "@" + organization,
                _ -> fetch(Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "lantoa-demo",
                        "username",
                        user,
                        "password",
                        secrets.demoPassword(),
                        "scope",
                        "openid organization:" + organization)));
    }

    /** Access token of the city's data platform. */
    public String city(String organization) {
        return tokens.computeIfAbsent(
                "city@" + organization,
                _ -> fetch(Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        "lantoa-city-integration",
                        "client_secret",
                        secrets.get(Secrets.CITY_CLIENT),
                        "scope",
                        "organization:" + organization)));
    }

    private String fetch(Map<String, String> fields) {
        return realm.postFields(TOKEN, fields)
                .expect(200)
                .json()
                .path("access_token")
                .asText();
    }
}
