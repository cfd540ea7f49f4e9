package vn.lantoa.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The notes of all parts, one small file each. A note whose process is gone counts for nothing and is removed. */
final class RunRecords {
    private static final JsonMapper JSON = new JsonMapper();

    private final DataFolder folder;

    RunRecords(DataFolder folder) {
        this.folder = folder;
    }

    void write(Part part, RunRecord record) {
        var json = JSON.createObjectNode();
        json.put("pid", record.pid());
        json.put("startedAt", record.startedAt().toString());
        json.put("stamp", record.stamp());
        var ports = json.putObject("ports");
        record.ports().forEach((port, number) -> ports.put(port.name(), number));
        json.put("fingerprint", record.fingerprint());
        json.put("movableClock", record.movableClock());
        try {
            var draft = folder.run(part.label() + ".json.tmp");
            Files.writeString(draft, json.toPrettyString());
            Files.move(draft, file(part), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The note of a part that runs. */
    Optional<RunRecord> live(Part part) {
        var record = read(part);
        if (record.isPresent() && record.get().identity().live().isEmpty()) {
            remove(part);
            return Optional.empty();
        }
        return record;
    }

    Map<Part, RunRecord> live() {
        var all = new EnumMap<Part, RunRecord>(Part.class);
        for (Part part : Part.values()) {
            live(part).ifPresent(record -> all.put(part, record));
        }
        return all;
    }

    void remove(Part part) {
        try {
            Files.deleteIfExists(file(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<RunRecord> read(Part part) {
        if (!Files.exists(file(part))) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(JSON.readTree(Files.readString(file(part)))));
        } catch (JsonProcessingException | IllegalArgumentException | java.time.DateTimeException _) {
            remove(part); // half a note says nothing about which process was meant
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunRecord parse(JsonNode json) {
        var ports = new EnumMap<Port, Integer>(Port.class);
        json.path("ports")
                .properties()
                .forEach(entry ->
                        ports.put(Port.valueOf(entry.getKey()), entry.getValue().asInt()));
        if (json.path("pid").asLong() <= 0) {
            throw new IllegalArgumentException("no process number");
        }
        return new RunRecord(
                json.path("pid").asLong(),
                Instant.parse(json.path("startedAt").asText()),
                json.path("stamp").asText(),
                ports,
                json.path("fingerprint").asText(),
                json.path("movableClock").asBoolean());
    }

    private Path file(Part part) {
        return folder.run(part.label() + ".json");
    }
}
