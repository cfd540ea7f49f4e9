package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlanVersionTest {

    @Test
    void tagTellsWhatIsShownAndAChangeIsCheckedAgainstItsVersion() {
        var first = PlanVersion.tag(7, "one".getBytes(StandardCharsets.UTF_8));
        var second = PlanVersion.tag(7, "other".getBytes(StandardCharsets.UTF_8));

        assertThat(first).isNotEqualTo(second).startsWith("\"7-");
        assertThat(PlanVersion.expected(first)).isEqualTo(7);
        assertThat(PlanVersion.expected(second)).isEqualTo(7);
        assertThat(PlanVersion.isAmong("\"x\", W/" + first, first)).isTrue();
        assertThat(PlanVersion.isAmong(second, first)).isFalse();
    }

    @Test
    void tagThatWasNeverGivenOutMatchesNoPlan() {
        assertThat(PlanVersion.expected("7")).isNegative();
        assertThat(PlanVersion.expected("\"7-x\"")).isNegative();
        assertThat(PlanVersion.expected("*")).isNull();
        assertThat(PlanVersion.expected(null)).isNull();
    }
}
