package vn.lantoa.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;

/**
 * Runs scenarios on a throw-away system of its own: free ports, on the loopback address only, data deleted afterwards.
 *
 * <p>Arguments: names of scenarios (none means all), and options {@code --seconds=10}, {@code --warm-up=10},
 * {@code --clients=1,8,32}.
 */
public final class Benchmarks {

    private static final List<Scenario> ALL = List.of(
            new CreateTask(),
            new DeliverEvent(),
            new ThroughGateway(),
            new CheckToken(),
            new ListWithRights(),
            new SearchPlans(),
            new TokenIssue());

    private Benchmarks() {}

    public static void main(String[] arguments) throws Exception {
        var named = Arrays.stream(arguments).filter(it -> !it.startsWith("--")).toList();
        var scenarios = ALL.stream()
                .filter(it -> named.isEmpty() || named.contains(it.name()))
                .toList();
        if (scenarios.isEmpty()) {
            System.err.println("No such scenario. There are: "
                    + ALL.stream().map(Scenario::name).collect(Collectors.joining(", ")));
            System.exit(2);
        }
        var load = new Load(seconds(arguments, "--warm-up", 10), seconds(arguments, "--seconds", 10));
        var clients = Arrays.stream(option(arguments, "--clients", "1,8,32").split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();

        var repository = Path.of(System.getProperty("lantoa.repository", "."));
        var data = Files.createTempDirectory("lantoa-benchmark");
        var system = new LocalSystem(Settings.forTests(repository, data), LocalSystem.printing(System.err::println));
        try {
            printMachine();
            var parts = EnumSet.noneOf(Part.class);
            scenarios.forEach(it -> parts.addAll(it.parts()));
            system.start(parts);
            for (var scenario : scenarios) {
                System.out.printf("%n%s: %s%n", scenario.name(), scenario.question());
                scenario.run(system, load, clients, System.out);
            }
        } finally {
            system.stopAll();
            delete(data);
        }
    }

    private static void printMachine() {
        var runtime = Runtime.getRuntime();
        System.out.printf(
                "%d cores, Java %s, %s %s. Client, services, database and broker share them.%n",
                runtime.availableProcessors(),
                Runtime.version(),
                System.getProperty("os.name"),
                System.getProperty("os.version"));
    }

    private static Duration seconds(String[] arguments, String name, int otherwise) {
        return Duration.ofSeconds(Integer.parseInt(option(arguments, name, String.valueOf(otherwise))));
    }

    private static String option(String[] arguments, String name, String otherwise) {
        return Arrays.stream(arguments)
                .filter(it -> it.startsWith(name + "="))
                .map(it -> it.substring(name.length() + 1))
                .findFirst()
                .orElse(otherwise);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
