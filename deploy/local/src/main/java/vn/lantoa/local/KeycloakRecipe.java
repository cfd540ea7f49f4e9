package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak from its distribution. It is built once ({@code build}, half a minute), then always started with the same
 * options, so that it never builds itself again. Its database is a file: it starts beside PostgreSQL, not after it.
 */
final class KeycloakRecipe implements Recipe {
    /** Enough for the realm of the seed. A realm with the people of a country wants {@code LANTOA_KEYCLOAK_HEAP=1024} (megabytes). */
    private static final int HEAP_MEGABYTES =
            Integer.parseInt(System.getenv().getOrDefault("LANTOA_KEYCLOAK_HEAP", "320"));
    /** Ours, and one that stands for the login system of a commune of its own. */
    private static final List<String> REALMS = List.of("lantoa", "phuong-ben-song");

    private final Settings settings;
    private final Surroundings surroundings;
    private final Secrets secrets;

    KeycloakRecipe(Settings settings, Surroundings surroundings, Secrets secrets) {
        this.settings = settings;
        this.surroundings = surroundings;
        this.secrets = secrets;
    }

    @Override
    public Part part() {
        return Part.KEYCLOAK;
    }

    @Override
    public void check() {
        LauncherFiles.keycloakArchive(settings);
        for (String realm : REALMS) {
            if (!Files.exists(source(realm))) {
                throw new LaunchProblem(source(realm) + " is missing.");
            }
        }
    }

    @Override
    public void prepare(Progress progress) throws IOException, InterruptedException {
        var archive = LauncherFiles.keycloakArchive(settings);
        Archives.once(distribution(), folder -> {
            progress.tell(part(), "unpacking and building itself: only this first time, about half a minute");
            Archives.untarGzip(archive, folder, 1);
            Detached.run(
                    program(folder, "build", "--db=dev-file", "--health-enabled=true"),
                    settings.folder().log("keycloak-build"));
        });
        Files.createDirectories(home().resolve("data/import"));
        for (String shared : List.of("lib", "conf", "providers", "themes")) {
            var link = home().resolve(shared);
            if (!Files.exists(link)) {
                Files.deleteIfExists(link); // a link whose target was deleted
                Files.createSymbolicLink(link, distribution().resolve(shared));
            }
        }
        importRealms(progress);
    }

    @Override
    public Launch launch() throws IOException {
        var ports = settings.ports();
        var command = program(
                home(),
                "start",
                "--optimized",
                "--import-realm",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.of(Port.KEYCLOAK),
                "--http-management-port=" + ports.of(Port.KEYCLOAK_MANAGEMENT),
                // The issuer in the tokens, whatever name a request used: services compare it letter by letter.
                "--hostname=" + surroundings.url(Part.KEYCLOAK));
        var environment = Map.of(
                "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.get(Secrets.KEYCLOAK_ADMIN),
                // Not read by Keycloak: makes a changed realm a changed launch.
                "LANTOA_REALM", Launch.sha256(String.join("", realms().values())));
        return new Launch(command.command(), environment, home(), List.of());
    }

    @Override
    public boolean isReady(ProcessHandle process) {
        return Probe.answers(java.net.URI.create(surroundings.realm()));
    }

    @Override
    public Duration patience() {
        return Duration.ofMinutes(5);
    }

    /** Keycloak leaves a realm alone that it has; when one of ours changed, its database starts afresh. */
    private void importRealms(Progress progress) throws IOException {
        var realms = realms();
        var noted = home().resolve("data/realm.sha256");
        var digest = Launch.sha256(String.join("", realms.values()));
        if (Files.exists(noted) && Files.readString(noted).equals(digest)) {
            return;
        }
        progress.tell(part(), "will take in the realms and their people: about 15 seconds more");
        Archives.delete(home().resolve("data/h2"));
        for (var realm : realms.entrySet()) {
            var target = home().resolve("data/import/" + realm.getKey() + "-realm.json");
            Files.deleteIfExists(target);
            Files.createFile(target);
            DataFolder.ownerOnly(target, "rw-------");
            Files.writeString(target, realm.getValue());
        }
        Files.writeString(noted, digest);
    }

    /** The filled files, by name of the realm. */
    private Map<String, String> realms() throws IOException {
        var realms = new TreeMap<String, String>();
        for (String realm : REALMS) {
            realms.put(realm, RealmFile.fill(source(realm), this::value));
        }
        return realms;
    }

    private @Nullable String value(String placeholder) {
        return switch (placeholder) {
            case "LANTOA_PUBLIC_URL", "LANTOA_GATEWAY_INSIDE_URL" ->
                surroundings.url(Part.GATEWAY).toString();
            case "LANTOA_KEYCLOAK_PUBLIC_URL", "LANTOA_KEYCLOAK_INSIDE_URL" ->
                surroundings.url(Part.KEYCLOAK).toString();
            case Secrets.GATEWAY_CLIENT,
                    Secrets.CITY_CLIENT,
                    Secrets.PROVISIONING_CLIENT,
                    Secrets.BROKER_CLIENT,
                    Secrets.DEMO_PASSWORD -> secrets.get(placeholder);
            default -> null;
        };
    }

    /** What {@code kc.sh} would run, without the shell and the second virtual machine it starts first. */
    private static Launch program(Path home, String... arguments) {
        var command = new ArrayList<>(JavaCommand.withHeap(HEAP_MEGABYTES)
                .and(
                        "-XX:MaxMetaspaceSize=256m",
                        "--add-opens=java.base/java.util=ALL-UNNAMED",
                        "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                        "--add-opens=java.base/java.security=ALL-UNNAMED",
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Duser.language=en",
                        "-Duser.country=US",
                        "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                                + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                        "-Dpicocli.disable.closures=true",
                        "-Dkc.home.dir=" + home,
                        "-Djboss.server.config.dir=" + home.resolve("conf"),
                        "-cp",
                        home.resolve("lib/quarkus-run.jar").toString(),
                        "io.quarkus.bootstrap.runner.QuarkusEntryPoint")
                .words());
        command.addAll(List.of(arguments));
        return new Launch(command, Map.of(), home, List.of());
    }

    private Path source(String realm) {
        return settings.repository().resolve("deploy/keycloak/" + realm + "-realm.json");
    }

    private Path distribution() {
        return settings.distributions()
                .resolve("keycloak-" + LauncherFiles.version(LauncherFiles.keycloakArchive(settings)));
    }

    private Path home() {
        return settings.folder().of(Part.KEYCLOAK);
    }
}
