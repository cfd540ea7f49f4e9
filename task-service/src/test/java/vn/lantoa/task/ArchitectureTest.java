package vn.lantoa.task;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.ArchitectureRules;

class ArchitectureTest {

    @Test
    void keepsTheRules() {
        ArchitectureRules.check("vn.lantoa.task");
    }
}
