package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** Plans are found by what stands in them, however it is typed. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanSearchTest {

    @Inject
    DirectoryCopy directory;

    /** A word that no other plan of the run has, so that each test finds its own. */
    private String mark;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
        mark = "ma" + UUID.randomUUID().toString().replace("-", "");
    }

    @Test
    void diacriticsCaseAndNormalFormDoNotMatter() {
        var id = imported();

        for (var typed : List.of(
                "pho bien dich vu cong " + mark,
                "Phổ biến dịch vụ công " + mark,
                Normalizer.normalize("PHỔ BIẾN DỊCH VỤ CÔNG ", Normalizer.Form.NFD) + mark,
                "\"phổ biến dịch vụ\" " + mark.toUpperCase(java.util.Locale.ROOT),
                mark + " địa bàn",
                mark + " dia ban",
                mark + " ĐỊA BÀN")) {
            assertThat(ids(found(typed))).as(typed).containsExactly(id);
        }
        assertThat(ids(found("khong co dau " + mark))).isEmpty();
    }

    @Test
    void everyHitSaysWhereTheWordsStand() {
        var draft = imported(mark);
        var id = draft.getString("id");

        var subject = found("tren dia ban " + mark);
        assertThat(subject.getString("items[0].matches[0].where")).isEqualTo("SUBJECT");
        assertThat(shown(subject)).isEqualTo("trên địa bàn " + mark);

        var task = found("chuyen muc hoi dap " + mark);
        assertThat(task.getString("items[0].matches[0].where")).isEqualTo("TASK");
        assertThat(task.getString("items[0].matches[0].itemId")).isEqualTo(draft.getString("tasks[0].id"));

        var indicator = found("15 tuoi tro len " + mark);
        assertThat(indicator.getList("items[0].matches.where")).contains("INDICATOR");
        assertThat(indicator.getString("items[0].matches.find { it.where == 'INDICATOR' }.itemId"))
                .isEqualTo(draft.getString("indicators[0].id"));

        var duty = found("phan bo kinh phi " + mark);
        assertThat(duty.getString("items[0].matches[0].where")).isEqualTo("UNIT_DUTY");
        assertThat(duty.getString("items[0].matches[0].itemId"))
                .isEqualTo(draft.getString("unitDuties[1].duties[0].id"));

        var source = found("\"doc lap tu do hanh phuc " + mark + "\"");
        assertThat(source.getString("items[0].matches[0].where")).isEqualTo("SOURCE");
        var text = PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id + "/source")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(text.substring(
                        source.getInt("items[0].matches[0].sourceStart"),
                        source.getInt("items[0].matches[0].sourceEnd")))
                .isEqualTo("Độc lập - Tự do - Hạnh phúc " + mark);
    }

    @Test
    void numberAndSymbolAreFoundOnceThePlanIsIssued() {
        var id = PlanScenario.approved();
        var number = PlanNumbers.next();
        PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", number, "symbol", "KH-" + mark, "promulgatedOn", "2026-11-20"))
                .statusCode(200);

        var found = found(number + "/kh-" + mark);

        assertThat(ids(found)).containsExactly(id);
        assertThat(found.getString("items[0].matches[0].where")).isEqualTo("NUMBER");
        assertThat(found.getString("items[0].matches[0].text")).isEqualTo(number + "/KH-" + mark);
    }

    @Test
    void whoWritesFindsItAtOnceAndNoLongerWhatIsGone() {
        var draft = imported(mark);
        var id = draft.getString("id");
        var task = draft.getString("tasks[0].id");

        PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/merge-patch+json; charset=UTF-8")
                .header("If-Match", "*")
                .body(Map.of("title", "Phát tờ rơi moi" + mark))
                .patch("/api/v1/plans/" + id + "/tasks/" + task)
                .then()
                .statusCode(200);
        assertThat(ids(found("to roi moi" + mark))).containsExactly(id);

        PlanScenario.as(TestDirectory.SPECIALIST)
                .header("If-Match", "*")
                .delete("/api/v1/plans/" + id + "/items/" + task)
                .then()
                .statusCode(200);
        assertThat(ids(found("to roi moi" + mark))).isEmpty();
    }

    @Test
    void anotherOrganizationFindsNothing() {
        imported();

        PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                .queryParam("q", mark)
                .get("/api/v1/plans")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(0));
    }

    @Test
    void filtersNarrowTheSearchAndPagesFollowEachOther() {
        var made = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            made.addFirst(imported());
        }
        var seen = new ArrayList<String>();
        var next = "/api/v1/plans?limit=2&state=DRAFT&year=2026&documentType=KE_HOACH&q=dich%20vu%20cong%20" + mark;
        while (next != null) {
            var page = PlanScenario.as(TestDirectory.SPECIALIST)
                    .urlEncodingEnabled(false)
                    .get(next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            seen.addAll(ids(page));
            next = page.getString("next");
        }
        assertThat(seen).isEqualTo(made);
        for (var other : List.of("state=CLOSED", "year=2020", "documentType=QUYET_DINH")) {
            assertThat(ids(search("q=" + mark + "&" + other))).as(other).isEmpty();
        }
        assertThat(ids(search("q=" + mark + "&sort=draftedAt"))).isEqualTo(made.reversed());
        assertThat(ids(search("year=2020"))).isEmpty();
        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans?documentType=THO")
                .then()
                .statusCode(400);
    }

    @Test
    void oddWordsAreAnsweredAndNeverFail() {
        imported();

        for (var typed :
                List.of("t", "a".repeat(200), "x ".repeat(100).strip(), "' | !", "(a)&b:*", "a\\b", "1e5", "\"x")) {
            PlanScenario.as(TestDirectory.SPECIALIST)
                    .queryParam("q", typed)
                    .get("/api/v1/plans")
                    .then()
                    .statusCode(typed.equals("' | !") ? 400 : 200);
        }
        for (var typed : List.of("   ", "%_\\", "\u0001", "\u200b")) {
            PlanScenario.as(TestDirectory.SPECIALIST)
                    .queryParam("q", typed)
                    .get("/api/v1/plans")
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("plan.search-without-words"));
        }
        PlanScenario.as(TestDirectory.SPECIALIST)
                .queryParam("q", "a".repeat(1000))
                .get("/api/v1/plans")
                .then()
                .statusCode(400);
    }

    private String imported() {
        return imported(mark).getString("id");
    }

    /** The sample with a word of its own in every part that can be searched. */
    private static JsonPath imported(String mark) {
        var text = PlanScenario.document()
                .replace("trên địa bàn xã Một", "trên địa bàn " + mark + " xã Một")
                .replace("chuyên mục hỏi đáp", "chuyên mục hỏi đáp " + mark)
                .replace("15 tuổi trở lên", "15 tuổi trở lên " + mark)
                .replace("phân bổ kinh phí", "phân bổ kinh phí " + mark)
                .replace("Hạnh phúc", "Hạnh phúc " + mark);
        return PlanScenario.importing(TestDirectory.SPECIALIST, text)
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static JsonPath found(String typed) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .queryParam("q", typed)
                .get("/api/v1/plans")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath search(String query) {
        return PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static List<String> ids(JsonPath page) {
        return page.getList("items.id");
    }

    private static String shown(JsonPath page) {
        return page.getString("items[0].matches[0].text")
                .substring(page.getInt("items[0].matches[0].start"), page.getInt("items[0].matches[0].end"));
    }
}
