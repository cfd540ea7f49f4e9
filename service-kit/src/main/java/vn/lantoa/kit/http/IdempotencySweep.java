package vn.lantoa.kit.http;

import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Forgets answers after a day: nobody repeats a request later than that by mistake. */
@Singleton
class IdempotencySweep {

    private final IdempotencyKeys keys;
    private final int hours;

    IdempotencySweep(
            IdempotencyKeys keys, @ConfigProperty(name = "lantoa.idempotency.hours", defaultValue = "24") int hours) {
        this.keys = keys;
        this.hours = hours;
    }

    @Scheduled(every = "10m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        while (keys.sweep(hours) > 0) {
            // batches, so that no row is held for long
        }
    }
}
