package vn.lantoa.plan.document;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

/** The document of a plan over HTTP: who gets it, what is in it, and when it is the same. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanDocumentResourceTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void aDraftIsAWordDocumentWithoutNumberAndDate() throws IOException {
        var id = draft().getString("id");

        var answer = as(TestDirectory.CLERK).get(address(id, "document.docx"));

        answer.then()
                .statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .header("Content-Disposition", containsString("filename=\"plan.docx\""));
        var text = words(answer.asByteArray());
        assertThat(text)
                .contains("ỦY BAN NHÂN DÂN", "XÃ MỘT", "Số:       /KH-UBND", "KẾ HOẠCH")
                .contains("Phổ biến dịch vụ công trực tuyến trên địa bàn xã Một năm 2027")
                .contains("Căn cứ Kế hoạch số 12/KH-UBND ngày 05 tháng 10 năm 2026 của Ủy ban nhân dân thành phố Thử")
                .contains("Đề nghị chủ trì: Ủy ban MTTQ Việt Nam xã")
                .contains("Nơi nhận:");
        assertThat(LayoutLint.check(answer.asByteArray())).isEmpty();
    }

    @Test
    void anIssuedPlanHasItsNumberDateAndSigner() throws IOException {
        var id = issued();

        var pdf = as(TestDirectory.SPECIALIST)
                .get(address(id, "document.pdf"))
                .then()
                .statusCode(200)
                .contentType("application/pdf")
                .extract()
                .asByteArray();

        try (var document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .containsPattern("Số: \\d{2,}\\p{L}*/KH-UBND")
                    .contains("Một, ngày 20 tháng 11 năm 2026")
                    .contains("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH");
        }
    }

    @Test
    void theSameStateIsTheSameFileAndIsNotSentTwice() {
        var draft = draft();
        var id = draft.getString("id");
        for (var file : new String[] {"document.docx", "document.pdf"}) {
            var first = as(TestDirectory.CLERK).get(address(id, file));
            var tag = first.header("ETag");

            var second = as(TestDirectory.SPECIALIST).get(address(id, file));

            assertThat(second.header("ETag")).as(file).isEqualTo(tag);
            assertThat(second.asByteArray()).as(file).isEqualTo(first.asByteArray());
            as(TestDirectory.CLERK)
                    .header("If-None-Match", tag)
                    .get(address(id, file))
                    .then()
                    .statusCode(304)
                    .header("ETag", equalTo(tag));
        }
        var before = as(TestDirectory.CLERK).get(address(id, "document.docx")).header("ETag");
        answerTheOpenQuestion(draft);
        as(TestDirectory.CLERK)
                .header("If-None-Match", before)
                .get(address(id, "document.docx"))
                .then()
                .statusCode(200);
    }

    @Test
    void ourOwnLayoutHasNoFindings() {
        as(TestDirectory.CLERK)
                .get(address(draft().getString("id"), "document/lint"))
                .then()
                .statusCode(200)
                .body("rules", equalTo("DECREE_30"))
                .body("findings", empty());
    }

    @Test
    void strangersFindNothing() {
        var id = draft().getString("id");
        for (var file : new String[] {"document.docx", "document.pdf", "document/lint"}) {
            as(TestDirectory.OTHER_LEADER)
                    .get(address(id, file))
                    .then()
                    .statusCode(404)
                    .body("code", equalTo("plan.not-found"));
            as(TestDirectory.CITY_LEADER).get(address(id, file)).then().statusCode(404);
            as(TestDirectory.MACHINE_WITHOUT_SCOPES)
                    .get(address(id, file))
                    .then()
                    .statusCode(403);
            given().get(address(id, file)).then().statusCode(401);
        }
    }

    private static String words(byte[] docx) throws IOException {
        try (var word = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return word.getText();
        }
    }

    // --- the way of a plan

    private static String address(String id, String what) {
        return "/api/v1/plans/" + id + "/" + what;
    }

    private static RequestSpecification as(TestDirectory.Person person) {
        return given().auth().oauth2(Tokens.of(person));
    }

    private static JsonPath draft() {
        try (var in = PlanDocumentResourceTest.class.getResourceAsStream("/plan/ke-hoach-xa-mot.txt")) {
            var text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return as(TestDirectory.SPECIALIST)
                    .contentType("text/plain; charset=UTF-8")
                    .body(text.getBytes(StandardCharsets.UTF_8))
                    .post("/api/v1/plans/imports")
                    .then()
                    .statusCode(201)
                    .extract()
                    .jsonPath();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void answerTheOpenQuestion(JsonPath draft) {
        change(
                TestDirectory.SPECIALIST,
                draft.getString("id"),
                "questions/" + draft.getString("openQuestions.find { it.code == 'TASK_LEAD' }.id") + "/answer",
                Map.of("kind", "UNIT", "unitId", TestDirectory.ECONOMY.id().toString()));
    }

    private static String issued() {
        var draft = draft();
        var id = draft.getString("id");
        answerTheOpenQuestion(draft);
        change(TestDirectory.CULTURE_HEAD, id, "submit", Map.of());
        change(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "TM"));
        String number = as(TestDirectory.CLERK)
                .get("/api/v1/registers/2026/next?documentType=KE_HOACH")
                .then()
                .statusCode(200)
                .extract()
                .path("nextNumber");
        change(TestDirectory.CLERK, id, "promulgate", Map.of("number", number, "promulgatedOn", "2026-11-20"));
        return id;
    }

    private static void change(TestDirectory.Person person, String id, String address, Object body) {
        as(person)
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post("/api/v1/plans/" + id + "/" + address)
                .then()
                .statusCode(200);
    }
}
