package vn.lantoa.local;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Brings one part up and down: set up, started, noted, waited for; asked to end, ended by force. */
final class Lifecycle {
    private static final long GRACE_SECONDS = 20;
    private static final long POLL_NANOS = 100_000_000;

    private final Settings settings;
    private final RunRecords records;
    private final Progress progress;

    Lifecycle(Settings settings, RunRecords records, Progress progress) {
        this.settings = settings;
        this.records = records;
        this.progress = progress;
    }

    Optional<ProcessHandle> process(Part part) {
        return records.live(part).flatMap(record -> record.identity().live());
    }

    void bringUp(Recipe recipe, boolean absent) {
        var part = recipe.part();
        try {
            if (absent) {
                recipe.prepare(progress);
                progress.tell(part, "starting");
                var launch = recipe.launch();
                var process = Detached.start(launch, settings.folder().log(part));
                var movable = settings.movableClock() && part.hasDatabase();
                records.write(part, RunRecord.of(process, settings.ports().of(part), launch.fingerprint(), movable));
            }
            awaitReady(recipe);
            recipe.furnish();
            if (absent) {
                progress.tell(part, "ready");
            }
        } catch (IOException e) {
            throw new LaunchProblem(part.label() + " could not be started: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchProblem("Interrupted while " + part.label() + " was being started.", e);
        }
    }

    private void awaitReady(Recipe recipe) {
        var part = recipe.part();
        var deadline = System.nanoTime() + recipe.patience().toNanos();
        while (true) {
            var process = process(part);
            if (process.isEmpty()) {
                throw failed(part, part.label() + " ended while it was starting.");
            }
            if (recipe.isReady(process.get())) {
                return;
            }
            if (System.nanoTime() > deadline) {
                throw failed(
                        part,
                        "%s was not ready after %d seconds."
                                .formatted(part.label(), recipe.patience().toSeconds()));
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }

    private LaunchProblem failed(Part part, String what) {
        return new LaunchProblem("%s Its log says last:%n%s%n(all of it: %s)"
                .formatted(
                        what,
                        LogFile.tail(settings.folder().log(part), 12).indent(4),
                        settings.folder().log(part)));
    }

    void bringDown(Recipe recipe) {
        var part = recipe.part();
        process(part).ifPresent(process -> {
            try {
                recipe.askToStop(process);
            } catch (IOException | LaunchProblem e) {
                progress.tell(part, "did not take the request to stop (" + e.getMessage() + ")");
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            if (Detached.endsWithin(process, GRACE_SECONDS)) {
                progress.tell(part, "stopped");
            } else {
                Detached.kill(process);
                progress.tell(part, "did not stop within " + GRACE_SECONDS + " seconds and was ended by force");
            }
        });
        records.remove(part);
    }
}
