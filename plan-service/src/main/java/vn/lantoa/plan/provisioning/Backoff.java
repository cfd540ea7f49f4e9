package vn.lantoa.plan.provisioning;

import java.time.Duration;

/** How long to wait after failures: doubling from one second, at most five minutes. */
final class Backoff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private Backoff() {}

    /** @param failures in a row, from 1 */
    static Duration after(int failures) {
        var doubled = FIRST.multipliedBy(1L << Math.clamp(failures - 1L, 0, 20));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }
}
