package vn.lantoa.task.work;

import jakarta.inject.Singleton;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.TaskState;
import vn.lantoa.kit.http.Problem;

/** Reads the filters of a list from the words of its address. What is malformed is refused, all of it at once. */
@Singleton
class FilterWords {

    private static final String NO_PARENT = "none";

    private final Clock clock;

    FilterWords(Clock clock) {
        this.clock = clock;
    }

    /** @throws Problem.Invalid naming each parameter that cannot be read */
    TaskFilter read(Map<String, List<String>> parameters) {
        var errors = new ArrayList<Problem.Invalid.Error>();
        var reader = new Reader(parameters, errors);
        var parent = parameters.getOrDefault("parent", List.of());
        boolean withoutParent = parent.equals(List.of(NO_PARENT));
        var filter = new TaskFilter(
                reader.all("state", TaskState::valueOf),
                reader.all("unit", UUID::fromString),
                reader.one("assignee", UUID::fromString),
                false,
                false,
                reader.one("planId", UUID::fromString),
                withoutParent ? null : reader.one("parent", UUID::fromString),
                withoutParent,
                reader.one("mode", AssignMode::valueOf),
                reader.one("dueFrom", Dates::read),
                reader.one("dueTo", Dates::read),
                Boolean.TRUE.equals(reader.one("overdue", FilterWords::claim)) ? LocalDate.now(clock) : null);
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
        return filter;
    }

    /** The address of a further page of the same list, up to its cursor. */
    static String next(String path, Map<String, List<String>> parameters) {
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("cursor"))
                .flatMap(parameter -> parameter.getValue().stream()
                        .map(value ->
                                parameter.getKey() + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8) + "&"))
                .sorted()
                .collect(Collectors.joining("", path + "?", ""));
    }

    private static Boolean claim(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private record Reader(Map<String, List<String>> parameters, List<Problem.Invalid.Error> errors) {

        <T> Set<T> all(String name, Function<String, T> read) {
            var values = new HashSet<T>();
            for (var text : parameters.getOrDefault(name, List.of())) {
                try {
                    values.add(read.apply(text));
                } catch (IllegalArgumentException | java.time.DateTimeException e) {
                    errors.add(new Problem.Invalid.Error("?" + name, "task.parameter-unreadable", name, text));
                }
            }
            return values;
        }

        <T> @Nullable T one(String name, Function<String, T> read) {
            if (parameters.getOrDefault(name, List.of()).size() > 1) {
                errors.add(new Problem.Invalid.Error("?" + name, "task.parameter-repeated", name));
                return null;
            }
            return all(name, read).stream().findFirst().orElse(null);
        }
    }
}
