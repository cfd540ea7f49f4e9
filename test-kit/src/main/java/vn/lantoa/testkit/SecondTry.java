package vn.lantoa.testkit;

import java.lang.System.Logger.Level;
import java.util.concurrent.Callable;

/**
 * Starting a server of a test once more. A free port is only free until another process takes it, between the look and
 * the start; a test run of ten minutes is not thrown away for that.
 */
final class SecondTry {

    private static final System.Logger LOG = System.getLogger(SecondTry.class.getName());

    private SecondTry() {}

    /** @throws IllegalStateException when it fails twice, with both failures in it */
    static <T> T of(String what, Callable<T> start) {
        try {
            return start.call();
        } catch (Exception first) {
            LOG.log(Level.WARNING, what + " did not start, once more", first);
            try {
                return start.call();
            } catch (Exception second) {
                second.addSuppressed(first);
                throw new IllegalStateException(what + " did not start", second);
            }
        }
    }
}
