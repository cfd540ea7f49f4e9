package vn.lantoa.local;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The SMTP server that keeps what it is given. */
final class MailRecipe implements Recipe {
    private static final int HEAP_MEGABYTES = 64;

    private final Settings settings;
    private final Surroundings surroundings;

    MailRecipe(Settings settings, Surroundings surroundings) {
        this.settings = settings;
        this.surroundings = surroundings;
    }

    @Override
    public Part part() {
        return Part.MAIL;
    }

    @Override
    public void check() {
        LauncherFiles.require(settings);
    }

    @Override
    public void prepare(Progress progress) throws IOException {
        LauncherFiles.mirror(settings, Part.MAIL);
    }

    @Override
    public Launch launch() {
        var command = JavaCommand.withHeap(HEAP_MEGABYTES)
                .and("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-Dorg.slf4j.simpleLogger.showDateTime=true")
                .and("-cp", LauncherFiles.classPath(settings, Part.MAIL), MailSink.class.getName())
                .and(String.valueOf(settings.ports().of(Port.SMTP)))
                .and(String.valueOf(settings.ports().of(Port.MAILBOX)));
        return new Launch(command.words(), Map.of(), settings.folder().of(Part.MAIL), List.of());
    }

    @Override
    public boolean isReady(ProcessHandle process) {
        return Probe.answers(surroundings.url(Part.MAIL).resolve("/messages"));
    }
}
