package vn.lantoa.plan.plan;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a unit that was asked thinks of a draft. A unit may say more than once: its last word counts, the earlier ones stay.
 *
 * @param agrees without objections
 * @param text on the plan as a whole
 * @param items on single parts of it
 * @param planVersion the draft as they saw it; it goes on being changed while units answer
 * @param onBehalfOf who delegated the role with which it was given; null when it is their own
 */
record PlanOpinion(
        UUID id,
        UUID planId,
        UUID unitId,
        boolean agrees,
        @Nullable String text,
        List<OnItem> items,
        long planVersion,
        UUID givenBy,
        @Nullable UUID onBehalfOf,
        OffsetDateTime givenAt,
        boolean inTime) {

    PlanOpinion {
        items = List.copyOf(items);
    }

    /** @param itemId a task, indicator, duty or report obligation of the plan */
    @Schema(name = "OpinionOnItem")
    record OnItem(UUID itemId, String text) {}
}
