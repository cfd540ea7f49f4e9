package vn.lantoa.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/** Reads the end of log files, which may be long. */
final class LogFile {
    private static final int WINDOW = 256 * 1024;
    private static final long PAUSE_MILLIS = 300;

    private LogFile() {}

    /** The last lines, at most {@code lines} of them; empty when there is no such file. */
    static String tail(Path file, int lines) {
        if (!Files.exists(file)) {
            return "";
        }
        try (var log = new RandomAccessFile(file.toFile(), "r")) {
            var from = Math.max(0, log.length() - WINDOW);
            var bytes = new byte[(int) (log.length() - from)];
            log.seek(from);
            log.readFully(bytes);
            var all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            return "(" + file + " cannot be read: " + e.getMessage() + ")";
        }
    }

    /** Copies what is added to the file until told to stop; survives the file being replaced by a fresh one. */
    static void follow(Path file, PrintStream out, BooleanSupplier goOn) throws IOException, InterruptedException {
        var position = Files.exists(file) ? Files.size(file) : 0;
        while (goOn.getAsBoolean()) {
            var size = Files.exists(file) ? Files.size(file) : 0;
            if (size < position) {
                position = 0;
            }
            if (size > position) {
                try (var log = new RandomAccessFile(file.toFile(), "r")) {
                    log.seek(position);
                    var bytes = new byte[(int) Math.min(size - position, WINDOW)];
                    log.readFully(bytes);
                    out.write(bytes, 0, bytes.length);
                    out.flush();
                    position += bytes.length;
                }
                continue;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
    }
}
