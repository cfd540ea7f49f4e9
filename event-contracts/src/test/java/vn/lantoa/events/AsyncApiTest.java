package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.events.EventCatalog.Entry;
import vn.lantoa.events.EventCatalog.Topic;

/** The catalogue for readers says the same as the catalogue in code. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = read();

    static List<Entry> entries() {
        return EventCatalog.entries();
    }

    @Test
    void channelsAreTheTopicsAndOneForDeadLetters() {
        var topics =
                Arrays.stream(Topic.values()).map(Topic::topicName).collect(Collectors.toCollection(ArrayList::new));

        assertThat(DOCUMENT.path("asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(addresses().keySet()).containsExactlyInAnyOrderElementsOf(with(topics, "deadLetters"));
        assertThat(addresses().values()).containsExactlyInAnyOrderElementsOf(with(topics, "{topic}.{service}.dead"));
        assertThat(texts(DOCUMENT.at("/channels/deadLetters/parameters/topic/enum")))
                .containsExactlyInAnyOrderElementsOf(topics);
    }

    @Test
    void messagesAreTheTypesAndOneForDeadLetters() {
        var types = entries().stream().map(Entry::type).collect(Collectors.toCollection(ArrayList::new));

        assertThat(DOCUMENT.at("/components/messages").properties())
                .extracting(message -> message.getValue().path("name").asText())
                .containsExactlyInAnyOrderElementsOf(with(types, "dead-letter"));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void messageIsOnItsTopicWithItsSchema(Entry entry) {
        var name = entry.recordClass().getSimpleName();
        var message = DOCUMENT.at("/components/messages/" + name);

        assertThat(message.path("name").asText()).isEqualTo(entry.type());
        assertThat(message.at("/payload/allOf/0/$ref").asText()).isEqualTo("schemas/envelope.schema.json");
        assertThat(message.at("/payload/allOf/1/properties/type/const").asText())
                .isEqualTo(entry.type());
        assertThat(message.at("/payload/allOf/1/properties/data/$ref").asText())
                .isEqualTo("schemas/" + entry.type() + ContractFiles.SCHEMA_SUFFIX);
        for (var topic : Topic.values()) {
            assertThat(DOCUMENT.at("/channels/" + topic.topicName() + "/messages")
                            .has(name))
                    .as("%s on %s", name, topic)
                    .isEqualTo(topic == entry.topic());
        }
    }

    @Test
    void everyReferenceInsideTheDocumentLeadsSomewhere() {
        var references = DOCUMENT.findValuesAsText("$ref").stream()
                .filter(reference -> reference.startsWith("#"))
                .toList();

        assertThat(references).isNotEmpty().allSatisfy(reference -> assertThat(
                        DOCUMENT.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    private static Map<String, String> addresses() {
        return DOCUMENT.path("channels").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        channel -> channel.getValue().path("address").asText()));
    }

    private static List<String> with(List<String> names, String more) {
        var all = new ArrayList<>(names);
        all.add(more);
        return all;
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static JsonNode read() {
        try {
            return new YAMLMapper().readTree(ContractFiles.text(".", "asyncapi.yaml"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
