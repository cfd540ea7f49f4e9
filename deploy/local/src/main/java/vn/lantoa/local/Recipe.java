package vn.lantoa.local;

import java.io.IOException;
import java.time.Duration;

/** How one part is set up, started, asked whether it is ready, and asked to stop. */
interface Recipe {
    Part part();

    /** Stops {@code up} before anything is started when the part cannot be: says what is missing. */
    default void check() {}

    /** Unpacks and sets up; only while the part does not run. Long the first time, short after that. */
    default void prepare(Progress progress) throws IOException, InterruptedException {}

    Launch launch() throws IOException;

    boolean isReady(ProcessHandle process);

    /** What must be done in the running part before others may use it; repeating it does no harm. */
    default void furnish() {}

    /** How long it may take to become ready on a slow and busy machine. */
    default Duration patience() {
        return Duration.ofMinutes(3);
    }

    default void askToStop(ProcessHandle process) throws IOException, InterruptedException {
        process.destroy();
    }
}
