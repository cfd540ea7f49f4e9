package vn.lantoa.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * The whole system on one machine, every part a process of its own that outlives this one. What runs is noted in the
 * data folder, so any later {@code LocalSystem} over the same folder knows it, can ask it and can stop it.
 *
 * <p>Parts may be stopped and killed one by one: tests use that to see what the others do meanwhile.
 */
public final class LocalSystem {
    private static final Executor SIDE_BY_SIDE = task -> Thread.ofVirtual().start(task);

    private final Settings settings;
    private final Progress progress;
    private final RunRecords records;
    private final Lifecycle lifecycle;
    private final Secrets secrets;
    private final Surroundings surroundings;
    private final Map<Part, Recipe> recipes = new EnumMap<>(Part.class);

    public LocalSystem(Settings settings) {
        this(settings, Progress.SILENT);
    }

    /** Takes over the ports and the clock of parts that already run: they cannot be changed under way. */
    public LocalSystem(Settings asked, Progress progress) {
        asked.folder().create();
        this.progress = progress;
        this.records = new RunRecords(asked.folder());
        this.settings = adopt(asked, records.live().values());
        this.lifecycle = new Lifecycle(settings, records, progress);
        this.secrets = Secrets.of(settings.folder().secrets());
        this.surroundings = new Surroundings(settings, secrets);
        add(new PostgresRecipe(settings, surroundings, secrets));
        add(new KafkaRecipe(settings));
        add(new KeycloakRecipe(settings, surroundings, secrets));
        add(new MailRecipe(settings, surroundings));
        for (Part part : Part.values()) {
            if (part.isApplication()) {
                add(new ApplicationRecipe(part, settings, surroundings));
            }
        }
    }

    /** As {@link #start(Collection)}. */
    public Set<Part> start(Part... parts) {
        return start(Arrays.asList(parts));
    }

    /**
     * Starts the parts that do not run, each as soon as those it needs are ready, and waits until all are. A part that
     * runs but was rebuilt or set up differently since is started anew. Nothing is started when a port is taken.
     *
     * @return the parts that were started: none when all ran already
     */
    public Set<Part> start(Collection<Part> parts) {
        var wanted = EnumSet.copyOf(parts);
        wanted.forEach(part -> recipes.get(part).check());
        var outdated = wanted.stream().filter(this::isOutdated).toList();
        var absent = EnumSet.copyOf(wanted);
        absent.removeIf(part -> isRunning(part) && !outdated.contains(part));
        var unheld = EnumSet.copyOf(absent);
        unheld.removeAll(outdated);
        settings.ports().refuseTaken(unheld);
        outdated.forEach(part -> progress.tell(part, "changed since it was started: starting it anew"));
        stop(outdated);

        var ready = new EnumMap<Part, CompletableFuture<Void>>(Part.class);
        for (Part part : wanted) { // in order of declaration: what a part needs comes before it
            var needed = part.needs().stream().map(ready::get).filter(java.util.Objects::nonNull);
            ready.put(
                    part,
                    CompletableFuture.allOf(needed.toArray(CompletableFuture[]::new))
                            .thenRunAsync(
                                    () -> lifecycle.bringUp(recipes.get(part), absent.contains(part)), SIDE_BY_SIDE));
        }
        await(ready.values());
        return absent;
    }

    /** Asks the parts to end, those that need others first; ends them by force when they do not within 20 seconds. */
    public void stop(Part... parts) {
        stop(Arrays.asList(parts));
    }

    public void stop(Collection<Part> parts) {
        var remaining = new ArrayList<>(parts);
        while (!remaining.isEmpty()) {
            var now = remaining.stream()
                    .filter(part ->
                            remaining.stream().noneMatch(other -> other.needs().contains(part)))
                    .toList();
            await(now.stream()
                    .map(part -> CompletableFuture.runAsync(() -> lifecycle.bringDown(recipes.get(part)), SIDE_BY_SIDE))
                    .toList());
            remaining.removeAll(now);
        }
    }

    public void stopAll() {
        stop(Part.values());
    }

    /** Ends parts with no warning, as a power cut would; they may be started again. */
    public void kill(Part... parts) {
        for (Part part : parts) {
            process(part).ifPresent(Detached::kill);
            records.remove(part);
        }
    }

    public boolean isRunning(Part part) {
        return records.live(part).isPresent();
    }

    /** Runs and says itself that it can be used. */
    public boolean isReady(Part part) {
        return process(part).filter(recipes.get(part)::isReady).isPresent();
    }

    /** The process of a part that runs. */
    public Optional<ProcessHandle> process(Part part) {
        return lifecycle.process(part);
    }

    /** What an application is told about its surroundings, secrets among it; empty for what is not ours. */
    public Map<String, String> environment(Part part) {
        return surroundings.environment(part);
    }

    /** Base address of a part that speaks HTTP: an application, Keycloak, the mailbox. */
    public URI url(Part part) {
        return surroundings.url(part);
    }

    /** Address of the realm: the issuer of all tokens. */
    public URI realm() {
        return URI.create(surroundings.realm());
    }

    /** Bootstrap servers of the broker. */
    public String kafka() {
        return surroundings.kafka();
    }

    /** JDBC address of a service's database; name and password of its role are in {@link #environment}. */
    public String database(Part service) {
        return surroundings.jdbc(Surroundings.database(service));
    }

    public Secrets secrets() {
        return secrets;
    }

    public Settings settings() {
        return settings;
    }

    public Path log(Part part) {
        return settings.folder().log(part);
    }

    private void add(Recipe recipe) {
        recipes.put(recipe.part(), recipe);
    }

    private static Settings adopt(Settings asked, Collection<RunRecord> live) {
        var known = new EnumMap<Port, Integer>(Port.class);
        live.forEach(record -> known.putAll(record.ports()));
        var movable = asked.movableClock() || live.stream().anyMatch(RunRecord::movableClock);
        return asked.withPorts(asked.ports().with(known)).withMovableClock(movable);
    }

    private boolean isOutdated(Part part) {
        return records.live(part)
                .filter(record -> !record.fingerprint().equals(launch(part).fingerprint()))
                .isPresent();
    }

    private Launch launch(Part part) {
        try {
            return recipes.get(part).launch();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for all, also when one fails, so that nothing goes on behind the caller's back; then tells the first failure. */
    private static void await(Collection<CompletableFuture<Void>> all) {
        var failures = new ArrayList<Throwable>();
        for (CompletableFuture<Void> one : all) {
            try {
                one.join();
            } catch (CompletionException e) {
                failures.add(e.getCause() == null ? e : e.getCause());
            }
        }
        rethrow(failures);
    }

    private static void rethrow(List<Throwable> failures) {
        if (failures.isEmpty()) {
            return;
        }
        switch (failures.getFirst()) {
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            default -> throw new IllegalStateException(failures.getFirst());
        }
    }

    /** Prints what is told with the seconds since the start; safe to use from several threads. */
    public static Progress printing(Consumer<String> line) {
        var start = System.nanoTime();
        return (part, what) -> {
            var seconds = (System.nanoTime() - start) / 1e9;
            synchronized (line) {
                line.accept("%7.1fs  %-22s%s".formatted(seconds, part.label(), what));
            }
        };
    }
}
