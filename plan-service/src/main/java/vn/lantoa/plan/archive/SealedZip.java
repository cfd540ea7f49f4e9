package vn.lantoa.plan.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a ZIP in which the last entry, {@value #MANIFEST}, names the others with their size and SHA-256. Nothing is kept in memory but
 * that list. No clock goes into it: the same content makes the same file.
 */
public final class SealedZip {

    public static final String MANIFEST = "manifest.json";

    /** What ZIP can tell at the earliest; the days that count stand in the parts. */
    private static final LocalDateTime NO_DAY = LocalDateTime.of(1980, 1, 1, 0, 0);

    /**
     * @param bytes its size unpacked
     * @param sha256 of its content, in lower-case hex
     */
    public record Part(String name, long bytes, String sha256) {}

    /** Writes one part. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private final ZipOutputStream zip;
    private final List<Part> parts = new ArrayList<>();

    public SealedZip(OutputStream out) {
        this.zip = new ZipOutputStream(out);
    }

    public void add(String name, Content content) throws IOException {
        begin(name);
        var counted = new Counted(zip);
        content.writeTo(counted);
        counted.flush();
        zip.closeEntry();
        parts.add(new Part(
                name,
                counted.bytes,
                HexFormat.of().formatHex(counted.getMessageDigest().digest())));
    }

    /** What was added so far, in its order. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Ends the file; without the last entry it is incomplete, and everybody sees it. The stream below stays open. */
    public void seal(Content manifest) throws IOException {
        begin(MANIFEST);
        manifest.writeTo(new Counted(zip));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void begin(String name) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(NO_DAY);
        zip.putNextEntry(entry);
    }

    /** Counts and hashes what passes; closing it closes nothing, as some writers do. */
    private static final class Counted extends DigestOutputStream {

        private long bytes;

        Counted(OutputStream out) {
            super(out, sha256());
        }

        @Override
        public void write(int b) throws IOException {
            super.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            super.write(b, off, len);
            bytes += len;
        }

        @Override
        public void close() throws IOException {
            flush();
        }

        private static MessageDigest sha256() {
            try {
                return MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e); // every Java runtime has it
            }
        }
    }
}
