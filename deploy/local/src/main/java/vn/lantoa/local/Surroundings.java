package vn.lantoa.local;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;

/** The addresses of one system, and what each of our applications is told about them: environment variables only. */
final class Surroundings {
    private static final String LOOPBACK = "127.0.0.1";

    /** Of deploy/seed/directory.json: the top of the invented tree, which keeps the calendar of the whole country. */
    private static final String SEEDED_CITY = "0197c1ce-4200-7001-8000-000000000001";

    private final Settings settings;
    private final Secrets secrets;

    Surroundings(Settings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    /** Where a part speaks HTTP. Browsers keep one cookie jar per name, so the name is always {@code localhost}. */
    URI url(Part part) {
        if (part == Part.POSTGRES || part == Part.KAFKA) {
            throw new IllegalArgumentException(part.label() + " does not speak HTTP");
        }
        return URI.create("http://localhost:" + settings.ports().of(Port.mainOf(part)));
    }

    /** Issuer of every token; Keycloak is told to use this name whatever name a request used. */
    String realm() {
        return url(Part.KEYCLOAK) + "/realms/lantoa";
    }

    String kafka() {
        return LOOPBACK + ":" + settings.ports().of(Port.KAFKA);
    }

    String jdbc(String database) {
        return "jdbc:postgresql://" + LOOPBACK + ":" + settings.ports().of(Port.POSTGRES) + "/" + database;
    }

    /** The database of a service, and the role that owns its tables. */
    static String database(Part service) {
        return "lantoa_" + service.shortName();
    }

    /** The role as which a service works: it owns nothing, so that row-level security binds it. */
    static String role(Part service) {
        return database(service) + "_app";
    }

    Map<String, String> environment(Part part) {
        if (!part.isApplication()) {
            return Map.of();
        }
        var environment = new TreeMap<String, String>();
        environment.put("LANTOA_HTTP_PORT", String.valueOf(settings.ports().of(Port.mainOf(part))));
        environment.put("QUARKUS_HTTP_HOST", LOOPBACK);
        environment.put("LANTOA_OIDC_URL", realm());
        environment.put("LANTOA_OIDC_ISSUER", realm());
        if (part == Part.GATEWAY) {
            gateway(environment);
        } else {
            service(part, environment);
        }
        return environment;
    }

    private void service(Part service, Map<String, String> environment) {
        environment.put("LANTOA_DB_URL", jdbc(database(service)));
        environment.put("LANTOA_DB_OWNER", database(service));
        environment.put("LANTOA_DB_OWNER_PASSWORD", secrets.get(Secrets.databaseOwner(service)));
        environment.put("LANTOA_DB_USER", role(service));
        environment.put("LANTOA_DB_PASSWORD", secrets.get(Secrets.database(service)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", kafka());
        // Gracefully, each consumer would wait two seconds, one after the other. What is cut off is delivered again,
        // and
        // the inbox knows it.
        environment.put("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_GRACEFUL_SHUTDOWN", "false");
        environment.put("LANTOA_DATA_DIR", settings.folder().of(service).toString());
        environment.put("LANTOA_MOVABLE_CLOCK", String.valueOf(settings.movableClock()));
        if (service == Part.PLAN_SERVICE) {
            environment.put(Secrets.PROVISIONING_CLIENT, secrets.get(Secrets.PROVISIONING_CLIENT));
            environment.put(
                    "LANTOA_DIRECTORY_SEED",
                    settings.repository().resolve("deploy/seed/directory.json").toString());
            environment.put("LANTOA_CALENDAR_KEEPER", SEEDED_CITY);
        }
        if (service == Part.NOTIFICATION_SERVICE) {
            environment.put("LANTOA_SMTP_HOST", LOOPBACK);
            environment.put("LANTOA_SMTP_PORT", String.valueOf(settings.ports().of(Port.SMTP)));
        }
    }

    private void gateway(Map<String, String> environment) {
        environment.put("LANTOA_PUBLIC_URL", url(Part.GATEWAY).toString());
        environment.put(Secrets.GATEWAY_CLIENT, secrets.get(Secrets.GATEWAY_CLIENT));
        environment.put(Secrets.SESSION, secrets.get(Secrets.SESSION));
        environment.put("LANTOA_IDENTITY_PROVIDERS", "phuong-ben-song=bensong.bachgiang.example");
        Part.SERVICES.forEach(
                service -> environment.put(service.variable("URL"), url(service).toString()));
    }
}
