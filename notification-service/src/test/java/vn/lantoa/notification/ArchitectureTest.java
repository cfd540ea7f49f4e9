package vn.lantoa.notification;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.ArchitectureRules;

class ArchitectureTest {

    @Test
    void rulesOfTheHouseHold() {
        ArchitectureRules.check("vn.lantoa.notification");
    }
}
