package vn.lantoa.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DescribedMannersTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /api/v1/tasks, listTasks",
        "GET, /api/v1/tasks/count, getTaskCount",
        "GET, /api/v1/tasks/{id}, getTask",
        "GET, /api/v1/tasks/{id}/history, getTaskHistory",
        "POST, /api/v1/tasks/{id}/updates, createTaskUpdate",
        "POST, /api/v1/tasks/{id}/accept-result, acceptTaskResult",
        "POST, /api/v1/tasks/{id}/evidence, createTaskEvidence",
        "GET, /api/v1/me/tasks, listMyTasks",
        "PUT, /api/v1/plans/{id}/tasks/{itemId}, putPlanTask",
        "PATCH, /api/v1/organizations/{id}, changeOrganization",
        "DELETE, /api/v1/plans/{id}/items/{itemId}, deletePlanItem",
        "GET, /api/v1/reminder-policies, listReminderPolicies",
        "POST, /api/v1/notifications/read-all, readAllNotification"
    })
    void anOperationIsCalledWhatItsMethodAndAddressSay(HttpMethod method, String address, String name) {
        assertThat(DescribedManners.name(method, address)).isEqualTo(name);
    }
}
