package vn.lantoa.notification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.MachineDoors;

/** To what machine clients are let in; a new endpoint is for people only until somebody adds its line here. */
class MachineDoorsTest {

    @Test
    void theseAndNoOthers() {
        assertThat(MachineDoors.of("vn.lantoa.notification"))
                .containsExactlyInAnyOrder("GET /api/v1/deliveries notifications:read");
    }
}
