package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.lantoa.plan.intake.DocumentText;
import vn.lantoa.plan.intake.PlanReader;
import vn.lantoa.plan.intake.Source;
import vn.lantoa.plan.lint.LintRule;

/** The rules that judge the figures of a plan, and the texts of all rules. */
class PlanLintTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T09:00:00+07:00");

    @Test
    void ratioWithoutItsTotalIsTold() {
        assertThat(rules(indicator("%", null, false, 2027))).contains(LintRule.INDICATOR_WITHOUT_DENOMINATOR);
        assertThat(rules(indicator("%", "tổng số hộ", false, 2027)))
                .doesNotContain(LintRule.INDICATOR_WITHOUT_DENOMINATOR);
        assertThat(rules(indicator("hộ", null, false, 2027))).doesNotContain(LintRule.INDICATOR_WITHOUT_DENOMINATOR);
        assertThat(rules(indicator("%", null, true, 2027)))
                .as("a figure that is only told")
                .doesNotContain(LintRule.INDICATOR_WITHOUT_DENOMINATOR);
    }

    @Test
    void targetOfAYearBeforeThePlanIsTold() {
        assertThat(rules(indicator("hộ", null, false, 2025))).contains(LintRule.DATE_BEFORE_START);
        assertThat(rules(indicator("hộ", null, false, 2026))).doesNotContain(LintRule.DATE_BEFORE_START);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleSpeaksBothLanguages(LintRule rule) {
        for (var language : List.of(Locale.of("vi"), Locale.ENGLISH)) {
            assertThat(rule.message(language, "phần này")).isNotBlank().doesNotContain("{");
            assertThat(rule.advice(language)).isNotBlank();
        }
        assertThat(rule.message(Locale.of("vi"), "x")).isNotEqualTo(rule.message(Locale.ENGLISH, "x"));
        assertThat(LintRule.of(rule.id())).contains(rule);
    }

    @Test
    void rulesOfTheReadingAreKnown() {
        assertThat(Arrays.stream(LintRule.values()).map(LintRule::id))
                .contains("conflicting-citation-date", "inconsistent-symbol", "abolished-tier", "page-without-text");
    }

    private static List<LintRule> rules(PlanIndicator indicator) {
        var read = new PlanReader().read(DocumentText.of(PlanScenario.document()));
        var plan = new Plan(
                new Plan.Draft(
                        new UUID(1, 1),
                        "KE_HOACH",
                        "về dịch vụ công",
                        PlanReading.of(read, read.findings()),
                        List.of(),
                        List.of(indicator),
                        List.of(),
                        List.of(),
                        List.of()),
                "hash",
                new UUID(9, 9),
                NOW);
        return PlanLint.of(plan).stream().map(PlanLint.Oddity::rule).toList();
    }

    private static PlanIndicator indicator(String unit, @Nullable String denominator, boolean told, int year) {
        var target = new PlanTarget(year, ">=", BigDecimal.TEN, null, unit, false, "đạt 10 năm " + year);
        return new PlanIndicator(
                UUID.randomUUID(),
                "Chỉ tiêu thử",
                unit,
                null,
                denominator,
                told,
                List.of(target),
                new Source(0, 1, "x", null),
                1);
    }
}
