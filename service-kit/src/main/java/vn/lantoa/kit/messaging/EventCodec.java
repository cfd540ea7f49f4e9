package vn.lantoa.kit.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.EventCatalog;

/** Between an event's record and the text of its envelope. Unknown fields and unknown types come from newer services: ignored. */
public final class EventCodec {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES) // else 70 is written as 7E+1
            .build();

    private EventCodec() {}

    /** @param source the service that tells it, as {@code /plan-service} */
    public static String encode(
            DomainEvent event, UUID eventId, String source, OffsetDateTime at, @Nullable String traceparent) {
        var entry = EventCatalog.of(event);
        var envelope = new EventEnvelope(
                "1.0",
                eventId,
                source,
                entry.type(),
                event.aggregateId().toString(),
                at,
                "application/json",
                "/contracts/schemas/" + entry.type() + ".schema.json",
                event.organizationId(),
                traceparent,
                JSON.valueToTree(event));
        try {
            return JSON.writeValueAsString(envelope);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Cannot write " + entry.type(), e);
        }
    }

    /**
     * Reads an envelope whose event belongs to the family.
     *
     * @return empty when the type is unknown to this version, or belongs to another family
     * @throws PoisonMessage when the text is no envelope, or its data does not fit its type
     */
    public static <E extends DomainEvent> Optional<Delivery<E>> decode(@Nullable String text, Class<E> family) {
        if (text == null) {
            throw new PoisonMessage("The record has no value", null);
        }
        try {
            var envelope = JSON.readValue(text, EventEnvelope.class);
            if (envelope == null || envelope.id() == null || envelope.type() == null || envelope.data() == null) {
                throw new PoisonMessage("The record is no CloudEvent: id, type or data is missing", null);
            }
            var entry = EventCatalog.ofType(envelope.type());
            if (entry.isEmpty() || !family.isAssignableFrom(entry.get().recordClass())) {
                return Optional.empty();
            }
            var event =
                    family.cast(JSON.treeToValue(envelope.data(), entry.get().recordClass()));
            return Optional.of(
                    new Delivery<>(envelope.id(), envelope.type(), envelope.time(), envelope.traceparent(), event));
        } catch (JsonProcessingException e) {
            throw new PoisonMessage("The record cannot be read: " + e.getClass().getSimpleName(), e);
        }
    }
}
