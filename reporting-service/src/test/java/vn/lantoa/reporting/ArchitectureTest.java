package vn.lantoa.reporting;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfEveryService() {
        ArchitectureRules.check("vn.lantoa.reporting");
    }
}
