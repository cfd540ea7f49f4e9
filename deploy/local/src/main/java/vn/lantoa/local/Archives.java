package vn.lantoa.local;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks distributions once. A half-unpacked folder is never mistaken for a whole one. */
final class Archives {
    private static final int ANY_EXECUTE = 0111;

    /** Unpacks into the empty folder it is given. */
    @FunctionalInterface
    interface Filling {
        void into(Path folder) throws IOException, InterruptedException;
    }

    private Archives() {}

    /** Fills {@code folder} unless an earlier run did; launchers that come at the same time wait for each other. */
    static void once(Path folder, Filling filling) throws IOException, InterruptedException {
        var done = folder.resolve(".complete");
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(folder.getParent());
        var lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
        try (var channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.exists(done)) {
                return;
            }
            delete(folder);
            Files.createDirectories(folder);
            filling.into(folder);
            Files.createFile(done);
        }
    }

    /** @param strip leading path segments of each entry to leave out */
    static void untarGzip(Path archive, Path folder, int strip) throws IOException {
        try (var in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(archive)), 1 << 16)) {
            untar(in, folder, strip);
        }
    }

    /** The one {@code .txz} inside a jar. */
    static void untarXzOf(Path jar, Path folder) throws IOException {
        try (var zip = new ZipFile(jar.toFile())) {
            var entry = zip.stream()
                    .filter(it -> it.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new LaunchProblem(jar + " holds no .txz archive."));
            try (var in = new XZInputStream(new BufferedInputStream(zip.getInputStream(entry)))) {
                untar(in, folder, 0);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static void untar(InputStream in, Path folder, int strip) throws IOException {
        try (var tar = new TarArchiveInputStream(new BufferedInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var name = Path.of(entry.getName()).normalize();
                if (name.getNameCount() <= strip) {
                    continue;
                }
                var target =
                        folder.resolve(name.subpath(strip, name.getNameCount())).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The archive wants to write outside of its folder: " + entry.getName());
                }
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, target);
        if ((entry.getMode() & ANY_EXECUTE) != 0 && !target.toFile().setExecutable(true)) {
            throw new IOException(target + " cannot be made executable");
        }
    }
}
