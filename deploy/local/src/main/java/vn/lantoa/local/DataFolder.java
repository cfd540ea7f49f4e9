package vn.lantoa.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Where one system keeps everything it writes. {@code distributions} holds what is unpacked once and never changes, so
 * that several systems (a developer's and a test's) may share it.
 */
record DataFolder(Path root, Path distributions) {
    DataFolder {
        root = root.toAbsolutePath().normalize();
        distributions = distributions.toAbsolutePath().normalize();
    }

    Path run(String name) {
        return root.resolve("run").resolve(name);
    }

    Path log(Part part) {
        return root.resolve("logs").resolve(part.label() + ".log");
    }

    Path log(String name) {
        return root.resolve("logs").resolve(name + ".log");
    }

    Path of(Part part) {
        return root.resolve(part.label());
    }

    /** The files of the program that runs, which a build must not change under it. */
    Path program(Part part) {
        return root.resolve("programs").resolve(part.label());
    }

    Path secrets() {
        return root.resolve("secrets.properties");
    }

    /** The folders every part expects. Only the owner may look in: secrets, mail and people's files are here. */
    void create() {
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(root);
                ownerOnly(root, "rwx------");
            }
            Files.createDirectories(root.resolve("run"));
            Files.createDirectories(root.resolve("logs"));
            Files.createDirectories(distributions);
        } catch (IOException e) {
            throw new LaunchProblem(
                    "The data folder " + root + " cannot be written (" + e.getMessage()
                            + "). Set LANTOA_HOME to a folder that can.",
                    e);
        }
    }

    static void ownerOnly(Path path, String permissions) {
        try {
            if (Files.getFileStore(path).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
