package vn.lantoa.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The examples name the organizations, units and people of the seed, so that an example can be played on a seeded system. */
class ExamplesAndDirectoryTest {

    private static final Set<String> PERSON_FIELDS =
            Set.of("assigneeId", "previousAssigneeId", "recipientId", "personId");

    private final JsonNode seed = readSeed();

    @Test
    void organizationsAreThoseOfTheSeed() {
        assertThat(values(field -> field.endsWith("rganizationId") || field.endsWith("rganizationIds")))
                .hasSizeGreaterThan(1)
                .isSubsetOf(and(ids("/organizations"), CalendarRecorded.WHOLE_COUNTRY.toString()));
    }

    @Test
    void unitsAreThoseOfTheSeed() {
        var units = StreamSupport.stream(seed.path("organizations").spliterator(), false)
                .flatMap(organization ->
                        StreamSupport.stream(organization.path("units").spliterator(), false))
                .map(unit -> unit.path("id").asText())
                .collect(Collectors.toSet());

        assertThat(values(field -> field.endsWith("nitId") || field.endsWith("nitIds")))
                .hasSizeGreaterThan(1)
                .isSubsetOf(units);
    }

    @Test
    void peopleAreThoseOfTheSeed() {
        assertThat(values(field -> field.endsWith("By") || PERSON_FIELDS.contains(field)))
                .hasSizeGreaterThan(1)
                .isSubsetOf(ids("/people"));
    }

    private Set<String> ids(String list) {
        return StreamSupport.stream(seed.at(list).spliterator(), false)
                .map(item -> item.path("id").asText())
                .collect(Collectors.toSet());
    }

    private static Set<String> and(Set<String> ids, String more) {
        return Stream.concat(ids.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    /** What the examples say in the fields of these names, at any depth. */
    private static Set<String> values(Predicate<String> fieldName) {
        return EventCatalog.entries().stream()
                .map(entry -> ContractFiles.example(entry.type()).get("data"))
                .flatMap(data -> values(data, fieldName))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> values(JsonNode node, Predicate<String> fieldName) {
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false).flatMap(item -> values(item, fieldName));
        }
        return node.properties().stream()
                .flatMap(field -> fieldName.test(field.getKey()) ? texts(field) : values(field.getValue(), fieldName));
    }

    private static Stream<String> texts(Map.Entry<String, JsonNode> field) {
        var value = field.getValue();
        return (value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static JsonNode readSeed() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            var seed = folder.resolve("deploy/seed/directory.json");
            if (Files.exists(seed)) {
                try {
                    return ContractFiles.JSON.readTree(Files.readString(seed));
                } catch (IOException e) {
                    throw new IllegalStateException("Cannot read " + seed, e);
                }
            }
        }
        throw new IllegalStateException("deploy/seed/directory.json is missing: run the tests inside the repository");
    }
}
