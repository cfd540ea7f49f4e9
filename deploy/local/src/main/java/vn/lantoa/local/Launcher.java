package vn.lantoa.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The program behind {@code ./lantoa}: {@code up}, {@code down}, {@code status}, {@code logs} and {@code demo}. */
final class Launcher {
    private static final int LOG_LINES = 200;

    private final Settings settings;
    private final PrintStream out;

    private Launcher(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            var words = List.of(arguments);
            if (words.isEmpty()) {
                throw new LaunchProblem("Say what to do: up, down, status, logs NAME or demo [FILE].");
            }
            var repository = Path.of(System.getProperty("lantoa.repository", "."));
            var settings = Settings.fromEnvironment(repository, System.getenv());
            new Launcher(settings, out).run(words.getFirst(), words.subList(1, words.size()));
        } catch (LaunchProblem problem) {
            out.println();
            out.println(problem.getMessage());
            System.exit(1);
        }
    }

    private void run(String verb, List<String> rest) throws Exception {
        switch (verb) {
            case "up" -> up(parts(rest));
            case "down" -> down();
            case "status" ->
                out.print(new StatusTable(new LocalSystem(settings))
                        .render(Clock.systemUTC().instant()));
            case "logs" -> logs(rest);
            case "demo" -> demo(rest);
            default ->
                throw new LaunchProblem("There is no \"" + verb + "\": up, down, status, logs NAME or demo [FILE].");
        }
    }

    private void up(Set<Part> parts) throws IOException {
        var system = start(settings, parts);
        out.println();
        new Addresses(system).print(out);
    }

    /** Those named with all they need; the infrastructure alone for {@code --infra}; everything when nothing is said. */
    private static Set<Part> parts(List<String> words) {
        if (words.contains("--infra")) {
            return Part.INFRASTRUCTURE;
        }
        var parts = EnumSet.noneOf(Part.class);
        words.forEach(word -> parts.addAll(Part.named(word).withNeeds()));
        return parts.isEmpty() ? EnumSet.allOf(Part.class) : parts;
    }

    private void demo(List<String> rest) throws Exception {
        var file = rest.isEmpty() ? null : Path.of(rest.getFirst()).toAbsolutePath();
        if (file != null && !Files.isReadable(file)) {
            throw new LaunchProblem("There is no file " + file + " that can be read.");
        }
        // Nobody waits for a reminder that is due in three weeks: only here can the services' clock be moved.
        var system = start(settings.withMovableClock(true), EnumSet.allOf(Part.class));
        new DemoScenario(system, out, file).run();
        out.println();
        new Addresses(system).print(out);
    }

    private LocalSystem start(Settings wanted, Set<Part> parts) throws IOException {
        var begin = System.nanoTime();
        var system = new LocalSystem(wanted, LocalSystem.printing(out::println));
        if (!wanted.ports().equals(system.settings().ports())) {
            out.println(
                    "Parts are already running on other ports than asked for; theirs are kept (./lantoa down first).");
        }
        Set<Part> started;
        try (var _ = lock()) {
            started = system.start(parts);
        } catch (LaunchProblem problem) {
            if (parts.stream().anyMatch(system::isRunning)) {
                throw new LaunchProblem(
                        problem.getMessage() + "\nWhat did start keeps running: ./lantoa down stops it.", problem);
            }
            throw problem;
        }
        out.println(
                started.isEmpty()
                        ? "Everything is running already."
                        : "Ready after %.1f seconds.".formatted((System.nanoTime() - begin) / 1e9));
        return system;
    }

    private void down() throws IOException {
        var system = new LocalSystem(settings, LocalSystem.printing(out::println));
        var running = EnumSet.allOf(Part.class);
        running.removeIf(part -> !system.isRunning(part));
        if (running.isEmpty()) {
            out.println("Nothing is running.");
            return;
        }
        try (var _ = lock()) {
            system.stop(running);
        }
        out.println("Stopped. The data stays in " + system.settings().data() + ".");
    }

    private void logs(List<String> rest) throws IOException, InterruptedException {
        var names = rest.stream().filter(word -> !word.startsWith("-")).toList();
        if (names.size() != 1) {
            throw new LaunchProblem("Say whose log: ./lantoa logs task-service (add -f to follow it).");
        }
        var log = settings.folder().log(Part.named(names.getFirst()));
        if (!Files.exists(log)) {
            throw new LaunchProblem("There is no log yet: " + names.getFirst() + " was never started.");
        }
        out.println(LogFile.tail(log, LOG_LINES));
        if (rest.contains("-f")) {
            LogFile.follow(log, out, () -> true);
        }
    }

    /** Held while parts start or stop: two launchers at once would start everything twice. */
    private FileChannel lock() throws IOException {
        var channel = FileChannel.open(
                settings.folder().run("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException _) {
            // said below
        }
        channel.close();
        throw new LaunchProblem("Another ./lantoa is starting or stopping this system: wait until it is done.");
    }
}
