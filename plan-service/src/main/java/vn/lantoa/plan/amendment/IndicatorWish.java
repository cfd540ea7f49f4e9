package vn.lantoa.plan.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanPromulgated.IndicatorItem;
import vn.lantoa.events.PlanPromulgated.Target;

/**
 * An indicator as it is to be.
 *
 * @param unit "%" for a ratio, which needs a denominator
 * @param targets at most one for each year
 */
@Schema(name = "AmendedIndicator")
record IndicatorWish(
        @NotBlank @Size(max = 1000) String name,
        @NotNull @Size(max = 100) String unit,
        @Nullable @Size(min = 1, max = 1000) String numerator,
        @Nullable @Size(min = 1, max = 1000) String denominator,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid TargetWish> targets) {

    /** @param words of the document; left out for words made of the rest */
    @Schema(name = "AmendedTarget")
    record TargetWish(
            @Min(1990) @Max(2100) int year,
            @NotNull @Pattern(regexp = ">=|>|<=|<|=") String comparator,
            @NotNull @Digits(integer = 15, fraction = 6) BigDecimal value,
            boolean aspirational,
            @Nullable @Size(max = 1000) String words) {

        Target target(String unit) {
            return new Target(
                    year,
                    comparator,
                    value,
                    aspirational,
                    words != null
                            ? words
                            : "năm %d: %s %s %s"
                                    .formatted(year, comparator, value.toPlainString(), unit)
                                    .strip());
        }
    }

    static IndicatorWish of(IndicatorItem it) {
        return new IndicatorWish(
                it.name(),
                it.unit(),
                it.numerator(),
                it.denominator(),
                it.targets().stream()
                        .map(target -> new TargetWish(
                                target.year(),
                                target.comparator(),
                                target.value(),
                                target.aspirational(),
                                target.words()))
                        .toList());
    }

    /** In the order of the years. */
    List<Target> inOrder() {
        return targets.stream()
                .map(it -> it.target(unit))
                .sorted(Comparator.comparing(Target::year))
                .toList();
    }

    boolean isRatio() {
        return unit.strip().equals("%");
    }
}
