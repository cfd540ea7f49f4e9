package vn.lantoa.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * What distinguishes one local system from another on the same machine.
 *
 * @param repository root of the source tree, with its modules already packaged
 * @param data folder of this system; made when missing
 * @param distributions folder with what is unpacked once (PostgreSQL, Keycloak); may be shared by systems
 * @param movableClock lets the services' clock be moved by a request; never true outside the demo and tests
 */
public record Settings(Path repository, Path data, Path distributions, Ports ports, boolean movableClock) {
    public Settings {
        repository = repository.toAbsolutePath().normalize();
        data = data.toAbsolutePath().normalize();
        distributions = distributions.toAbsolutePath().normalize();
    }

    /** The developer's own system: data under {@code .lantoa}, or where {@code LANTOA_HOME} says. */
    public static Settings fromEnvironment(Path repository, Map<String, String> environment) {
        var home = home(repository, environment);
        return new Settings(repository, home, home.resolve("dist"), Ports.fromEnvironment(environment), false);
    }

    /** A throw-away system beside the developer's own: free ports, its own data, the same unpacked distributions. */
    public static Settings forTests(Path repository, Path data) {
        return new Settings(repository, data, home(repository, System.getenv()).resolve("dist"), Ports.free(), true);
    }

    Settings withMovableClock(boolean movable) {
        return new Settings(repository, data, distributions, ports, movable);
    }

    Settings withPorts(Ports other) {
        return new Settings(repository, data, distributions, other, movableClock);
    }

    DataFolder folder() {
        return new DataFolder(data, distributions);
    }

    /** What Maven built for the launcher itself. */
    Path launcherTarget() {
        return repository.resolve("deploy/local/target");
    }

    private static Path home(Path repository, Map<String, String> environment) {
        var named = environment.getOrDefault("LANTOA_HOME", "");
        return named.isBlank() ? repository.resolve(".lantoa") : Path.of(named);
    }
}
