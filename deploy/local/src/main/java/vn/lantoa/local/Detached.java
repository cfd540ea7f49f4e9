package vn.lantoa.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Processes that outlive the launcher and its terminal, and how they end. */
final class Detached {
    private static final long LOG_LIMIT = 10_000_000;

    private Detached() {}

    /** Starts a process in a session of its own, so that neither Ctrl-C nor a closed terminal reaches it. */
    static ProcessHandle start(Launch launch, Path log) throws IOException {
        keepShort(log);
        Files.writeString(
                log,
                "--- started " + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
        Files.createDirectories(launch.directory());
        var builder = new ProcessBuilder(ownSession(launch.command()))
                .directory(launch.directory().toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        return builder.start().toHandle();
    }

    /** Runs a command to its end; its output is only read when it fails. */
    static void run(Launch launch, Path log) throws IOException, InterruptedException {
        Files.createDirectories(launch.directory());
        var builder = new ProcessBuilder(launch.command())
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(launch.environment());
        var status = builder.start().waitFor();
        if (status != 0) {
            throw new LaunchProblem("%s ended with status %d:%n%s"
                    .formatted(launch.command().getFirst(), status, LogFile.tail(log, 15)));
        }
    }

    /** True when the command exists and ends well; for commands that say and take nothing. */
    static boolean succeeds(String... command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** True when the process ended within the time. */
    static boolean endsWithin(ProcessHandle process, long seconds) {
        try {
            process.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends a process and its children at once, as a power cut would, and waits until they are gone. */
    static void kill(ProcessHandle process) {
        var family = Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        CompletableFuture.allOf(family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static List<String> ownSession(List<String> command) {
        var words = new ArrayList<String>();
        if (onPath("setsid")) {
            words.add("setsid");
        } else { // macOS: at least deaf to the terminal's signals
            words.addAll(List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$0\" \"$@\""));
        }
        words.addAll(command);
        return words;
    }

    static boolean onPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static void keepShort(Path log) throws IOException {
        if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
