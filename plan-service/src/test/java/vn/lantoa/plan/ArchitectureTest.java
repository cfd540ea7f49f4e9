package vn.lantoa.plan;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.ArchitectureRules;

class ArchitectureTest {

    @Test
    void serviceKeepsTheRules() {
        ArchitectureRules.check("vn.lantoa.plan");
    }
}
