package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One of our own applications, as Maven packaged it. */
final class ApplicationRecipe implements Recipe {
    private static final String JAR = "quarkus-run.jar";
    private static final int HEAP_MEGABYTES = 192;
    /** Reading a plan of hundreds of pages needs more than the rest. */
    private static final int READING_HEAP_MEGABYTES = 384;

    private final Part part;
    private final Settings settings;
    private final Surroundings surroundings;

    ApplicationRecipe(Part part, Settings settings, Surroundings surroundings) {
        this.part = part;
        this.settings = settings;
        this.surroundings = surroundings;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public void check() {
        if (!Files.exists(packaged().resolve(JAR))) {
            throw new LaunchProblem(part.label() + " is not built: run ./lantoa build.");
        }
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        Files.createDirectories(settings.folder().of(part));
        Mirror.of(packaged(), running());
    }

    @Override
    public Launch launch() throws IOException {
        var command = JavaCommand.withHeap(part == Part.PLAN_SERVICE ? READING_HEAP_MEGABYTES : HEAP_MEGABYTES)
                .and("-Djava.util.logging.manager=org.jboss.logmanager.LogManager")
                .and("--add-opens", "java.base/java.lang=ALL-UNNAMED")
                .and("-jar", running().resolve(JAR).toString());
        var program = new ArrayList<>(List.of(packaged().resolve(JAR)));
        try (var ours = Files.list(packaged().resolve("app"))) {
            ours.sorted().forEach(program::add);
        }
        return new Launch(
                command.words(),
                surroundings.environment(part),
                settings.folder().of(part),
                program);
    }

    @Override
    public boolean isReady(ProcessHandle process) {
        return Probe.answers(surroundings.url(part).resolve("/q/health/ready"));
    }

    private Path packaged() {
        return settings.repository().resolve(part.label()).resolve("target/quarkus-app");
    }

    private Path running() {
        return settings.folder().program(part);
    }
}
