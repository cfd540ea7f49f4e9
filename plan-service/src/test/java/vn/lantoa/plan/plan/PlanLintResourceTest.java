package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** What is odd about a plan is said with its rule, its place and what to do, and is gone once it is put right. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanLintResourceTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void whatContradictsItselfOrIsMissingIsTold() {
        var draft = imported(PlanScenario.document()
                .replace(
                        "II. NHIỆM VỤ VÀ GIẢI PHÁP\n",
                        "Bám sát Kế hoạch số 12/KH-UBND ngày 06/10/2026 của Ủy ban nhân dân thành phố Thử và Nghị quyết số"
                                + " 57/NQ-TW ngày 22/12/2024 của Bộ Chính trị; phối hợp với các phòng của huyện.\n\n"
                                + "II. NHIỆM VỤ VÀ GIẢI PHÁP\n")
                .replace("trước ngày 15/01/2027", "trước ngày 15/01/2025")
                .replace("- Lưu: VT, VHXH.\n", "")
                .replace(
                        "Định kỳ trước ngày 20 tháng 6 và trước ngày 20 tháng 12 hằng năm gửi báo cáo",
                        "Định kỳ hằng năm gửi báo cáo"));

        var lint = lint(draft.getString("id"), "vi", "?limit=200");

        assertThat(lint.getList("items.rule", String.class))
                .contains(
                        "conflicting-citation-date",
                        "inconsistent-symbol",
                        "abolished-tier",
                        "task-without-lead",
                        "date-before-start",
                        "report-without-dates",
                        "unit-unclear",
                        "no-archive-line");
        assertThat(lint.getString(of("task-without-lead") + ".itemId")).isEqualTo(draft.getString("tasks[1].id"));
        assertThat(lint.getString(of("task-without-lead") + ".severity")).isEqualTo("ERROR");
        assertThat(lint.getString(of("date-before-start") + ".itemId")).isEqualTo(draft.getString("tasks[0].id"));
        assertThat(lint.getString(of("report-without-dates") + ".itemId"))
                .isEqualTo(draft.getString("reportObligations[0].id"));
        assertThat(lint.getString(of("abolished-tier") + ".source.words")).isEqualTo("huyện");
        assertThat(lint.getString(of("abolished-tier") + ".message")).contains("huyện");
        assertThat(lint.getList("items.advice", String.class)).allMatch(advice -> !advice.isBlank());
        assertThat(lint.getInt("errors") + lint.getInt("warnings") + lint.getInt("remarks"))
                .isEqualTo(lint.getList("items").size());

        var english = lint(draft.getString("id"), "en", "?limit=200");
        assertThat(english.getList("items.rule")).isEqualTo(lint.getList("items.rule"));
        assertThat(english.getString(of("task-without-lead") + ".message")).startsWith("A task has no lead unit");
        assertThat(english.getList("items.message", String.class))
                .as("no Vietnamese sentence slips through")
                .noneMatch(message -> message.startsWith("Văn bản") || message.startsWith("Nhiệm vụ"));
    }

    @Test
    void whatIsAnsweredIsGone() {
        var draft = PlanScenario.draft();
        var id = draft.getString("id");
        assertThat(lint(id, "vi", "").getList("items.rule", String.class)).contains("task-without-lead");
        assertThat(lint(id, "vi", "").getInt("errors")).isEqualTo(1);

        PlanScenario.complete(draft);

        var after = lint(id, "vi", "");
        assertThat(after.getList("items.rule", String.class))
                .doesNotContain("task-without-lead", "no-archive-line", "date-before-start");
        assertThat(after.getInt("errors")).isZero();
    }

    @Test
    void titleThatSomebodyTypesIsJudgedToo() {
        var draft = PlanScenario.draft();
        PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Báo cáo phòng Văn hóa của huyện"))
                .patch("/api/v1/plans/" + draft.getString("id") + "/tasks/" + draft.getString("tasks[0].id"))
                .then()
                .statusCode(200);

        var lint = lint(draft.getString("id"), "vi", "");

        assertThat(lint.getString(of("abolished-tier") + ".itemId")).isEqualTo(draft.getString("tasks[0].id"));
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        var id = PlanScenario.draft().getString("id");
        var all = lint(id, "vi", "?limit=200").getList("items");
        var seen = new ArrayList<Object>();
        var next = "/api/v1/plans/" + id + "/lint?limit=1";
        while (next != null) {
            var page = PlanScenario.as(TestDirectory.SPECIALIST)
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(page.getList("items"));
            next = page.getString("next");
        }

        assertThat(seen).isEqualTo(all).hasSizeGreaterThan(2);
        assertThat(new HashSet<>(seen)).hasSameSizeAs(all);
    }

    @Test
    void planOfAnotherOrganizationIsNotThere() {
        var id = PlanScenario.draft().getString("id");

        for (var address : List.of("lint", "years/2027")) {
            PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                    .get("/api/v1/plans/" + id + "/" + address)
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("plan.not-found"))
                    .body("detail", containsString("/api/v1/plans"));
        }
    }

    private static JsonPath imported(String document) {
        return PlanScenario.importing(TestDirectory.SPECIALIST, document)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static String of(String rule) {
        return "items.find { it.rule == '" + rule + "' }";
    }

    private static JsonPath lint(String id, String language, String query) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .header("Accept-Language", language)
                .get("/api/v1/plans/" + id + "/lint" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
