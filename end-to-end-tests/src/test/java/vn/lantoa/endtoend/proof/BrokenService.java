package vn.lantoa.endtoend.proof;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;

/**
 * A service in which one condition of one query was made always true: what a programmer does who forgets it. It is the packaged
 * service with one constant of one class changed, and it runs in the place of the sound one until it is closed.
 */
final class BrokenService implements AutoCloseable {

    private final LocalSystem system;
    private final Part part;
    private final Process process;

    private BrokenService(LocalSystem system, Part part, Process process) {
        this.system = system;
        this.part = part;
        this.process = process;
    }

    /**
     * @param classFile where the query stands, in the service's own jar
     * @param condition what the query asks
     * @param always what it asks instead: not longer
     */
    static BrokenService inPlaceOf(
            LocalSystem system, Part part, String classFile, String condition, String always, Path folder)
            throws IOException {
        var program = copy(system.settings().repository().resolve(part.label()).resolve("target/quarkus-app"), folder);
        try (var jars = Files.list(program.resolve("app"));
                var jar = FileSystems.newFileSystem(jars.findFirst().orElseThrow())) {
            var path = jar.getPath(classFile);
            Files.write(path, changed(Files.readAllBytes(path), condition, always));
        }
        system.stop(part);
        var command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx192m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "--add-opens",
                "java.base/java.lang=ALL-UNNAMED",
                "-jar",
                program.resolve("quarkus-run.jar").toString());
        command.environment().putAll(system.environment(part));
        var process = command.directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), "broken.log"))
                .start();
        var broken = new BrokenService(system, part, process);
        try {
            broken.awaitReady();
        } catch (RuntimeException e) {
            broken.close();
            throw e;
        }
        return broken;
    }

    private void awaitReady() {
        var health = HttpRequest.newBuilder(URI.create(system.url(part) + "/q/health/ready"))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            Awaitility.await("the broken " + part.label())
                    .atMost(Duration.ofMinutes(2))
                    .ignoreExceptions()
                    .until(() -> client.send(health, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        system.start(part);
    }

    /** As long as before, so that nothing else in the class moves. */
    private static byte[] changed(byte[] bytes, String condition, String always) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1); // one character is one byte
        if (!text.contains(condition)) {
            throw new IllegalStateException(
                    "The class has no \"" + condition + "\": say here how its query is bound now");
        }
        var padded = always + " ".repeat(condition.length() - always.length());
        return text.replace(condition, padded).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Path copy(Path from, Path to) throws IOException {
        var target = to.resolve("program");
        try (var files = Files.walk(from)) {
            for (var file : files.toList()) {
                Files.copy(file, target.resolve(from.relativize(file).toString()));
            }
        }
        return target;
    }
}
