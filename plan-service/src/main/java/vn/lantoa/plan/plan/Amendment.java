package vn.lantoa.plan.plan;

import java.time.LocalDate;
import java.util.Map;
import vn.lantoa.events.DecidingDocument;
import vn.lantoa.plan.edition.PlanContent;

/**
 * How an issued plan is amended.
 *
 * @param before the content in force until now
 * @param after the whole new content; items that stay have the ids that they had
 * @param effectiveOn its first day
 * @param document the amending document
 */
public record Amendment(
        PlanContent before, PlanContent after, LocalDate effectiveOn, DecidingDocument document, String reason) {

    Map<String, String> details(int version) {
        return Map.of("version", String.valueOf(version), "effectiveOn", effectiveOn.toString());
    }
}
