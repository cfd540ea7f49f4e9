package vn.lantoa.local.mainjob;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What another service does with an event is there soon, not at once. */
final class Waiting {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long POLL_NANOS = 100_000_000;

    private Waiting() {}

    /** @throws IllegalStateException when it is not there after a minute */
    static <T> T until(String what, Supplier<T> look, Predicate<T> there) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            var found = look.get();
            if (there.test(found)) {
                return found;
            }
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(
                        what + " did not appear within " + PATIENCE.toSeconds() + " seconds; last seen: " + found);
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
