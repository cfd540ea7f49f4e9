package vn.lantoa.kit.messaging;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;

/** One event as it arrived, with what its envelope says. */
public record Delivery<E extends DomainEvent>(
        UUID eventId,
        String type,
        @Nullable OffsetDateTime time,
        @Nullable String traceparent,
        E event) {}
