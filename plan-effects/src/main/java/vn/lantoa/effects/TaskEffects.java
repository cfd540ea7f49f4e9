package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.TaskItem;

/**
 * What a new version of a plan does to its tasks. task-service does it; plan-service foretells it from what task-service published.
 * Both ask here, so that they cannot disagree.
 *
 * <p>A field of a task follows its item where the item changed between the two versions. Where it did not, the task keeps what
 * people made of it since: a leader's own choice of another unit outlives an amendment that says nothing about the unit.
 */
public final class TaskEffects {

    /** How far ahead a yearly day is given: more than a year, so that the next one always exists. */
    public static final int DAYS_AHEAD = 400;

    private final Map<UUID, TaskItem> before;
    private final PlanInForce after;
    private final boolean endMoved;
    private final LocalDate first;
    private final LocalDate until;
    private final Map<UUID, List<KnownTask>> known;

    private TaskEffects(
            List<TaskItem> before,
            LocalDate endedBefore,
            PlanInForce after,
            Collection<KnownTask> known,
            LocalDate today) {
        this.before = before.stream().collect(Collectors.toMap(TaskItem::itemId, Function.identity()));
        this.after = after;
        this.endMoved = !endedBefore.equals(after.endsOn());
        this.first = after.inForceFrom().isBefore(today) ? today : after.inForceFrom();
        this.until = lastDayToGive(after.endsOn(), today);
        this.known = known.stream().collect(Collectors.groupingBy(KnownTask::itemId));
    }

    /**
     * In the order of the plan; for each item its own task first, then the occurrences by their days; what ends comes last.
     *
     * @param before the tasks of the version that was followed until now; empty when none was
     * @param endedBefore last day of that version
     * @param known all tasks that came of the plan so far, in whatever state
     */
    public static List<TaskEffect> of(
            List<TaskItem> before,
            LocalDate endedBefore,
            PlanInForce after,
            Collection<KnownTask> known,
            LocalDate today) {
        return new TaskEffects(before, endedBefore, after, known, today).all();
    }

    /** What the end of the plan does to them. */
    public static List<TaskEffect> ofEnd(Collection<KnownTask> known) {
        return known.stream()
                .filter(KnownTask::endsWithItsItem)
                .<TaskEffect>map(TaskEffect.Cancelled::new)
                .toList();
    }

    /** The last yearly day that is given, seen from a day. */
    public static LocalDate lastDayToGive(LocalDate endsOn, LocalDate today) {
        var horizon = today.plusDays(DAYS_AHEAD);
        return horizon.isAfter(endsOn) ? endsOn : horizon;
    }

    /** The occurrences that a recurring task of a plan is given with. */
    public static List<YearlyDays.Occurrence> firstOccurrences(TaskItem item, PlanInForce plan, LocalDate today) {
        var from = plan.startsOn().isBefore(plan.inForceFrom()) ? plan.inForceFrom() : plan.startsOn();
        var first = from.isBefore(today) ? today : from;
        return days(item, first, lastDayToGive(plan.endsOn(), today));
    }

    private List<TaskEffect> all() {
        var effects = new ArrayList<TaskEffect>();
        after.tasks().forEach(item -> effects.addAll(ofItem(item)));
        var items = after.tasks().stream().map(TaskItem::itemId).collect(Collectors.toSet());
        known.forEach((item, tasks) -> {
            if (!items.contains(item)) {
                effects.addAll(ofEnd(tasks));
            }
        });
        return effects;
    }

    private List<TaskEffect> ofItem(TaskItem item) {
        var tasks = known.getOrDefault(item.itemId(), List.of());
        var own = tasks.stream().filter(it -> !it.isOccurrence()).findFirst();
        if (own.isEmpty()) {
            return List.of(new TaskEffect.Given(item, days(item, startOfNew(), until)));
        }
        var was = before.get(item.itemId());
        if (was == null) {
            return List.of(); // it was given by a version that is not known here: it stands as it is
        }
        var effects = new ArrayList<TaskEffect>();
        var fields = ItemField.between(was, item);
        if (!fields.isEmpty() && own.get().followsAmendments()) {
            effects.add(new TaskEffect.Amended(own.get(), was, item, null, fields));
        }
        if (!fields.isEmpty() || endMoved) {
            effects.addAll(ofOccurrences(own.get(), was, item, fields, tasks));
        }
        return effects;
    }

    private LocalDate startOfNew() {
        return after.startsOn().isBefore(first) ? first : after.startsOn();
    }

    private List<TaskEffect> ofOccurrences(
            KnownTask own, TaskItem was, TaskItem item, Set<ItemField> fields, List<KnownTask> tasks) {
        var effects = new ArrayList<TaskEffect>();
        var wanted = days(item, first, until);
        var names = names(wanted);
        var given = new HashSet<LocalDate>();
        for (var task :
                tasks.stream().filter(KnownTask::isOccurrence).sorted(BY_DAY).toList()) {
            var day = Objects.requireNonNull(task.occurrenceOn());
            given.add(day);
            boolean dropped = !day.isBefore(first) && !names.containsKey(day);
            if (dropped && task.endsWithItsItem()) {
                effects.add(new TaskEffect.Cancelled(task));
            } else if (!dropped && task.followsAmendments()) {
                amended(task, was, item, fields).ifPresent(effects::add);
            }
        }
        if (own.givesOccurrences()) {
            wanted.stream()
                    .filter(it -> !given.contains(it.day()))
                    .map(it -> new TaskEffect.OccurrenceGiven(own, item, it))
                    .forEach(effects::add);
        }
        return effects;
    }

    private static Optional<TaskEffect> amended(KnownTask task, TaskItem was, TaskItem item, Set<ItemField> fields) {
        var day = Objects.requireNonNull(task.occurrenceOn());
        var ofDay = fields.isEmpty() ? EnumSet.noneOf(ItemField.class) : EnumSet.copyOf(fields);
        if (was.schedule().words().equals(item.schedule().words())) {
            ofDay.remove(ItemField.SCHEDULE);
        }
        var name = nameOf(item, day).or(() -> nameOf(was, day)).orElse("");
        if (!nameOf(was, day).orElse("").equals(name)) {
            ofDay.add(ItemField.TITLE);
        }
        return ofDay.isEmpty()
                ? Optional.empty()
                : Optional.of(new TaskEffect.Amended(task, was, item, new YearlyDays.Occurrence(day, name), ofDay));
    }

    private static final Comparator<KnownTask> BY_DAY =
            Comparator.comparing(it -> Objects.requireNonNull(it.occurrenceOn()));

    private static Map<LocalDate, String> names(List<YearlyDays.Occurrence> days) {
        var names = new HashMap<LocalDate, String>();
        days.forEach(it -> names.put(it.day(), it.name()));
        return names;
    }

    private static Optional<String> nameOf(TaskItem item, LocalDate day) {
        return days(item, day, day).stream().map(YearlyDays.Occurrence::name).findFirst();
    }

    /** Both included; none when the last comes before the first. */
    private static List<YearlyDays.Occurrence> days(TaskItem item, LocalDate first, LocalDate last) {
        return last.isBefore(first) ? List.of() : YearlyDays.between(item.schedule(), first.minusDays(1), last);
    }
}
