package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Which process a number meant when it was written down. Numbers are reused after a while and after a reboot: without
 * this, {@code down} could end a stranger's process.
 *
 * @param startedAt as the operating system tells it
 * @param stamp boot and clock tick of the start where the system has them (Linux), else empty. Unlike the instant it
 *     does not move when the wall clock is corrected.
 */
record ProcessIdentity(long pid, Instant startedAt, String stamp) {
    private static final Duration CLOCK_GRAIN = Duration.ofSeconds(2);

    static ProcessIdentity of(ProcessHandle handle) {
        return new ProcessIdentity(
                handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH), stamp(handle.pid()));
    }

    /** The process itself if it still lives; empty when it ended or its number now belongs to another one. */
    Optional<ProcessHandle> live() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame);
    }

    private boolean isSame(ProcessHandle handle) {
        var now = of(handle);
        if (!stamp.isEmpty() && !now.stamp.isEmpty()) {
            return stamp.equals(now.stamp);
        }
        return Duration.between(startedAt, now.startedAt).abs().compareTo(CLOCK_GRAIN) <= 0;
    }

    private static String stamp(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
            // The name in parentheses may hold anything; field 22 of the line is the 20th after it.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip() + "/" + fields[19];
        } catch (IOException | IndexOutOfBoundsException _) {
            return "";
        }
    }
}
