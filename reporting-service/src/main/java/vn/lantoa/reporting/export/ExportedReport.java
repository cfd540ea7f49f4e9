package vn.lantoa.reporting.export;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/** One report as machines get it, with the figures that were approved. */
record ExportedReport(
        UUID reportId,
        UUID organizationId,
        @Nullable String organizationName,
        @Nullable String administrativeCode,
        @Nullable Long population,
        String state,
        int version,
        @Nullable OffsetDateTime firstSentAt,
        @Nullable OffsetDateTime sentAt,
        @Nullable Boolean late,
        @Nullable OffsetDateTime acceptedAt,
        List<String> narrative,
        @Nullable String nilReason,
        List<Figure> figures) {

    ExportedReport {
        narrative = List.copyOf(narrative);
        figures = List.copyOf(figures);
    }

    /**
     * @param state REPORTED, MISSING, NOT_APPLICABLE or NOT_YET_DUE; zero is REPORTED
     * @param planVersion version of the commune's plan to which the figure is bound; null when the round itself asks for it
     * @param target of that version for the year in which the period ends
     */
    record Figure(
            String matchingKey,
            String name,
            String unit,
            String state,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            boolean cumulative,
            @Nullable String source,
            List<UUID> evidenceIds,
            @Nullable String explanation,
            @Nullable UUID figureId,
            @Nullable Integer planVersion,
            @Nullable Target target) {

        Figure {
            evidenceIds = List.copyOf(evidenceIds);
        }
    }
}
