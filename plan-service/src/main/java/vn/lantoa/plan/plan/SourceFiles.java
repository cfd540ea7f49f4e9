package vn.lantoa.plan.plan;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The uploaded files, as they came: the SHA-256 of the content is the name, so the same file lies there once. */
@Singleton
class SourceFiles {

    private final Path folder;

    SourceFiles(@ConfigProperty(name = "lantoa.data-dir") Path dataFolder) {
        this.folder = dataFolder.resolve("plan-sources");
    }

    static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java runtime has it
        }
    }

    /** Empty when it is not in the data folder, for example after a database was restored alone. */
    Optional<Path> find(String hash) {
        return Optional.of(place(hash)).filter(Files::isRegularFile);
    }

    private Path place(String hash) {
        return folder.resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** Either the whole file is there afterwards, or nothing. */
    void keep(String hash, byte[] content) {
        var file = place(hash);
        if (Files.exists(file)) {
            return;
        }
        try {
            Files.createDirectories(file.getParent());
            var incomplete = Files.createTempFile(file.getParent(), "incoming", ".part");
            try {
                Files.write(incomplete, content);
                Files.move(incomplete, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(incomplete);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep an uploaded file", e);
        }
    }
}
