package vn.lantoa.kit.http;

import java.sql.SQLException;

/**
 * A failure without its message when that holds what people wrote: PostgreSQL's driver puts the values of a failed statement
 * into it. The kind of failure, its SQL state and the place remain.
 */
public final class FailureForLog extends Exception {

    private FailureForLog(String message, StackTraceElement[] place) {
        super(message, null, false, true);
        setStackTrace(place);
    }

    /** The failure itself unless a statement failed. */
    public static Throwable of(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                return new FailureForLog(
                        failure.getClass().getSimpleName() + ", "
                                + sql.getClass().getSimpleName() + ", SQL state " + sql.getSQLState(),
                        failure.getStackTrace());
            }
        }
        return failure;
    }
}
