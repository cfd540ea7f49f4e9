package vn.lantoa.reporting.figure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.kit.http.Problem;

class FigureContentTest {

    private static final long POPULATION = 12_000;

    @Test
    void percentageIsComputedFromItsParts() {
        var figure = reported("1", "3", null, null).checked("%", POPULATION);

        assertThat(figure.value()).isEqualByComparingTo("33.3333");
    }

    @Test
    void zeroIsAValue() {
        assertThat(reported("0", "10", null, null).checked("%", POPULATION).value())
                .isEqualByComparingTo("0");
        assertThat(reported(null, null, "0", null).checked("buổi", POPULATION).state())
                .isEqualTo(FigureState.REPORTED);
    }

    @Test
    void ratioWithoutDenominatorIsIncomplete() {
        refused(reported("5", null, null, null), "%", Problem.Invalid.class, "figure.incomplete");
    }

    @Test
    void barePercentageIsIncomplete() {
        refused(reported(null, null, "50", null), "%", Problem.Invalid.class, "figure.incomplete");
    }

    @Test
    void partsOfSomethingThatIsNoRatioAreRefused() {
        refused(reported("1", "2", "5", null), "buổi", Problem.Invalid.class, "figure.incomplete");
    }

    @Test
    void numeratorAboveDenominatorContradictsItself() {
        refused(
                reported("11", "10", null, "vẫn đúng"),
                "%",
                Problem.RuleBroken.class,
                "figure.numerator-above-denominator");
    }

    @Test
    void nothingIsCountedOutOfZero() {
        refused(reported("0", "0", null, null), "%", Problem.RuleBroken.class, "figure.denominator-zero");
    }

    @Test
    void moreThanAllInhabitantsNeedsAnExplanation() {
        refused(reported("5", "12001", null, null), "%", Problem.RuleBroken.class, "figure.implausible");
        refused(reported(null, null, "12001", null), "người", Problem.RuleBroken.class, "figure.implausible");

        assertThat(reported("5", "12001", null, "Gồm cả người tạm trú")
                        .checked("%", POPULATION)
                        .state())
                .isEqualTo(FigureState.REPORTED);
        assertThat(reported(null, null, "900000000", null)
                        .checked("đồng", POPULATION)
                        .state())
                .isEqualTo(FigureState.REPORTED);
        assertThat(reported("5", "12001", null, null).checked("%", null).state())
                .isEqualTo(FigureState.REPORTED);
    }

    @Test
    void figureWithoutSourceIsIncomplete() {
        var figure = new FigureContent(FigureState.REPORTED, null, null, BigDecimal.ONE, false, " ", List.of(), null);

        refused(figure, "buổi", Problem.Invalid.class, "figure.incomplete");
    }

    @ParameterizedTest
    @EnumSource(
            value = FigureState.class,
            names = {"MISSING", "NOT_APPLICABLE", "NOT_YET_DUE"})
    void absentFigureHasNoAmount(FigureState state) {
        var figure = new FigureContent(state, null, null, BigDecimal.ZERO, false, null, List.of(), "lý do");

        refused(figure, "buổi", Problem.Invalid.class, "figure.incomplete");
    }

    @Test
    void missingAndNotApplicableNeedAReason() {
        for (var state : List.of(FigureState.MISSING, FigureState.NOT_APPLICABLE)) {
            refused(absent(state, null), "%", Problem.Invalid.class, "figure.incomplete");
            assertThat(absent(state, "Xã không có hồ sơ loại này")
                            .checked("%", POPULATION)
                            .state())
                    .isEqualTo(state);
        }
        assertThat(absent(FigureState.NOT_YET_DUE, null)
                        .checked("%", POPULATION)
                        .value())
                .isNull();
    }

    private static void refused(FigureContent figure, String unit, Class<? extends Problem> kind, String code) {
        assertThatThrownBy(() -> figure.checked(unit, POPULATION))
                .isInstanceOfSatisfying(kind, it -> assertThat(it.code()).isEqualTo(code));
    }

    private static FigureContent reported(
            @Nullable String numerator,
            @Nullable String denominator,
            @Nullable String value,
            @Nullable String explanation) {
        return new FigureContent(
                FigureState.REPORTED,
                number(numerator),
                number(denominator),
                number(value),
                false,
                "Sổ theo dõi",
                List.of(),
                explanation);
    }

    private static FigureContent absent(FigureState state, @Nullable String explanation) {
        return new FigureContent(state, null, null, null, false, null, List.of(), explanation);
    }

    private static @Nullable BigDecimal number(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}
