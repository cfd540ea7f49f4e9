package vn.lantoa.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the gateway, or says in one sentence per setting why it cannot start. */
@QuarkusMain
public final class Gateway {

    /** AES-256 keys are derived from the session secret; shorter ones would weaken every cookie. */
    static final int SESSION_SECRET_LENGTH = 32;

    private Gateway() {}

    public static void main(String... args) {
        var complaints = complaints(System.getenv());
        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            System.exit(2);
        }
        if (isHttps(System.getenv())) {
            System.setProperty("quarkus.oidc.authentication.cookie-force-secure", "true");
        }
        RequestForm.takeOver();
        Quarkus.run(args);
    }

    /** What the environment must provide and does not. There are no default secrets. */
    static List<String> complaints(Map<String, String> environment) {
        var complaints = new ArrayList<String>();
        if (environment.getOrDefault("LANTOA_GATEWAY_CLIENT_SECRET", "").isBlank()) {
            complaints.add("The gateway cannot start: set LANTOA_GATEWAY_CLIENT_SECRET to the secret of the client"
                    + " lantoa-gateway at the identity provider.");
        }
        if (environment.getOrDefault("LANTOA_SESSION_SECRET", "").length() < SESSION_SECRET_LENGTH) {
            complaints.add("The gateway cannot start: set LANTOA_SESSION_SECRET to at least " + SESSION_SECRET_LENGTH
                    + " random characters; it encrypts the browsers' session cookies.");
        }
        return complaints;
    }

    private static boolean isHttps(Map<String, String> environment) {
        return environment.getOrDefault("LANTOA_PUBLIC_URL", "").startsWith("https://");
    }
}
