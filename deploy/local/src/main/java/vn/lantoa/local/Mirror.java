package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A second set of names for a program's files. A Java program reads its jars as it goes: one that runs where Maven packages
 * stands still for ever after the next build. The build makes new files, so names that lead to the old ones are enough,
 * and cost neither time nor space; where the file system cannot do that the files are copied.
 */
final class Mirror {
    private Mirror() {}

    /** Makes {@code target} show what {@code source} holds now, and nothing else. */
    static void of(Path source, Path target) throws IOException {
        Archives.delete(target);
        try (var all = Files.walk(source)) {
            for (Path path : (Iterable<Path>) all::iterator) {
                var twin = target.resolve(source.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(twin);
                } else {
                    link(path, twin);
                }
            }
        }
    }

    static void link(Path file, Path twin) throws IOException {
        try {
            Files.createLink(twin, file);
        } catch (UnsupportedOperationException | FileSystemException _) {
            Files.copy(file, twin, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
