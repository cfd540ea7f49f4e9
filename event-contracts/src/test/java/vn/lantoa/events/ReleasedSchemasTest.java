package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What consumers were given is kept: {@code src/test/resources/released} holds the schemas as they were given last. At a release they
 * are replaced by {@code ./mvnw test -pl event-contracts -Dtest=ReleasedSchemasTest -Dcontracts.release=true}; until the first one
 * the same command serves to agree on a change that takes something away.
 */
class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("src", "test", "resources", "released");

    static List<String> released() throws IOException {
        if (Boolean.getBoolean("contracts.release")) {
            for (var entry : EventCatalog.entries()) {
                var file = entry.type() + ContractFiles.SCHEMA_SUFFIX;
                Files.createDirectories(RELEASED);
                Files.writeString(RELEASED.resolve(file), ContractFiles.text("schemas", file));
            }
        }
        try (var files = Files.list(RELEASED)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.substring(0, name.length() - ContractFiles.SCHEMA_SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("released")
    void releasedTypeIsStillThereAndOnlyGrew(String type) {
        assertThat(EventCatalog.ofType(type)).isPresent();
        assertThat(SchemaGrowth.losses(readReleased(type), ContractFiles.schema(type)))
                .as("what %s lost; a change that takes away needs a new version of the type", type)
                .isEmpty();
    }

    private static final String BEFORE = """
            {"type": "object", "required": ["id", "state", "items"], "properties": {
               "id": {"type": "string", "format": "uuid"},
               "note": {"type": ["string", "null"]},
               "state": {"type": "string", "enum": ["OPEN", "DONE"]},
               "items": {"type": "array", "items": {"$ref": "#/$defs/item"}}},
             "$defs": {"item": {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}}}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "note": {"type": ["string", "null"]},      |                                          | /note is gone
            "format": "uuid"                           | "format": "date"                         | /id has another type
            "DONE"                                     | "CLOSED"                                 | /state lost the values [DONE]
            ["id", "state", "items"]                   | ["id", "items"]                          | /state is not certain any more
            ["id", "state", "items"]                   | ["id", "state", "items", "note"]         | /note is required, and older events lack it
            "id": {"type": "string"                    | "id": {"type": ["string", "null"]        | /id may be null now
            {"name": {"type": "string"}}               | {"name": {"type": "integer"}}            | /items/items/name has another type
            """)
    void everyLossIsFound(String words, String replacement, String loss) throws JsonProcessingException {
        var after = BEFORE.replace(words, replacement == null ? "" : replacement);
        assertThat(after).isNotEqualTo(BEFORE);

        assertThat(SchemaGrowth.losses(ContractFiles.JSON.readTree(BEFORE), ContractFiles.JSON.readTree(after)))
                .containsExactly(loss);
    }

    @Test
    void additionsAreFree() throws JsonProcessingException {
        var after = BEFORE.replace("\"DONE\"", "\"DONE\", \"SUSPENDED\"")
                .replace("\"note\":", "\"added\": {\"type\": [\"integer\", \"null\"]}, \"note\":");

        assertThat(SchemaGrowth.losses(ContractFiles.JSON.readTree(BEFORE), ContractFiles.JSON.readTree(after)))
                .isEmpty();
    }

    private static JsonNode readReleased(String type) {
        try {
            return ContractFiles.JSON.readTree(Files.readString(RELEASED.resolve(type + ContractFiles.SCHEMA_SUFFIX)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
