package vn.lantoa.plan.plan;

import java.util.concurrent.atomic.AtomicInteger;

/** Numbers of the register that no other test has given out. */
final class PlanNumbers {

    private static final AtomicInteger LAST = new AtomicInteger(1000);

    private PlanNumbers() {}

    static String next() {
        return String.valueOf(LAST.incrementAndGet());
    }
}
