package vn.lantoa.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule is seen red on a class under {@code vn.lantoa.plan} of these tests that breaks it. */
class ArchitectureRulesTest {

    static java.util.List<ArchRule> rules() {
        return ArchitectureRules.all("vn.lantoa.plan");
    }

    @ParameterizedTest
    @MethodSource("rules")
    void ruleIsBrokenByTheClassThatBreaksIt(ArchRule rule) {
        var classes = new ClassFileImporter().importPackages("vn.lantoa.plan", "vn.lantoa.task");

        assertThat(rule.evaluate(classes).hasViolation())
                .as(rule.getDescription())
                .isTrue();
    }

    @Test
    void classWithoutFaultBreaksNone() {
        var classes = new ClassFileImporter().importPackages("vn.lantoa.task");

        for (var rule : ArchitectureRules.all("vn.lantoa.task")) {
            assertThat(rule.allowEmptyShould(true).evaluate(classes).hasViolation())
                    .as(rule.getDescription())
                    .isFalse();
        }
    }
}
