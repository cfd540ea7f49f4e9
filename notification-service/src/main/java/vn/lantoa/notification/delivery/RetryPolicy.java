package vn.lantoa.notification.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When an e-mail that the server did not take is tried again: six times within about a day and a half. */
final class RetryPolicy {

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(8),
            Duration.ofHours(24));

    private RetryPolicy() {}

    /** Empty when it is time to give up. */
    static Optional<Duration> after(int attempts) {
        return attempts <= PAUSES.size() ? Optional.of(PAUSES.get(attempts - 1)) : Optional.empty();
    }
}
