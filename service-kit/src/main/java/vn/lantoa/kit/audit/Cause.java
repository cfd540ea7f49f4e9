package vn.lantoa.kit.audit;

import java.util.Optional;
import java.util.UUID;

/** The event that is taking effect, for what happens because of it without a person at hand. */
public final class Cause {

    private static final ScopedValue<UUID> EVENT = ScopedValue.newInstance();

    private Cause() {}

    /** Does it as an effect of the event. */
    public static void of(UUID eventId, Runnable effect) {
        ScopedValue.where(EVENT, eventId).run(effect);
    }

    static Optional<UUID> current() {
        return EVENT.isBound() ? Optional.of(EVENT.get()) : Optional.empty();
    }
}
