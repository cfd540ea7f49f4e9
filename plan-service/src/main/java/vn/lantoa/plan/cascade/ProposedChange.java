package vn.lantoa.plan.cascade;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.plan.ItemContent;

/**
 * One item that the plan above changed.
 *
 * @param itemId the item below; null when there is none
 * @param before what the item above said when the organization last decided; null for a new one
 * @param after what it says now; null when it ended
 * @param fields that changed above
 * @param overridden those of them that are the organization's own: accepting replaces its choice
 */
@Schema(name = "CascadeProposedChange")
record ProposedChange(
        Kind kind,
        UUID originItemId,
        @Nullable UUID itemId,
        @Nullable ItemContent before,
        @Nullable ItemContent after,
        List<String> fields,
        List<String> overridden) {

    /** What happened above. */
    enum Kind {
        ADDED,
        CHANGED,
        ENDED
    }

    ProposedChange {
        fields = List.copyOf(fields);
        overridden = List.copyOf(overridden);
    }

    /**
     * What the organization has to decide about.
     *
     * @param handedDown the items it has, as they were above
     * @param above the items above as they are
     * @param below its own items as they are
     */
    static List<ProposedChange> of(
            Collection<Branches.Item> handedDown,
            Map<UUID, ItemContent> above,
            Map<UUID, ItemContent> below,
            Collection<UUID> known) {
        var changes = new ArrayList<ProposedChange>();
        for (var item : handedDown) {
            var now = above.get(item.originItemId());
            var own = item.itemId() == null ? null : below.get(item.itemId());
            if (now == null) {
                if (own != null) {
                    changes.add(new ProposedChange(
                            Kind.ENDED,
                            item.originItemId(),
                            item.itemId(),
                            item.content(),
                            null,
                            List.of(),
                            List.of()));
                }
                continue;
            }
            var fields = item.content().differences(now);
            if (!fields.isEmpty()) {
                var ownFields = own == null ? List.<String>of() : item.content().differences(own);
                changes.add(new ProposedChange(
                        Kind.CHANGED,
                        item.originItemId(),
                        own == null ? null : item.itemId(),
                        item.content(),
                        now,
                        fields,
                        fields.stream().filter(ownFields::contains).toList()));
            }
        }
        above.forEach((id, content) -> {
            if (!known.contains(id)) {
                changes.add(new ProposedChange(Kind.ADDED, id, null, null, content, List.of(), List.of()));
            }
        });
        return changes;
    }
}
