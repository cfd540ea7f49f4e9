package vn.lantoa.effects;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanPromulgated.TaskItem;

/** One thing that a new version of a plan, or its end, does to the tasks of the plan. */
public sealed interface TaskEffect {

    /**
     * A task is given for an item that had none, or whose task was called off by an earlier version.
     *
     * @param occurrences those of a recurring task that are given at once
     */
    record Given(TaskItem item, List<YearlyDays.Occurrence> occurrences) implements TaskEffect {
        public Given {
            occurrences = List.copyOf(occurrences);
        }
    }

    /**
     * A task, or one occurrence of a recurring task, changes with its item.
     *
     * @param occurrence the day of an occurrence under its name of now; null for a task of its own
     * @param fields what is different; for an occurrence SCHEDULE means the words alone, since its day is its own
     */
    record Amended(
            KnownTask task,
            TaskItem before,
            TaskItem after,
            YearlyDays.@Nullable Occurrence occurrence,
            Set<ItemField> fields)
            implements TaskEffect {
        public Amended {
            fields = Set.copyOf(fields);
        }

        /** Another unit leads it, or it is asked for where it was ordered, or the other way round. */
        public boolean beginsAnew() {
            return fields.contains(ItemField.LEAD) || fields.contains(ItemField.MODE);
        }
    }

    /** A recurring task gets one more day. It is given as the recurring task stands after the amendment. */
    record OccurrenceGiven(KnownTask parent, TaskItem item, YearlyDays.Occurrence occurrence) implements TaskEffect {}

    /** Nothing more is to be done with the task. */
    record Cancelled(KnownTask task) implements TaskEffect {}
}
