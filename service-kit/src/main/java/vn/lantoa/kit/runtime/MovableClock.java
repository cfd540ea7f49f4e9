package vn.lantoa.kit.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The system's time in Vietnam, which a demo or a test may move. In every other surroundings it cannot be moved and is the
 * plain system clock.
 */
public final class MovableClock extends Clock {

    /** The zone of every rule. */
    public static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private final Clock real;
    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    public MovableClock(Clock real) {
        this.real = real;
    }

    /** From now on it is {@code instant}, and time goes on from there. */
    public void moveTo(Instant instant) {
        offset.set(Duration.between(real.instant(), instant));
    }

    public void reset() {
        offset.set(Duration.ZERO);
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return real.withZone(zone);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset.get());
    }
}
