package vn.lantoa.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** How much of the machine's memory a process and its children hold. */
final class Memory {
    private Memory() {}

    /**
     * Kilobytes of the process and all its descendants. Where the system tells it (Linux), pages shared between processes
     * count once: PostgreSQL's many processes share one buffer pool.
     */
    static long kilobytes(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(member -> proportional(member.pid()).orElseGet(() -> resident(member.pid())))
                .sum();
    }

    private static OptionalLong proportional(long pid) {
        return field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
    }

    private static long resident(long pid) {
        return field(Path.of("/proc/" + pid + "/status"), "VmRSS:").orElseGet(() -> askPs(pid));
    }

    private static OptionalLong field(Path file, String name) {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst();
        } catch (IOException | java.io.UncheckedIOException _) {
            return OptionalLong.empty();
        }
    }

    private static long askPs(long pid) {
        try {
            var ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(pid)).start();
            var text = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return text.isEmpty() ? 0 : Long.parseLong(text);
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
