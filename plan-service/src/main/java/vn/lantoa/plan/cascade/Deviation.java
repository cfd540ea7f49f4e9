package vn.lantoa.plan.cascade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.plan.ItemContent;

/**
 * Where a plan says something else than the plan above it (ghi đè tại địa phương).
 *
 * @param itemId null when the item was taken out below
 * @param fields in which the two differ; empty when the item was taken out, or added below
 */
@Schema(name = "CascadeDeviation")
record Deviation(
        Kind kind,
        @Nullable UUID originItemId,
        @Nullable UUID itemId,
        ItemContent.Kind itemKind,
        String title,
        List<String> fields) {

    /** What was done below. */
    enum Kind {
        CHANGED,
        TAKEN_OUT,
        ADDED
    }

    Deviation {
        fields = List.copyOf(fields);
    }

    /** In the order of the plan above, then what the plan below has of its own. */
    static List<Deviation> of(Collection<Branches.Item> handedDown, Map<UUID, ItemContent> below) {
        var deviations = new ArrayList<Deviation>();
        var made = new HashSet<UUID>();
        for (var item : handedDown) {
            var itemId = item.itemId();
            var now = itemId == null ? null : below.get(itemId);
            if (now == null) {
                deviations.add(new Deviation(
                        Kind.TAKEN_OUT,
                        item.originItemId(),
                        null,
                        item.content().kind(),
                        item.content().title(),
                        List.of()));
                continue;
            }
            made.add(itemId);
            var fields = item.content().differences(now);
            if (!fields.isEmpty()) {
                deviations.add(
                        new Deviation(Kind.CHANGED, item.originItemId(), itemId, now.kind(), now.title(), fields));
            }
        }
        below.forEach((id, content) -> {
            if (!made.contains(id)) {
                deviations.add(new Deviation(Kind.ADDED, null, id, content.kind(), content.title(), List.of()));
            }
        });
        return deviations;
    }
}
