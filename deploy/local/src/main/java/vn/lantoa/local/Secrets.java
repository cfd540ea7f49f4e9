package vn.lantoa.local;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The secrets of one local system: made at random when first asked for, kept in one file only its owner can read, and
 * never in the repository. A secret that a newer launcher needs is added; those that exist stay.
 */
public final class Secrets {
    public static final String GATEWAY_CLIENT = "LANTOA_GATEWAY_CLIENT_SECRET";
    public static final String CITY_CLIENT = "LANTOA_CITY_CLIENT_SECRET";
    public static final String PROVISIONING_CLIENT = "LANTOA_PROVISIONING_CLIENT_SECRET";
    public static final String BROKER_CLIENT = "LANTOA_BROKER_CLIENT_SECRET";
    public static final String DEMO_PASSWORD = "LANTOA_DEMO_PASSWORD";
    public static final String SESSION = "LANTOA_SESSION_SECRET";
    public static final String POSTGRES = "LANTOA_POSTGRES_PASSWORD";
    public static final String KEYCLOAK_ADMIN = "LANTOA_KEYCLOAK_ADMIN_PASSWORD";

    // No 0, O, 1, l, I: people type the demo password from the screen.
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 40;

    private final Map<String, String> values;

    private Secrets(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /** Of the role that owns a service's tables. */
    static String databaseOwner(Part service) {
        return service.variable("DB_PASSWORD");
    }

    /** Of the role as which a service works. */
    static String database(Part service) {
        return service.variable("APP_PASSWORD");
    }

    public String get(String name) {
        var value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("No secret is named " + name);
        }
        return value;
    }

    /** The password of every invented person of the demo. */
    public String demoPassword() {
        return get(DEMO_PASSWORD);
    }

    static Secrets of(Path file) {
        var values = new TreeMap<>(read(file));
        var random = new SecureRandom();
        var missing = names().stream().filter(name -> !values.containsKey(name)).toList();
        for (String name : missing) {
            values.put(name, name.equals(DEMO_PASSWORD) ? typeable(random) : text(random, LENGTH));
        }
        if (!missing.isEmpty()) {
            write(file, values);
        }
        return new Secrets(values);
    }

    private static List<String> names() {
        var names = new ArrayList<>(List.of(
                GATEWAY_CLIENT,
                CITY_CLIENT,
                PROVISIONING_CLIENT,
                BROKER_CLIENT,
                DEMO_PASSWORD,
                SESSION,
                POSTGRES,
                KEYCLOAK_ADMIN));
        Part.SERVICES.forEach(service -> names.addAll(List.of(databaseOwner(service), database(service))));
        return names;
    }

    /** One of each kind of character and 20 in all, as the realm's password policy asks; 80 bits are random. */
    private static String typeable(SecureRandom random) {
        return "Lt9-" + text(random, 4) + "-" + text(random, 4) + "-" + text(random, 6);
    }

    private static String text(SecureRandom random, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static Map<String, String> read(Path file) {
        if (!Files.exists(file)) {
            return Map.of();
        }
        try {
            var properties = new Properties();
            properties.load(new StringReader(Files.readString(file)));
            var values = new TreeMap<String, String>();
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, Map<String, String> values) {
        var text = new StringBuilder(
                "# Made by ./lantoa for this machine only. Deleting it locks you out of the data beside it.\n");
        values.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            var draft =
                    Files.createTempFile(file.getParent(), "secrets", ".tmp"); // readable by its owner from the start
            DataFolder.ownerOnly(draft, "rw-------");
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
