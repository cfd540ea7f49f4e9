package vn.lantoa.task;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.MachineDoors;

/** To what machine clients are let in; a new endpoint is for people only until somebody adds its line here. */
class MachineDoorsTest {

    @Test
    void theseAndNoOthers() {
        assertThat(MachineDoors.of("vn.lantoa.task"))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/tasks tasks:read",
                        "GET /api/v1/tasks/count tasks:read",
                        "GET /api/v1/tasks/{id} tasks:read",
                        "GET /api/v1/tasks/{id}/history tasks:read",
                        "GET /api/v1/evidence/{id} tasks:read",
                        "GET /api/v1/evidence/{id}/content tasks:read",
                        "POST /api/v1/tasks/{id}/evidence tasks:write",
                        "POST /api/v1/tasks/{id}/updates tasks:write");
    }
}
