package vn.lantoa.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.DomainEvent;
import vn.lantoa.events.PlanEvent;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.TaskEvent;

class EventCodecTest {

    private static final UUID EVENT_ID = UUID.fromString("01a1ec6c-dd80-7001-8a00-0000000000ff");
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T08:40:00+07:00");

    @Test
    void goldenExampleIsReadAndWrittenWithoutLoss() {
        var promulgated = read("plan.promulgated.v1", PlanEvent.class).event();

        var written = EventCodec.encode(promulgated, EVENT_ID, "/plan-service", AT, null);

        assertThat(EventCodec.decode(written, PlanEvent.class)).hasValueSatisfying(delivery -> {
            assertThat(delivery.event()).isEqualTo(promulgated);
            assertThat(delivery.eventId()).isEqualTo(EVENT_ID);
            assertThat(delivery.time()).isEqualTo(AT);
        });
        assertThat(written).doesNotContain("traceparent");
    }

    @Test
    void roundNumbersAreWrittenAsPeopleWriteThem() {
        var promulgated = read("plan.promulgated.v1", PlanEvent.class).event();
        assertThat(((PlanPromulgated) promulgated)
                        .indicators()
                        .getFirst()
                        .targets()
                        .getLast()
                        .value())
                .isEqualByComparingTo("70");

        assertThat(EventCodec.encode(promulgated, EVENT_ID, "/plan-service", AT, null))
                .contains("\"value\":70")
                .doesNotContain("E+");
    }

    @Test
    void eventOfAnotherFamilyOrOfANewerTypeIsNotOurs() {
        var text = example("plan.promulgated.v1");

        assertThat(EventCodec.decode(text, TaskEvent.class)).isEmpty();
        assertThat(EventCodec.decode(text.replace("plan.promulgated.v1", "plan.promulgated.v9"), PlanEvent.class))
                .isEmpty();
    }

    @Test
    void whatIsNoEventIsPoison() {
        assertThatThrownBy(() -> EventCodec.decode(null, PlanEvent.class)).isInstanceOf(PoisonMessage.class);
        assertThatThrownBy(() -> EventCodec.decode("{\"type\":\"plan.promulgated.v1\"}", PlanEvent.class))
                .isInstanceOf(PoisonMessage.class)
                .hasMessageContaining("id, type or data");
        assertThatThrownBy(() -> EventCodec.decode("not json", PlanEvent.class)).isInstanceOf(PoisonMessage.class);
        assertThatThrownBy(() -> EventCodec.decode(
                        example("plan.promulgated.v1").replace("\"PROMULGATED\"", "\"NO_STATE\""), PlanEvent.class))
                .isInstanceOf(PoisonMessage.class);
    }

    private static <E extends DomainEvent> Delivery<E> read(String type, Class<E> family) {
        return EventCodec.decode(example(type), family).orElseThrow();
    }

    private static String example(String type) {
        var file = "/contracts/examples/" + type + ".json";
        try (var stream = Objects.requireNonNull(EventCodecTest.class.getResourceAsStream(file), file)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
