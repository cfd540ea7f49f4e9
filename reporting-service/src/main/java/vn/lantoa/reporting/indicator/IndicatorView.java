package vn.lantoa.reporting.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as its organization sees it.
 *
 * @param matchingKey the same for the same indicator in the plans of other communes
 * @param origin PLAN, or ROUND when a level above asked for it
 * @param numerator what is counted; null when the document does not say
 * @param targets by year; in the view of one year, of that year only
 */
public record IndicatorView(
        UUID id,
        String matchingKey,
        String name,
        String unit,
        Aggregation aggregation,
        Origin origin,
        @Nullable UUID planId,
        @Nullable String planSubject,
        @Nullable UUID roundId,
        @Nullable String numerator,
        @Nullable String denominator,
        List<Target> targets) {

    public enum Origin {
        PLAN,
        ROUND
    }

    /** @param words the document's own */
    public record Target(int year, String comparator, BigDecimal value, boolean aspirational, String words) {}

    public IndicatorView {
        targets = List.copyOf(targets);
    }
}
