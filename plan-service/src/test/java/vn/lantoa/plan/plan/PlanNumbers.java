package vn.lantoa.plan.plan;

import vn.lantoa.testkit.TestDirectory;

/** Numbers of the register that the next plan would get. */
final class PlanNumbers {

    private PlanNumbers() {}

    /** As it is printed; of the plans of 2026 of the commune. */
    static String next() {
        return PlanScenario.as(TestDirectory.CLERK)
                .get("/api/v1/registers/2026/next?documentType=KE_HOACH")
                .then()
                .statusCode(200)
                .extract()
                .path("nextNumber");
    }
}
