package vn.lantoa.task.evidence;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import vn.lantoa.kit.http.Problem;

/**
 * The files themselves, each under the SHA-256 of its content. A file appears whole or not at all; one that no row names
 * (because the transaction failed) is harmless and is found again by its hash when it is sent once more.
 */
@Singleton
class EvidenceFiles {

    /** 25 MiB: a photo, a scanned minute, a short film. */
    static final long LARGEST = 25L * 1024 * 1024;

    /** @param hash SHA-256, hex */
    record Stored(String hash, long bytes) {}

    private final Path directory;

    EvidenceFiles(@ConfigProperty(name = "lantoa.data-dir") Path dataDirectory) {
        this.directory = dataDirectory.resolve("evidence");
    }

    /**
     * @throws Problem.TooLarge when it has more than {@link #LARGEST} bytes
     * @throws Problem.Unprocessable when it is empty
     */
    Stored store(InputStream content) {
        try {
            var arriving = Files.createDirectories(directory.resolve("arriving"))
                    .resolve(UUID.randomUUID().toString());
            try {
                var stored = copy(content, arriving);
                place(arriving, path(stored.hash()));
                return stored;
            } finally {
                Files.deleteIfExists(arriving);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Evidence cannot be stored in " + directory, e);
        }
    }

    Path path(String hash) {
        return directory.resolve(hash.substring(0, 2)).resolve(hash);
    }

    private static Stored copy(InputStream content, Path target) throws IOException {
        var digest = sha256();
        long bytes = 0;
        try (OutputStream out =
                new DigestOutputStream(Files.newOutputStream(target, StandardOpenOption.CREATE_NEW), digest)) {
            var buffer = new byte[64 * 1024];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > LARGEST) {
                    throw new Problem.TooLarge("evidence.too-large", LARGEST / (1024 * 1024));
                }
                out.write(buffer, 0, read);
            }
        }
        if (bytes == 0) {
            throw new Problem.Unprocessable("evidence.empty");
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), bytes);
    }

    private static void place(Path arriving, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE); // the same content again replaces itself
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
