package vn.lantoa.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.lantoa.testkit.MachineDoors;

/** To what machine clients are let in; a new endpoint is for people only until somebody adds its line here. */
class MachineDoorsTest {

    @Test
    void theseAndNoOthers() {
        assertThat(MachineDoors.of("vn.lantoa.plan"))
                .containsExactlyInAnyOrder(
                        "GET /api/v1/calendars/country/{year} directory:read",
                        "GET /api/v1/calendars/{year} directory:read",
                        "GET /api/v1/calendars/{year}/draft directory:read",
                        "GET /api/v1/calendars/{year}/versions directory:read",
                        "GET /api/v1/me open",
                        "GET /api/v1/organizations directory:read",
                        "GET /api/v1/organizations/{id} directory:read",
                        "GET /api/v1/organizations/{id}/quotas directory:read",
                        "GET /api/v1/organizations/{id}/units directory:read",
                        "GET /api/v1/organizations/{organizationId}/units/{id} directory:read",
                        "GET /api/v1/plans plans:read",
                        "GET /api/v1/plans/{id} plans:read",
                        "GET /api/v1/legal-bases/missing plans:read",
                        "GET /api/v1/legal-bases/plans plans:read",
                        "GET /api/v1/plans/{id}/cascade plans:read",
                        "GET /api/v1/plans/{id}/cascade/branches plans:read",
                        "GET /api/v1/plans/{id}/document.docx plans:read",
                        "GET /api/v1/plans/{id}/document.pdf plans:read",
                        "GET /api/v1/plans/{id}/document/lint plans:read",
                        "GET /api/v1/plans/{id}/diff plans:read",
                        "GET /api/v1/plans/{id}/archive plans:read",
                        "GET /api/v1/plans/{id}/history plans:read",
                        "GET /api/v1/plans/{id}/origin plans:read",
                        "GET /api/v1/plans/{id}/proposals plans:read",
                        "GET /api/v1/plans/{id}/lint plans:read",
                        "GET /api/v1/plans/{id}/source plans:read",
                        "GET /api/v1/plans/{id}/versions plans:read",
                        "GET /api/v1/plans/{id}/versions/{version} plans:read",
                        "GET /api/v1/plans/{id}/years/{year} plans:read",
                        "POST /api/v1/organizations directory:write",
                        "PATCH /api/v1/organizations/{id} directory:write",
                        "POST /api/v1/organizations/{id}/end directory:write",
                        "POST /api/v1/organizations/imports directory:write",
                        "POST /api/v1/organizations/imports/preview directory:write",
                        "POST /api/v1/organizations/{organizationId}/units directory:write",
                        "POST /api/v1/organizations/{organizationId}/units/imports directory:write",
                        "POST /api/v1/organizations/{organizationId}/units/imports/preview directory:write",
                        "PATCH /api/v1/organizations/{organizationId}/units/{id} directory:write",
                        "POST /api/v1/organizations/{organizationId}/units/{id}/end directory:write",
                        "POST /api/v1/plans/imports plans:write",
                        "POST /api/v1/plans/imports plans:write",
                        "POST /api/v1/plans/{id}/questions/{questionId}/answer plans:write",
                        "POST /api/v1/plans/{id}/duties/{dutyId}/make-task plans:write",
                        "POST /api/v1/plans/{id}/copy plans:write",
                        "POST /api/v1/plans/{id}/tasks/{itemId}/copy plans:write",
                        "PUT /api/v1/plans/{id}/tasks/{itemId} plans:write",
                        "PATCH /api/v1/plans/{id}/tasks/{itemId} plans:write",
                        "DELETE /api/v1/plans/{id}/items/{itemId} plans:write");
    }
}
