package vn.lantoa.reporting.figure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/**
 * A figure with where it comes from.
 *
 * @param value percent for a ratio, else in the indicator's unit; zero is a value
 * @param cumulative true for a running total (lũy kế), false for the period alone (trong kỳ)
 * @param evidence the same as {@code evidenceIds}, with what is known of each
 * @param planVersion version of the plan to which the figure is bound, with the name and unit of the indicator: the one in force
 *     on the last day of the period; null when a level above asked for the indicator
 * @param target of that version for the year in which the period ends; null when it has none
 */
public record FigureView(
        UUID id,
        UUID indicatorId,
        String indicator,
        String unit,
        String matchingKey,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        FigureState state,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        boolean cumulative,
        @Nullable String source,
        List<UUID> evidenceIds,
        List<EvidenceOf> evidence,
        @Nullable String explanation,
        @Nullable Integer planVersion,
        @Nullable Target target,
        int version,
        UUID recordedBy,
        OffsetDateTime recordedAt) {

    public FigureView {
        evidenceIds = List.copyOf(evidenceIds);
        evidence = List.copyOf(evidence);
    }

    /** One state of the figure in the past. */
    public record Past(
            int version,
            FigureState state,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            boolean cumulative,
            @Nullable String source,
            List<UUID> evidenceIds,
            @Nullable String explanation,
            @Nullable Integer planVersion,
            UUID recordedBy,
            OffsetDateTime recordedAt) {

        public Past {
            evidenceIds = List.copyOf(evidenceIds);
        }
    }
}
