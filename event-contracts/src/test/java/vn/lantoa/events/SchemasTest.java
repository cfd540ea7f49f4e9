package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.lantoa.events.EventCatalog.Entry;

class SchemasTest {

    static List<Entry> entries() {
        return EventCatalog.entries();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void schemaSaysWhatTheRecordSays(Entry entry) {
        var schema = ContractFiles.schema(entry.type());

        assertThat(SchemaOfRecord.differences(schema, entry.recordClass())).isEmpty();
        assertThat(schema.path("$id").asText()).isEqualTo("urn:lantoa:contracts:" + entry.type());
        assertThat(schema.path("title").asText()).isEqualTo(entry.recordClass().getSimpleName());
        assertThat(schema.path("description").asText()).isNotBlank();
    }

    @Test
    void everyKindOfDisagreementIsFound() throws JsonProcessingException {
        record Grown(String kept, @Nullable Integer optional, List<OrganizationLevel> levels, boolean forgotten) {}
        var schema = ContractFiles.JSON.readTree("""
                {"type": "object", "additionalProperties": true, "required": ["kept", "optional"],
                 "properties": {
                   "kept": {"type": "integer"},
                   "optional": {"type": "integer"},
                   "levels": {"type": "array", "items": {"type": "string", "enum": ["CITY", "DISTRICT"]}}}}
                """);

        assertThat(SchemaOfRecord.differences(schema, Grown.class))
                .anyMatch(it -> it.startsWith("/properties:") && it.contains("forgotten"))
                .anyMatch(it -> it.startsWith("/required:"))
                .anyMatch(it -> it.startsWith("/kept/type:"))
                .anyMatch(it -> it.startsWith("/optional allows null:"))
                .anyMatch(it -> it.startsWith("/levels/items/enum:"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"specversion", "id", "source", "type", "subject", "time", "dataschema", "organizationid", "data"
            })
    void envelopeWithoutAnAttributeIsRefused(String attribute) {
        var envelope = (ObjectNode) ContractFiles.example("plan.promulgated.v1");
        envelope.remove(attribute);

        assertThat(ContractFiles.violations("envelope", envelope)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "subject", "time", "organizationid", "traceparent", "type", "source"})
    void envelopeWithAForeignValueIsRefused(String attribute) {
        var envelope = (ObjectNode) ContractFiles.example("plan.promulgated.v1");
        envelope.put(attribute, "elsewhere");

        assertThat(ContractFiles.violations("envelope", envelope)).isNotEmpty();
    }

    @Test
    void traceIsOptional() {
        var envelope = (ObjectNode) ContractFiles.example("plan.promulgated.v1");
        envelope.remove("traceparent");

        assertThat(ContractFiles.violations("envelope", envelope)).isEmpty();
    }
}
