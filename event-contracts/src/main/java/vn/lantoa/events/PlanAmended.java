package vn.lantoa.events;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plan was amended by a new document (điều chỉnh, bổ sung). It carries the whole new content; what is not in it any more has ended,
 * and what was reported under an earlier version stays bound to that version.
 *
 * @param version of the content that now holds
 * @param previousVersion of the content that held until now
 * @param state the plan's, which an amendment does not change
 * @param effectiveOn first day of the new content
 * @param document the amending document
 */
public record PlanAmended(
        UUID planId,
        UUID organizationId,
        int version,
        int previousVersion,
        String subject,
        PlanState state,
        @Nullable String documentNumber,
        @Nullable String documentSymbol,
        LocalDate promulgatedOn,
        LocalDate effectiveOn,
        LocalDate startsOn,
        LocalDate endsOn,
        UUID amendedBy,
        @Nullable String reason,
        DecidingDocument document,
        List<PlanPromulgated.TaskItem> tasks,
        List<PlanPromulgated.IndicatorItem> indicators,
        List<PlanPromulgated.ReportObligationItem> reportObligations)
        implements PlanInForce {

    public PlanAmended {
        tasks = List.copyOf(tasks);
        indicators = List.copyOf(indicators);
        reportObligations = List.copyOf(reportObligations);
    }

    @Override
    public LocalDate inForceFrom() {
        return effectiveOn;
    }

    @Override
    public UUID decidedBy() {
        return amendedBy;
    }
}
