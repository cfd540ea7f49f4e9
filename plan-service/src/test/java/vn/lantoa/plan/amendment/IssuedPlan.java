package vn.lantoa.plan.amendment;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.lantoa.plan.plan.PlanScenario;
import vn.lantoa.testkit.TestDirectory;

/** A plan of Xã Một that was issued on 20 November 2026, as far as amending it needs to know it. */
public record IssuedPlan(String id) {

    public static final LocalDate ISSUED = LocalDate.parse("2026-11-20");

    public static IssuedPlan make() {
        var id = PlanScenario.approved();
        PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("withoutNumber", true, "promulgatedOn", ISSUED.toString()))
                .statusCode(200);
        return new IssuedPlan(id);
    }

    public UUID uuid() {
        return UUID.fromString(id);
    }

    public String address() {
        return "/api/v1/plans/" + id;
    }

    /** A wish that can be made; the parts are those of the items: tasks, indicators, reportObligations, subject, endsOn. */
    public static Map<String, Object> wish(Map<String, ?> parts) {
        var wish = new LinkedHashMap<String, Object>();
        wish.put("document", Map.of("type", "QD", "number", "15", "symbol", "QĐ-UBND", "issuedOn", ISSUED.toString()));
        wish.put("effectiveOn", "2026-12-01");
        wish.put("reason", "Điều chỉnh theo tình hình thực tế");
        wish.putAll(parts);
        return wish;
    }

    public static Map<String, Object> task(String title) {
        return Map.of(
                "title",
                title,
                "mode",
                "ASSIGN",
                "leadUnitId",
                TestDirectory.ECONOMY.id(),
                "coordinatingUnitIds",
                List.of(TestDirectory.CULTURE.id()),
                "schedule",
                Map.of("kind", "BY", "to", "2027-03-31"));
    }

    public ValidatableResponse amend(Map<String, Object> wish) {
        return PlanScenario.post(TestDirectory.LEADER, id, "amend", wish);
    }

    public ValidatableResponse preview(Map<String, Object> wish) {
        return PlanScenario.post(TestDirectory.SPECIALIST, id, "amendments/preview", wish);
    }

    public JsonPath version(int number) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .get(address() + "/versions/" + number)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public ValidatableResponse diff(int from, int to) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .get(address() + "/diff?from=" + from + "&to=" + to)
                .then();
    }

    public String taskId(int place) {
        return version(1).getString("tasks[" + place + "].item.itemId");
    }
}
