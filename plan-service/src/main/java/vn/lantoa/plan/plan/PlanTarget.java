package vn.lantoa.plan.plan;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an indicator is to reach.
 *
 * @param year null when the document names none: then the last year of the plan is meant
 * @param comparator {@code >}, {@code >=}, {@code =}, {@code <=}, {@code <}, {@code between} or {@code ~}
 * @param upperValue end of a range
 */
public record PlanTarget(
        @Nullable Integer year,
        String comparator,
        BigDecimal value,
        @Nullable BigDecimal upperValue,
        @Nullable String unit,
        boolean aspirational,
        String words) {}
