package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.text.Normalizer;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.lantoa.events.EventCatalog.Entry;

/** The golden examples are what every consumer's test starts from: they must be right in themselves. */
class ExamplesTest {

    private static final ZoneOffset VIETNAM = ZoneOffset.ofHours(7);

    static List<Entry> entries() {
        return EventCatalog.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fitsTheSchemasOfEnvelopeAndData(Entry entry) {
        var example = ContractFiles.example(entry.type());

        assertThat(ContractFiles.violations("envelope", example)).isEmpty();
        assertThat(ContractFiles.violations(entry.type(), example.get("data"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void envelopeSaysWhatTheDataSays(Entry entry) throws JsonProcessingException {
        var example = ContractFiles.example(entry.type());
        var event = read(entry, example);

        assertThat(example.get("type").asText()).isEqualTo(entry.type());
        assertThat(example.get("subject").asText())
                .isEqualTo(event.aggregateId().toString());
        assertThat(example.get("organizationid").asText())
                .isEqualTo(event.organizationId().toString());
        assertThat(example.get("dataschema").asText())
                .isEqualTo("/contracts/schemas/" + entry.type() + ContractFiles.SCHEMA_SUFFIX);
        assertThat(example.get("source").asText()).isEqualTo(sourceOf(entry.topic()));
        assertThat(OffsetDateTime.parse(example.get("time").asText()).getOffset())
                .isEqualTo(VIETNAM);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void roundTripLosesNothing(Entry entry) throws JsonProcessingException {
        var example = ContractFiles.example(entry.type());
        var event = read(entry, example);

        var written = ContractFiles.JSON.valueToTree(event);
        assertThat(ContractFiles.JSON.treeToValue(written, entry.recordClass())).isEqualTo(event);
        assertThat(fieldsLost(example.get("data"), written, "/data")).isEmpty();
        assertThat(ContractFiles.violations(entry.type(), written)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void fieldsOfANewerVersionAreTolerated(Entry entry) throws JsonProcessingException {
        var example = ContractFiles.example(entry.type());
        var event = read(entry, example);

        var newer = (ObjectNode) example.get("data").deepCopy();
        newer.put("addedLater", "value").putObject("alsoAddedLater").put("deep", 1);

        assertThat(ContractFiles.violations(entry.type(), newer)).isEmpty();
        assertThat(ContractFiles.JSON.treeToValue(newer, entry.recordClass())).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyMissingOrForeignValueIsNoticed(Entry entry) {
        var data = (ObjectNode) ContractFiles.example(entry.type()).get("data");

        for (var required : ContractFiles.schema(entry.type()).get("required")) {
            var without = data.deepCopy();
            without.remove(required.asText());
            assertThat(ContractFiles.violations(entry.type(), without))
                    .as("without %s", required.asText())
                    .isNotEmpty();
        }
        var foreign = data.deepCopy().put("organizationId", "no uuid");
        assertThat(ContractFiles.violations(entry.type(), foreign)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void textsAreComposedUnicode(Entry entry) {
        assertThat(ContractFiles.text("examples", entry.type() + ContractFiles.EXAMPLE_SUFFIX))
                .matches(text -> Normalizer.isNormalized(text, Normalizer.Form.NFC), "NFC");
    }

    @Test
    void eventIdsAreUnique() {
        assertThat(entries())
                .extracting(
                        entry -> ContractFiles.example(entry.type()).get("id").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    void examplesTellOneStory() throws JsonProcessingException {
        var promulgated = (PlanPromulgated) read(
                EventCatalog.ofType("plan.promulgated.v1").orElseThrow(), ContractFiles.example("plan.promulgated.v1"));
        var items = promulgated.tasks().stream()
                .map(PlanPromulgated.TaskItem::itemId)
                .map(Object::toString)
                .toList();

        assertThat(valuesOf("planId")).containsOnly(promulgated.planId().toString());
        assertThat(valuesOf("planItemId")).isSubsetOf(items);
        assertThat(valuesOf("obligationId"))
                .containsOnly(promulgated
                        .reportObligations()
                        .getFirst()
                        .obligationId()
                        .toString());
        assertThat(valuesOf("roundId"))
                .hasSizeGreaterThan(1)
                .containsOnly(valuesOf("roundId").getFirst());
    }

    private static List<String> valuesOf(String field) {
        return entries().stream()
                .map(entry -> ContractFiles.example(entry.type()).at("/data/" + field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .toList();
    }

    private static DomainEvent read(Entry entry, JsonNode example) throws JsonProcessingException {
        return ContractFiles.JSON.treeToValue(example.get("data"), entry.recordClass());
    }

    private static String sourceOf(EventCatalog.Topic topic) {
        return switch (topic) {
            case ORGANIZATIONS, PLANS -> "/plan-service";
            case TASKS -> "/task-service";
            case REPORTS -> "/reporting-service";
            case NOTIFICATIONS -> "/notification-service";
        };
    }

    private static Stream<String> fieldsLost(JsonNode before, JsonNode after, String path) {
        if (before.isObject() && after.isObject()) {
            return before.properties().stream()
                    .flatMap(field -> after.has(field.getKey())
                            ? fieldsLost(field.getValue(), after.get(field.getKey()), path + "/" + field.getKey())
                            : Stream.of(path + "/" + field.getKey()));
        }
        if (before.isArray() && after.isArray() && before.size() == after.size()) {
            return Stream.iterate(0, index -> index < before.size(), index -> index + 1)
                    .flatMap(index -> fieldsLost(before.get(index), after.get(index), path + "/" + index));
        }
        if (before.isNumber() && after.isNumber()) {
            return before.decimalValue().compareTo(after.decimalValue()) == 0 ? Stream.of() : Stream.of(path);
        }
        return before.equals(after) ? Stream.of() : Stream.of(path);
    }
}
