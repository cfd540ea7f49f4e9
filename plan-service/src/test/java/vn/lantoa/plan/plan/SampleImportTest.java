package vn.lantoa.plan.plan;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.plan.directory.SeededDirectory;
import vn.lantoa.testkit.LantoaTestResource;

/** Whole documents, read for a commune whose directory has units under many names. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class SampleImportTest {

    private static final Path DEMO = Path.of("../deploy/local/src/main/resources/sample/ke-hoach-xa-may-ha.txt");
    private static final Path SHARED = Path.of("../../shared/documents");

    @BeforeEach
    void directoryIsSeeded() {
        SeededDirectory.fill();
    }

    @Test
    void demoPlanNeedsOneAnswerOnly() {
        var plan = imported(DEMO);

        assertThat(plan.getList("tasks")).hasSize(8);
        assertThat(plan.getList("openQuestions.findAll { it.blocking }.code")).containsExactly("TASK_LEAD");
        assertThat(plan.getList("openQuestions.find { it.code == 'TASK_LEAD' }.candidates.unitId"))
                .hasSize(2)
                .doesNotContainNull();
        assertThat(plan.getList("tasks.mode").stream().filter("REQUEST"::equals))
                .hasSize(1);
        assertThat(plan.getList("reportObligations.findAll { it.tracked }.receivingOrganizationId"))
                .containsOnly(SeededDirectory.CITY.toString());
        assertThat(plan.getList("reportObligations.findAll { it.tracked }.fromUnitId"))
                .containsOnly("0197c1ce-4200-7002-8004-000000000004");
    }

    @Test
    void namCuongKeepsItsFourTasksWithoutLeadOpen() {
        var plan = imported(shared("ke-hoach-xa-nam-cuong.txt"));

        assertThat(plan.getList("tasks")).hasSize(11);
        assertThat(plan.getList("tasks.findAll { it.leadUnitId != null }")).hasSize(7);
        assertThat(plan.getList("openQuestions.findAll { it.code == 'TASK_LEAD' }"))
                .hasSize(4);
        assertThat(plan.getList("indicators.collect { it.targets.size() }", Integer.class).stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .isEqualTo(6);
        assertThat(plan.getString("document.number")).isNull();
        assertThat(plan.getString("document.date")).isEqualTo("2026-03");
        assertThat(plan.getList("openQuestions.findAll { it.blocking }.code", String.class))
                .as("a plan of another commune is taken only after somebody says so")
                .contains("ISSUER");
        assertThat(plan.getList("reportObligations[0].due.before")).containsExactly("06-20", "12-20");
        assertThat(plan.getString("reportObligations[0].receivingOrganizationId"))
                .as("UBND tỉnh is the level above")
                .isEqualTo(SeededDirectory.CITY.toString());
    }

    @Test
    void haBacHasDutiesWithoutTasks() {
        var plan = imported(shared("ke-hoach-95-xa-ha-bac.txt"));

        assertThat(plan.getList("tasks")).isEmpty();
        assertThat(plan.getList("unitDuties.collectMany { it.duties }")).hasSize(14);
        assertThat(plan.getString("document.number")).isEqualTo("95");
        assertThat(plan.getList("openQuestions.code", String.class)).contains("NO_TASK");
    }

    @Test
    void kimThanhAsksForTheDaysOfItsReports() {
        var plan = imported(shared("ke-hoach-43-mttq-xa-kim-thanh.txt"));

        assertThat(plan.getList("tasks")).isEmpty();
        assertThat(plan.getList("solutions")).isNotEmpty();
        assertThat(plan.getList("openQuestions.code", String.class)).contains("REPORT_DATES", "NO_TASK");
    }

    private static Path shared(String name) {
        var file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), "the shared sample documents are not on this machine");
        return file;
    }

    private static JsonPath imported(Path file) {
        return given().auth()
                .oauth2(SeededDirectory.specialistOfMayHa())
                .multiPart("file", file.toFile(), "text/plain")
                .post("/api/v1/plans/imports")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }
}
