package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
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
 *
 * <p>What is done stays bound to the version under which it was done. An occurrence whose day came before the first day of the new
 * version stays as it was. What was called off because its item or its day was left out is given anew, as another task, when a later
 * version names it again.
 */
public final class TaskEffects {

    /** How far ahead a yearly day is given: more than a year, so that the next one always exists. */
    public static final int DAYS_AHEAD = 400;

    private final Map<UUID, TaskItem> before;
    private final PlanInForce after;
    private final boolean endMoved;
    private final LocalDate firstToGive;
    private final LocalDate lastToGive;
    private final Collection<KnownTask> all;
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
        this.firstToGive = firstDayToGive(after, today);
        this.lastToGive = lastDayToGive(after.endsOn(), today);
        this.all = known;
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

    /** The first yearly day that is given: the plan and its version hold, and it is not over yet. */
    public static LocalDate firstDayToGive(PlanInForce plan, LocalDate today) {
        return latest(latest(plan.startsOn(), plan.inForceFrom()), today);
    }

    private List<TaskEffect> all() {
        var effects = new ArrayList<TaskEffect>();
        after.tasks().forEach(item -> effects.addAll(ofItem(item)));
        var items = after.tasks().stream().map(TaskItem::itemId).collect(Collectors.toSet());
        effects.addAll(
                ofEnd(all.stream().filter(it -> !items.contains(it.itemId())).toList()));
        return effects;
    }

    private List<TaskEffect> ofItem(TaskItem item) {
        var tasks = known.getOrDefault(item.itemId(), List.of());
        var was = before.get(item.itemId());
        var own = tasks.stream().filter(it -> !it.isOccurrence() && it.stands()).findFirst();
        if (own.isEmpty()) {
            return tasks.isEmpty() || was == null
                    ? List.of(new TaskEffect.Given(item, missing(item, tasks)))
                    : List.of(); // it was called off on its own: that holds
        }
        if (was == null) { // the version that it was given by is not known here: it stands as it is, its days follow
            return ofOccurrences(own.get(), item, item, Set.of(), tasks);
        }
        var effects = new ArrayList<TaskEffect>();
        var fields = ItemField.between(was, item);
        var amended = amended(own.get(), was, item, fields);
        amended.ifPresent(effects::add);
        if (!fields.isEmpty() || endMoved) {
            var state = amended.map(own.get()::stateAfter).orElse(own.get().state());
            effects.addAll(ofOccurrences(own.get().in(state), was, item, fields, tasks));
        }
        return effects;
    }

    private Optional<TaskEffect.Amended> amended(KnownTask own, TaskItem was, TaskItem item, Set<ItemField> ofItem) {
        var fields = fieldsOf(own, item, ofItem);
        if (endMoved && lastsAsLongAsThePlan(item)) {
            fields.add(ItemField.PLAN_END);
        }
        return fields.isEmpty() || !own.followsAmendments()
                ? Optional.empty()
                : Optional.of(new TaskEffect.Amended(own, was, item, null, fields));
    }

    /** Those whose day came before the version stay as they were: the unit that had them answers for them. */
    private List<TaskEffect> ofOccurrences(
            KnownTask own, TaskItem was, TaskItem item, Set<ItemField> fields, List<KnownTask> tasks) {
        var effects = new ArrayList<TaskEffect>();
        for (var task : tasks.stream()
                .filter(it -> it.isOccurrence() && !day(it).isBefore(after.inForceFrom()))
                .sorted(Comparator.comparing(TaskEffects::day))
                .toList()) {
            var name = nameOf(item, day(task)).filter(_ -> isInside(day(task)));
            if (name.isPresent()) {
                amendedOccurrence(task, was, item, name.get(), fields).ifPresent(effects::add);
            } else if (task.endsWithItsItem()) {
                effects.add(new TaskEffect.Cancelled(task));
            }
        }
        if (own.givesOccurrences()) {
            missing(item, tasks).forEach(it -> effects.add(new TaskEffect.OccurrenceGiven(own, item, it)));
        }
        return effects;
    }

    private static Optional<TaskEffect> amendedOccurrence(
            KnownTask task, TaskItem was, TaskItem item, String name, Set<ItemField> ofItem) {
        var fields = fieldsOf(task, item, ofItem);
        if (was.schedule().words().equals(item.schedule().words())) {
            fields.remove(ItemField.SCHEDULE); // the day itself is the same
        }
        if (!nameOf(was, day(task)).orElse("").equals(name)) {
            fields.add(ItemField.TITLE);
        }
        return fields.isEmpty() || !task.followsAmendments()
                ? Optional.empty()
                : Optional.of(
                        new TaskEffect.Amended(task, was, item, new YearlyDays.Occurrence(day(task), name), fields));
    }

    /** The days that are to be given and that no task stands for, whether done or to do. */
    private List<YearlyDays.Occurrence> missing(TaskItem item, List<KnownTask> tasks) {
        var given = tasks.stream()
                .filter(it -> it.isOccurrence() && it.stands())
                .map(TaskEffects::day)
                .collect(Collectors.toSet());
        return days(item, firstToGive, lastToGive).stream()
                .filter(it -> !given.contains(it.day()))
                .toList();
    }

    private boolean isInside(LocalDate day) {
        return !day.isBefore(after.startsOn()) && !day.isAfter(after.endsOn());
    }

    private static boolean lastsAsLongAsThePlan(TaskItem item) {
        return switch (item.schedule().kind()) {
            case CONTINUOUS, YEARLY_DAY -> true;
            case FROM, BY, RANGE, QUARTER, MONTH, RELATIVE_TO_EVENT, PHASES -> false;
        };
    }

    private static LocalDate day(KnownTask occurrence) {
        return Objects.requireNonNull(occurrence.occurrenceOn());
    }

    /** A unit that a leader had moved it to already goes on, and does not begin anew. */
    private static Set<ItemField> fieldsOf(KnownTask task, TaskItem item, Set<ItemField> ofItem) {
        var fields = EnumSet.noneOf(ItemField.class);
        fields.addAll(ofItem);
        if (task.leadUnitId().equals(item.leadUnitId())) {
            fields.remove(ItemField.LEAD);
        }
        return fields;
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }

    private static Optional<String> nameOf(TaskItem item, LocalDate day) {
        return days(item, day, day).stream().map(YearlyDays.Occurrence::name).findFirst();
    }

    /** Both included; none when the last comes before the first. */
    private static List<YearlyDays.Occurrence> days(TaskItem item, LocalDate first, LocalDate last) {
        return last.isBefore(first) ? List.of() : YearlyDays.between(item.schedule(), first.minusDays(1), last);
    }
}
