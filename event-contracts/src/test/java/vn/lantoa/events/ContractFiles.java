package vn.lantoa.events;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The files of the published language, as a consumer finds them on the class path. */
final class ContractFiles {

    static final String SCHEMA_SUFFIX = ".schema.json";
    static final String EXAMPLE_SUFFIX = ".json";

    /** Reads and writes as the services do: dates as text, offsets kept, fields of newer versions ignored. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private ContractFiles() {}

    static JsonNode example(String type) {
        return tree("examples", type + EXAMPLE_SUFFIX);
    }

    static JsonNode schema(String name) {
        return tree("schemas", name + SCHEMA_SUFFIX);
    }

    /** What is wrong with the instance, one sentence each; formats such as uuid and date are checked, not only noted. */
    static List<String> violations(String schemaName, JsonNode instance) {
        return SCHEMAS
                .getSchema(text("schemas", schemaName + SCHEMA_SUFFIX), InputFormat.JSON)
                .validate(
                        instance.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** Names of the files of a folder without their suffix, sorted. */
    static List<String> names(String folder, String suffix) {
        try (var files = Files.list(folder(folder))) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) : name)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String folder, String file) {
        try {
            return Files.readString(folder(folder).resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode tree(String folder, String file) {
        try {
            return JSON.readTree(text(folder, file));
        } catch (IOException e) {
            throw new UncheckedIOException("No JSON: " + folder + "/" + file, e);
        }
    }

    private static Path folder(String name) {
        try {
            return Path.of(Objects.requireNonNull(ContractFiles.class.getResource("/contracts"))
                            .toURI())
                    .resolve(name);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
