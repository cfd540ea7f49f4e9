package vn.lantoa.reporting.figure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.reporting.indicator.Aggregation;
import vn.lantoa.reporting.indicator.MatchingKey;

/**
 * A figure's content, checked.
 *
 * @param value percent for a ratio (rounded to 4 places), else in the indicator's unit; null unless REPORTED
 * @param source where it was taken from, in words
 * @param explanation why there is none, or why an unlikely one is right
 */
record FigureContent(
        FigureState state,
        @Nullable BigDecimal numerator,
        @Nullable BigDecimal denominator,
        @Nullable BigDecimal value,
        boolean cumulative,
        @Nullable String source,
        List<UUID> evidenceIds,
        @Nullable String explanation) {

    private static final int SCALE = 4;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Money, views and the like may well exceed the number of inhabitants. */
    private static final Set<String> NOT_COUNTED_BY_HEADS =
            Set.of("dong", "nghin-dong", "trieu-dong", "ty-dong", "luot", "luot-xem", "luot-truy-cap");

    FigureContent {
        evidenceIds = List.copyOf(evidenceIds);
    }

    /**
     * @param unit of the indicator; "%" makes it a ratio, which is computed here from its two parts
     * @param population inhabitants of the reporting organization; null when unknown
     * @throws Problem.Invalid when parts are missing or do not fit the state
     * @throws Problem.RuleBroken when the parts contradict each other, or are implausible and not explained
     */
    FigureContent checked(String unit, @Nullable Long population) {
        var key = MatchingKey.of("", unit);
        boolean ratio = Aggregation.ofKey(key) == Aggregation.RATIO;
        var errors = state == FigureState.REPORTED ? errorsOfReported(ratio) : errorsOfAbsent();
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("figure.incomplete").errors(errors);
        }
        if (state != FigureState.REPORTED) {
            return this;
        }
        if (ratio) {
            checkParts();
        }
        checkPlausible(key, population);
        return ratio ? withValue(percent()) : this;
    }

    private List<Problem.Invalid.Error> errorsOfReported(boolean ratio) {
        var errors = new ArrayList<Problem.Invalid.Error>();
        if (ratio) {
            require(numerator, "/numerator", "figure.numerator-missing", errors);
            require(denominator, "/denominator", "figure.denominator-missing", errors);
            refuse(value, "/value", "figure.value-is-computed", errors);
        } else {
            require(value, "/value", "figure.value-missing", errors);
            refuse(numerator, "/numerator", "figure.no-ratio", errors);
            refuse(denominator, "/denominator", "figure.no-ratio", errors);
        }
        require(source, "/source", "figure.source-missing", errors);
        return errors;
    }

    private List<Problem.Invalid.Error> errorsOfAbsent() {
        var errors = new ArrayList<Problem.Invalid.Error>();
        refuse(numerator, "/numerator", "figure.amount-unexpected", errors);
        refuse(denominator, "/denominator", "figure.amount-unexpected", errors);
        refuse(value, "/value", "figure.amount-unexpected", errors);
        if (state != FigureState.NOT_YET_DUE) {
            require(explanation, "/explanation", "figure.explanation-missing", errors);
        }
        return errors;
    }

    private void checkParts() {
        if (denominator.signum() == 0) {
            throw new Problem.RuleBroken("figure.denominator-zero");
        }
        if (numerator.compareTo(denominator) > 0) {
            throw new Problem.RuleBroken(
                    "figure.numerator-above-denominator", numerator.toPlainString(), denominator.toPlainString());
        }
    }

    private void checkPlausible(String key, @Nullable Long population) {
        if (population == null || explanation != null || NOT_COUNTED_BY_HEADS.contains(key.substring(1))) {
            return;
        }
        var inhabitants = BigDecimal.valueOf(population);
        var above = Stream.of(denominator, value)
                .filter(amount -> amount != null && amount.compareTo(inhabitants) > 0)
                .findFirst();
        if (above.isPresent()) {
            throw new Problem.RuleBroken("figure.implausible", above.get().toPlainString(), population.toString());
        }
    }

    private BigDecimal percent() {
        return numerator.multiply(HUNDRED).divide(denominator, SCALE, RoundingMode.HALF_UP);
    }

    private FigureContent withValue(BigDecimal computed) {
        return new FigureContent(state, numerator, denominator, computed, cumulative, source, evidenceIds, explanation);
    }

    private static void require(
            @Nullable Object part, String pointer, String code, List<Problem.Invalid.Error> errors) {
        if (part == null || part instanceof String text && text.isBlank()) {
            errors.add(new Problem.Invalid.Error(pointer, code));
        }
    }

    private static void refuse(@Nullable Object part, String pointer, String code, List<Problem.Invalid.Error> errors) {
        if (part != null) {
            errors.add(new Problem.Invalid.Error(pointer, code));
        }
    }
}
