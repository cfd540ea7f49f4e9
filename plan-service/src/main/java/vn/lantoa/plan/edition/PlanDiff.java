package vn.lantoa.plan.edition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.TaskItem;

/**
 * How one version of a plan differs from another. It is complete: what it tells, done to the first, gives the second.
 *
 * @param fields what is different about the plan itself
 */
@Schema(name = "PlanDiff")
record PlanDiff(
        int from,
        int to,
        List<FieldDiff> fields,
        Items<TaskItem> tasks,
        Items<IndicatorItem> indicators,
        Items<ReportObligationItem> reportObligations) {

    /**
     * One field that is different.
     *
     * @param field its name; {@code targets/2027} for the target of one year
     * @param previous its value in the first version; null when it had none
     * @param value its value in the second; null when it has none
     */
    @Schema(name = "PlanFieldDiff")
    record FieldDiff(
            String field,

            @Schema(description = "Any JSON value") @Nullable
            Object previous,

            @Schema(description = "Any JSON value") @Nullable
            Object value) {}

    /** An item of both versions that is not the same in them. */
    @Schema(name = "PlanItemDiff")
    record ItemDiff(UUID itemId, String name, List<FieldDiff> changes) {}

    /** @param added in the order of the second version; removed and changed in that of the first */
    record Items<T>(List<T> added, List<T> removed, List<ItemDiff> changed) {}

    static PlanDiff between(Edition one, Edition other) {
        var before = one.content();
        var after = other.content();
        return new PlanDiff(
                one.version(),
                other.version(),
                fields(head(before), head(after)),
                items(before.tasks(), after.tasks(), TaskItem::itemId, TaskItem::title),
                items(before.indicators(), after.indicators(), IndicatorItem::indicatorId, IndicatorItem::name),
                items(
                        before.reportObligations(),
                        after.reportObligations(),
                        ReportObligationItem::obligationId,
                        ReportObligationItem::words));
    }

    private static ObjectNode head(PlanContent content) {
        var head = (ObjectNode) ContentJson.tree(content);
        return head.without(List.of("tasks", "indicators", "reportObligations"));
    }

    private static <T> Items<T> items(List<T> before, List<T> after, Function<T, UUID> id, Function<T, String> name) {
        var was = byId(before, id);
        var is = byId(after, id);
        var changed = new ArrayList<ItemDiff>();
        was.forEach((itemId, item) -> {
            var now = is.get(itemId);
            if (now != null && !now.equals(item)) {
                changed.add(
                        new ItemDiff(itemId, name.apply(now), fields(ContentJson.tree(item), ContentJson.tree(now))));
            }
        });
        return new Items<>(
                after.stream().filter(it -> !was.containsKey(id.apply(it))).toList(),
                before.stream().filter(it -> !is.containsKey(id.apply(it))).toList(),
                changed);
    }

    private static <T> Map<UUID, T> byId(List<T> items, Function<T, UUID> id) {
        var map = new LinkedHashMap<UUID, T>();
        items.forEach(it -> map.put(id.apply(it), it));
        return map;
    }

    private static List<FieldDiff> fields(JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<String>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        var fields = new ArrayList<FieldDiff>();
        for (var name : names) {
            var was = before.get(name);
            var is = after.get(name);
            if (name.equals("targets") && areOneAYear(was) && areOneAYear(is)) {
                fields.addAll(targets(was, is));
            } else if (!Objects.equals(was, is)) {
                fields.add(new FieldDiff(name, value(was), value(is)));
            }
        }
        return fields;
    }

    private static List<FieldDiff> targets(JsonNode before, JsonNode after) {
        var was = byYear(before);
        var is = byYear(after);
        var years = new TreeSet<>(was.keySet());
        years.addAll(is.keySet());
        return years.stream()
                .filter(year -> !Objects.equals(was.get(year), is.get(year)))
                .map(year -> new FieldDiff("targets/" + year, value(was.get(year)), value(is.get(year))))
                .toList();
    }

    /** Old plans may name a year twice; then, and when they are not in the order of years, they are compared as a whole. */
    private static boolean areOneAYear(@Nullable JsonNode targets) {
        int last = Integer.MIN_VALUE;
        if (!(targets instanceof ArrayNode list)) {
            return false;
        }
        for (var target : list) {
            int year = target.path("year").asInt();
            if (year <= last) {
                return false;
            }
            last = year;
        }
        return true;
    }

    private static Map<Integer, JsonNode> byYear(JsonNode targets) {
        var map = new LinkedHashMap<Integer, JsonNode>();
        targets.forEach(it -> map.put(it.path("year").asInt(), it));
        return map;
    }

    private static @Nullable Object value(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node;
    }
}
