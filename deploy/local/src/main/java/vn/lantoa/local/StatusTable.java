package vn.lantoa.local;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What {@code status} prints: one line per part, and the memory of all. */
final class StatusTable {
    private static final String ROW = "%-22s %-8s %-7s %-9s %8s  %s%n";

    private final LocalSystem system;

    StatusTable(LocalSystem system) {
        this.system = system;
    }

    /** @param now to tell how long each part runs */
    String render(Instant now) {
        var lines = Arrays.stream(Part.values())
                .parallel()
                .map(part -> row(part, now))
                .toList();
        var total = Arrays.stream(Part.values())
                .flatMap(part -> system.process(part).stream())
                .mapToLong(Memory::kilobytes)
                .sum();
        return ROW.formatted("NAME", "PID", "PORT", "HEALTH", "MEMORY", "RUNNING FOR")
                + String.join("", lines)
                + ROW.formatted("", "", "", "total", megabytes(total), "");
    }

    private String row(Part part, Instant now) {
        var port = String.valueOf(system.settings().ports().of(Port.mainOf(part)));
        return system.process(part)
                .map(process -> ROW.formatted(
                        part.label(),
                        process.pid(),
                        port,
                        system.isReady(part) ? "ready" : "NOT READY",
                        megabytes(Memory.kilobytes(process)),
                        since(process.info().startInstant().orElse(now), now)))
                .orElseGet(() -> ROW.formatted(part.label(), "-", port, "stopped", "-", ""));
    }

    private static String megabytes(long kilobytes) {
        return kilobytes / 1024 + " MB";
    }

    private static String since(Instant start, Instant now) {
        var time = Duration.between(start, now);
        if (time.toHours() > 0) {
            return time.toHours() + " h " + time.toMinutesPart() + " min";
        }
        return time.toMinutes() > 0 ? time.toMinutes() + " min" : Math.max(0, time.toSeconds()) + " s";
    }
}
