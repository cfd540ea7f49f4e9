package vn.lantoa.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Kafka: one broker that is its own controller, in a Java process of ours. */
final class KafkaRecipe implements Recipe {
    private static final int HEAP_MEGABYTES = 256;

    private final Settings settings;

    KafkaRecipe(Settings settings) {
        this.settings = settings;
    }

    @Override
    public Part part() {
        return Part.KAFKA;
    }

    @Override
    public void check() {
        LauncherFiles.require(settings);
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        LauncherFiles.mirror(settings, Part.KAFKA);
    }

    @Override
    public Launch launch() {
        var folder = settings.folder().of(Part.KAFKA);
        var topics = settings.repository().resolve("deploy/compose/topics.txt");
        var command = JavaCommand.withHeap(HEAP_MEGABYTES)
                .and("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true")
                .and("-cp", LauncherFiles.classPath(settings, Part.KAFKA), KafkaBroker.class.getName())
                .and(folder.resolve("data").toString())
                .and(String.valueOf(settings.ports().of(Port.KAFKA)))
                .and(String.valueOf(settings.ports().of(Port.KAFKA_CONTROLLER)))
                .and(topics.toString(), marker().toString());
        return new Launch(command.words(), Map.of(), folder, List.of(topics));
    }

    @Override
    public boolean isReady(ProcessHandle process) {
        try {
            return Files.exists(marker())
                    && Files.readString(marker()).equals(String.valueOf(process.pid()))
                    && Probe.listens(settings.ports().of(Port.KAFKA));
        } catch (IOException _) {
            return false; // being written
        }
    }

    private Path marker() {
        return settings.folder().run("kafka.ready");
    }
}
