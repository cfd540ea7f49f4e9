package vn.lantoa.kit.messaging;

import org.jspecify.annotations.Nullable;

/** A record that will never be understood, however often it is tried: it goes to the dead letters. */
public final class PoisonMessage extends RuntimeException {

    PoisonMessage(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
