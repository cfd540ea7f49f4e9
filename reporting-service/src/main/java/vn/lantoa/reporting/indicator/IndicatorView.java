package vn.lantoa.reporting.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as its organization sees it.
 *
 * @param matchingKey the same for the same indicator in the plans of other communes
 * @param origin PLAN, or ROUND when a level above asked for it
 * @param numerator what is counted; null when the document does not say
 * @param planVersion newest version of the plan that has it, to which its name, unit and targets belong; null when a level above
 *     asked for it
 * @param endedInVersion version of the plan in which it is not any more, or that was in force when the plan ended; null while it
 *     holds
 * @param endedOn first day on which it does not hold any more
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
        @Nullable Integer planVersion,
        @Nullable Integer endedInVersion,
        @Nullable LocalDate endedOn,
        List<Target> targets) {

    public enum Origin {
        PLAN,
        ROUND
    }

    /** @param words the document's own */
    public record Target(int year, String comparator, BigDecimal value, boolean aspirational, String words) {

        /** From columns that begin with {@code target_}; null when there is none. */
        public static @Nullable Target of(ResultSet row) throws SQLException {
            var comparator = row.getString("target_comparator");
            return comparator == null
                    ? null
                    : new Target(
                            row.getInt("target_year"),
                            comparator,
                            row.getBigDecimal("target_value"),
                            row.getBoolean("target_aspirational"),
                            row.getString("target_words"));
        }
    }

    public IndicatorView {
        targets = List.copyOf(targets);
    }
}
