package vn.lantoa.reporting.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.reporting.figure.EvidenceOf;
import vn.lantoa.reporting.figure.FigureState;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/**
 * One figure of a report.
 *
 * @param value percent for a ratio, else in the indicator's unit; null unless the state is REPORTED
 * @param evidence what is known of {@code evidenceIds}; its own organization only
 * @param planVersion version of the plan to which the figure is bound, or would be; null when a level above asked for the indicator
 * @param target of that version for the year in which the period ends; null when it has none
 * @param figureId null when there is no figure behind it
 * @param figureVersion the state of the figure that stands in the report
 */
public record ReportFigure(
        String matchingKey,
        String name,
        String unit,
        FigureState state,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        boolean cumulative,
        @Nullable String source,
        List<UUID> evidenceIds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<EvidenceOf> evidence,
        @Nullable String explanation,
        @Nullable UUID indicatorId,
        @Nullable Integer planVersion,
        @Nullable Target target,
        @Nullable UUID figureId,
        @Nullable Integer figureVersion) {

    public ReportFigure {
        evidenceIds = List.copyOf(evidenceIds);
        evidence = List.copyOf(evidence);
    }

    ReportFigure withEvidence(List<EvidenceOf> known) {
        return new ReportFigure(
                matchingKey,
                name,
                unit,
                state,
                numerator,
                denominator,
                value,
                cumulative,
                source,
                evidenceIds,
                known,
                explanation,
                indicatorId,
                planVersion,
                target,
                figureId,
                figureVersion);
    }
}
