package vn.lantoa.task.work;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.TaskAmended.FieldChange;

/** What is different about a task, as texts for people, in the order in which it was added. */
final class FieldChanges {

    private final List<FieldChange> changes = new ArrayList<>();

    /** Nothing where both are the same. */
    void add(String field, @Nullable Object before, @Nullable Object after) {
        var previous = written(before);
        var now = written(after);
        if (previous == null ? now != null : !previous.equals(now)) {
            changes.add(new FieldChange(field, previous, now));
        }
    }

    List<FieldChange> all() {
        return List.copyOf(changes);
    }

    private static @Nullable String written(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case LocalDate day -> Dates.written(day);
            case Collection<?> many ->
                many.isEmpty() ? null : many.stream().map(Object::toString).collect(Collectors.joining(", "));
            case Object one -> one.toString();
        };
    }
}
