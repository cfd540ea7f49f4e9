package vn.lantoa.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.kit.messaging.EventCodec;

/** The checked-in example of each event, from which every consumer's test starts. */
public final class GoldenExamples {

    private GoldenExamples() {}

    /** The whole envelope as it would lie on the topic. */
    public static String envelope(String type) {
        var path = "/contracts/examples/" + type + ".json";
        try (var in = GoldenExamples.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("No golden example " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <E extends DomainEvent> E event(String type, Class<E> record) {
        return EventCodec.decode(envelope(type), record).orElseThrow().event();
    }
}
