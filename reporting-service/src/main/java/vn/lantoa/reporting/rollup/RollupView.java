package vn.lantoa.reporting.rollup;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.reporting.indicator.Aggregation;

/**
 * The figures of many organizations as one, per indicator.
 *
 * @param asOf when the last report that counts was accepted; null while none is
 */
record RollupView(
        @Nullable UUID roundId,
        String period,
        LocalDate periodStart,
        LocalDate periodEnd,
        @Nullable OffsetDateTime asOf,
        List<Item> items) {

    RollupView {
        items = List.copyOf(items);
    }

    /** What the figures tell of: the period alone (trong kỳ), or a running total (lũy kế). */
    enum Basis {
        IN_PERIOD,
        CUMULATIVE,
        /** Some of each: not added up. */
        MIXED
    }

    /** A figure's state, and NOT_RECEIVED for an organization whose report was not accepted yet. */
    enum State {
        REPORTED,
        MISSING,
        NOT_APPLICABLE,
        NOT_YET_DUE,
        NOT_RECEIVED
    }

    /**
     * @param value percent for a ratio: 100 × sum of numerators / sum of denominators
     * @param method how it was made, in words
     * @param states how many organizations are in which state; zero is REPORTED
     */
    record Item(
            String matchingKey,
            String name,
            String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Aggregation aggregation,
            String method,
            @Nullable Basis basis,
            Coverage coverage,
            Map<State, Integer> states,
            List<Part> parts) {

        Item {
            states = Map.copyOf(states);
            parts = List.copyOf(parts);
        }
    }

    /**
     * @param reported organizations whose figure is in the value
     * @param expected organizations asked, the same set of rows
     * @param populationShare of the inhabitants of those asked, 0 to 1; null when a population is unknown
     */
    record Coverage(int reported, int expected, @Nullable BigDecimal populationShare, List<Absent> missing) {

        Coverage {
            missing = List.copyOf(missing);
        }
    }

    record Absent(UUID organizationId, @Nullable String organizationName, State state) {}

    /**
     * One organization's figure: where the value comes from.
     *
     * @param planVersion version of its plan to which the figure is bound; null when the round itself asks for it
     */
    record Part(
            UUID organizationId,
            @Nullable String organizationName,
            @Nullable Long population,
            State state,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            @Nullable BigDecimal value,
            boolean cumulative,
            @Nullable String source,
            List<UUID> evidenceIds,
            @Nullable UUID figureId,
            @Nullable Integer planVersion,
            UUID reportId,
            int reportVersion) {

        Part {
            evidenceIds = List.copyOf(evidenceIds);
        }

        /** Where the report with its figures and evidence is read; null while it is not accepted. */
        @JsonProperty
        @Nullable
        String report() {
            return state == State.NOT_RECEIVED ? null : "/api/v1/reports/" + reportId;
        }
    }
}
