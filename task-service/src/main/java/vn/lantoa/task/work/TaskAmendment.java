package vn.lantoa.task.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ItemField;
import vn.lantoa.events.PlanPromulgated.TaskItem;
import vn.lantoa.events.TaskAssigned.TaskDeadline;

/**
 * What a new version of its plan makes of a task.
 *
 * @param fields those that follow the item; the others stay as people made them
 * @param item as the version says
 * @param title the item's, for an occurrence with its day
 * @param lead the item's lead unit
 * @param coordinating the item's coordinating units, groups expanded
 * @param deadline by the item's schedule; null when it names no day. An occurrence keeps its own
 * @param amendedBy who decided on the version
 */
public record TaskAmendment(
        UUID taskId,
        int planVersion,
        LocalDate planEndsOn,
        Set<ItemField> fields,
        TaskItem item,
        String title,
        TaskOrder.UnitPart lead,
        List<TaskOrder.UnitPart> coordinating,
        @Nullable TaskDeadline deadline,
        UUID amendedBy,
        Instant at) {

    public TaskAmendment {
        fields = Set.copyOf(fields);
        coordinating = List.copyOf(coordinating);
    }

    boolean concerns(ItemField field) {
        return fields.contains(field);
    }

    boolean beginsAnew() {
        return concerns(ItemField.LEAD) || concerns(ItemField.MODE);
    }
}
