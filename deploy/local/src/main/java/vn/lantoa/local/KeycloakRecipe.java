package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keycloak from its distribution. It is built once ({@code build}, half a minute), then always started with the same
 * options, so that it never builds itself again. Its database is a file: it starts beside PostgreSQL, not after it.
 */
final class KeycloakRecipe implements Recipe {
    private static final int HEAP_MEGABYTES = 320;

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
        if (!Files.exists(realmSource())) {
            throw new LaunchProblem(realmSource() + " is missing.");
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
        importRealm(progress);
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
                "LANTOA_REALM", Launch.sha256(realm()));
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

    /** Keycloak leaves a realm alone that it has; when ours changed, its database starts afresh. */
    private void importRealm(Progress progress) throws IOException {
        var realm = realm();
        var noted = home().resolve("data/realm.sha256");
        var digest = Launch.sha256(realm);
        if (Files.exists(noted) && Files.readString(noted).equals(digest)) {
            return;
        }
        progress.tell(part(), "will take in the realm and its people: about 15 seconds more");
        Archives.delete(home().resolve("data/h2"));
        var target = home().resolve("data/import/lantoa-realm.json");
        Files.deleteIfExists(target);
        Files.createFile(target);
        DataFolder.ownerOnly(target, "rw-------");
        Files.writeString(target, realm);
        Files.writeString(noted, digest);
    }

    private String realm() throws IOException {
        return RealmFile.fill(realmSource(), name -> switch (name) {
            case "LANTOA_PUBLIC_URL" -> surroundings.url(Part.GATEWAY).toString();
            case Secrets.GATEWAY_CLIENT, Secrets.CITY_CLIENT, Secrets.DEMO_PASSWORD -> secrets.get(name);
            default -> null;
        });
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

    private Path realmSource() {
        return settings.repository().resolve("deploy/keycloak/lantoa-realm.json");
    }

    private Path distribution() {
        return settings.distributions()
                .resolve("keycloak-" + LauncherFiles.version(LauncherFiles.keycloakArchive(settings)));
    }

    private Path home() {
        return settings.folder().of(Part.KEYCLOAK);
    }
}
