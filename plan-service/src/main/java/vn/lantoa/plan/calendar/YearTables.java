package vn.lantoa.plan.calendar;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The tables that this version of the service brings with it. */
@Singleton
class YearTables {

    /** A new year is a new file and one more number here. */
    private static final List<Integer> YEARS = List.of(2025, 2026, 2027);

    private final List<YearTable> tables;

    YearTables(ObjectMapper json) {
        this.tables = YEARS.stream().map(year -> read(json, year)).toList();
    }

    List<YearTable> all() {
        return tables;
    }

    private static YearTable read(ObjectMapper json, int year) {
        var file = "/calendars/" + year + ".json";
        try (var content = YearTables.class.getResourceAsStream(file)) {
            return json.readValue(Objects.requireNonNull(content, file), YearTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
