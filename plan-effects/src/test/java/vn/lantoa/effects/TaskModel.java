package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.AssignMode;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskState;

/** The tasks of one plan in memory: does what the effects say, in the simplest way. */
final class TaskModel {

    /** A task as its unit sees it. */
    record Entry(KnownTask task, TaskItem content, String dayName) {}

    private final Map<UUID, Entry> entries;
    private List<TaskItem> items;
    private LocalDate endsOn;

    private TaskModel(Map<UUID, Entry> entries, List<TaskItem> items, LocalDate endsOn) {
        this.entries = new TreeMap<>(entries);
        this.items = items;
        this.endsOn = endsOn;
    }

    static TaskModel empty() {
        return new TaskModel(Map.of(), List.of(), LocalDate.EPOCH);
    }

    TaskModel copy() {
        return new TaskModel(entries, items, endsOn);
    }

    List<TaskEffect> follow(PlanInForce version, LocalDate today) {
        var effects = TaskEffects.of(items, endsOn, version, known(), today);
        effects.forEach(this::apply);
        items = version.tasks();
        endsOn = version.endsOn();
        return effects;
    }

    List<KnownTask> known() {
        return entries.values().stream().map(Entry::task).toList();
    }

    List<Entry> standing() {
        return entries.values().stream()
                .filter(it -> it.task().stands())
                .sorted(Comparator.comparing((Entry it) -> it.task().itemId())
                        .thenComparing(
                                it -> Objects.requireNonNullElse(it.task().occurrenceOn(), LocalDate.MIN)))
                .toList();
    }

    Entry entry(UUID taskId) {
        return Objects.requireNonNull(entries.get(taskId));
    }

    void set(UUID taskId, TaskState state) {
        var entry = entry(taskId);
        entries.put(taskId, new Entry(entry.task().in(state), entry.content(), entry.dayName()));
    }

    /** The one that stands. */
    KnownTask own(TaskItem item) {
        return standing().stream()
                .map(Entry::task)
                .filter(it -> it.itemId().equals(item.itemId()) && !it.isOccurrence())
                .findFirst()
                .orElseThrow();
    }

    KnownTask on(TaskItem item, LocalDate day) {
        return standing().stream()
                .map(Entry::task)
                .filter(it -> it.itemId().equals(item.itemId()) && day.equals(it.occurrenceOn()))
                .findFirst()
                .orElseThrow();
    }

    List<LocalDate> days(TaskItem item) {
        return standing().stream()
                .map(Entry::task)
                .filter(it -> it.itemId().equals(item.itemId()) && it.isOccurrence())
                .map(it -> Objects.requireNonNull(it.occurrenceOn()))
                .toList();
    }

    private void apply(TaskEffect effect) {
        switch (effect) {
            case TaskEffect.Given given -> {
                var parent = add(given.item(), null, null);
                given.occurrences().forEach(it -> add(given.item(), parent, it));
            }
            case TaskEffect.OccurrenceGiven given ->
                add(given.item(), given.parent().taskId(), given.occurrence());
            case TaskEffect.Amended amended -> {
                var task = amended.task();
                var name =
                        amended.occurrence() == null ? "" : amended.occurrence().name();
                entries.put(
                        task.taskId(),
                        new Entry(
                                led(task, amended.after().leadUnitId()).in(task.stateAfter(amended)),
                                amended.after(),
                                name));
            }
            case TaskEffect.Cancelled cancelled -> set(cancelled.task().taskId(), TaskState.CANCELLED);
        }
    }

    /** A leader moves it. */
    void reassign(UUID taskId, UUID leadUnitId) {
        var entry = entry(taskId);
        entries.put(taskId, new Entry(led(entry.task(), leadUnitId), entry.content(), entry.dayName()));
    }

    private static KnownTask led(KnownTask task, UUID leadUnitId) {
        return new KnownTask(
                task.taskId(), task.itemId(), task.parentTaskId(), task.occurrenceOn(), leadUnitId, task.state());
    }

    private UUID add(TaskItem item, @Nullable UUID parent, YearlyDays.@Nullable Occurrence occurrence) {
        var id = new UUID(0, entries.size() + 1L);
        var state = item.mode() == AssignMode.ASSIGN ? TaskState.ASSIGNED : TaskState.REQUESTED;
        var task = new KnownTask(
                id, item.itemId(), parent, occurrence == null ? null : occurrence.day(), item.leadUnitId(), state);
        entries.put(id, new Entry(task, item, occurrence == null ? "" : occurrence.name()));
        return id;
    }

    /** What people see of the tasks that stand, whoever asks and whatever their ids. */
    List<Object> seen() {
        var seen = new ArrayList<Object>();
        for (var it : standing()) {
            seen.add(List.of(
                    it.task().itemId(),
                    String.valueOf(it.task().occurrenceOn()),
                    it.task().state(),
                    it.dayName(),
                    it.task().isOccurrence() ? withoutSchedule(it.content()) : it.content()));
        }
        return seen;
    }

    /** An occurrence has its own day and only the words of the schedule. */
    private static List<Object> withoutSchedule(TaskItem item) {
        return List.of(
                String.valueOf(item.number()),
                item.title(),
                item.mode(),
                item.leadUnitId(),
                List.copyOf(new java.util.TreeSet<>(item.coordinatingUnitIds())),
                item.schedule().words(),
                String.valueOf(item.product()),
                String.valueOf(item.excerpt()));
    }
}
