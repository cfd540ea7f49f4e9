package vn.lantoa.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.MachineDoors;

/** To what machine clients are let in; a new endpoint is for people only until somebody adds its line here. */
class MachineDoorsTest {

    @Test
    void theseAndNoOthers() {
        assertThat(MachineDoors.of("vn.lantoa.reporting"))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/exports/reports reports:read",
                        "GET /api/v1/figures reports:read",
                        "GET /api/v1/figures/{id} reports:read",
                        "GET /api/v1/figures/{id}/history reports:read",
                        "PUT /api/v1/figures reports:write",
                        "GET /api/v1/indicators reports:read",
                        "GET /api/v1/indicators/{id} reports:read",
                        "GET /api/v1/report-obligations reports:read",
                        "GET /api/v1/report-obligations/{id} reports:read",
                        "GET /api/v1/report-rounds reports:read",
                        "GET /api/v1/report-rounds/{id} reports:read",
                        "GET /api/v1/report-rounds/{id}/matrix reports:read",
                        "GET /api/v1/reports reports:read",
                        "GET /api/v1/reports/{id} reports:read",
                        "GET /api/v1/reports/{id}/history reports:read",
                        "POST /api/v1/reports/{id}/prefill reports:write",
                        "PUT /api/v1/reports/{id} reports:write",
                        "GET /api/v1/rollups reports:read");
    }
}
