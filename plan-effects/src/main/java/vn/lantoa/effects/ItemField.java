package vn.lantoa.effects;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanPromulgated.TaskItem;

/** What can be different about the task of a plan between two versions. */
public enum ItemField {
    NUMBER,
    TITLE,
    PRODUCT,
    EXCERPT,
    MODE,
    LEAD,
    COORDINATING,
    SCHEDULE,
    /** The last day of the plan, for a task that lasts as long as its plan. */
    PLAN_END;

    /** The fields in which the items themselves differ; empty when they say the same. The order of coordinating units says nothing. */
    public static Set<ItemField> between(TaskItem before, TaskItem after) {
        var fields = EnumSet.noneOf(ItemField.class);
        add(fields, NUMBER, before.number(), after.number());
        add(fields, TITLE, before.title(), after.title());
        add(fields, PRODUCT, before.product(), after.product());
        add(fields, EXCERPT, before.excerpt(), after.excerpt());
        add(fields, MODE, before.mode(), after.mode());
        add(fields, LEAD, before.leadUnitId(), after.leadUnitId());
        add(fields, COORDINATING, coordinating(before), coordinating(after));
        add(fields, SCHEDULE, before.schedule(), after.schedule());
        return fields;
    }

    private static List<Object> coordinating(TaskItem item) {
        return List.of(Set.copyOf(item.coordinatingUnitIds()), item.coordinatingAsWritten());
    }

    private static void add(Set<ItemField> fields, ItemField field, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            fields.add(field);
        }
    }
}
