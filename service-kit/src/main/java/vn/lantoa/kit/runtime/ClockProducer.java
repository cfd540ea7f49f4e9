package vn.lantoa.kit.runtime;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The one place where time enters a service. */
@Singleton
class ClockProducer {

    private final MovableClock clock = new MovableClock(Clock.system(MovableClock.VIETNAM));

    @Produces
    @Singleton
    MovableClock movableClock() {
        return clock;
    }
}
