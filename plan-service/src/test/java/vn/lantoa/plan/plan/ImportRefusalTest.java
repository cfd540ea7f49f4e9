package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;
import vn.lantoa.testkit.Tokens;

/** What cannot be read is refused in words that help, and leaves nothing behind. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ImportRefusalTest {

    @Inject
    DirectoryCopy directory;

    @Inject
    Jdbi db;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void emptyFile() {
        refused("trong.txt", new byte[0], 422, "intake.empty");
        refused("trong.txt", "  \n \n".getBytes(StandardCharsets.UTF_8), 422, "intake.empty");
    }

    @Test
    void missingFile() {
        PlanScenario.as(TestDirectory.SPECIALIST)
                .multiPart("note", "không có tệp")
                .post("/api/v1/plans/imports")
                .then()
                .statusCode(400)
                .body("code", equalTo("intake.file-missing"));
    }

    @Test
    void textWithNothingToDo() {
        refused(
                "tho.txt",
                "Chiều nay trời đẹp, gió thổi nhẹ qua cánh đồng.\nMọi người đi dạo ven sông."
                        .getBytes(StandardCharsets.UTF_8),
                422,
                "intake.nothing-to-do");
    }

    @Test
    void encryptedPdf() throws IOException {
        refused("mat.pdf", pdfWithPassword(), 422, "intake.encrypted");
    }

    @Test
    void scanWithoutText() throws IOException {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.save(bytes);
            refused("quet.pdf", bytes.toByteArray(), 422, "intake.no-text");
        }
    }

    @Test
    void mislabelledFile() throws IOException {
        refused("ke-hoach.docx", pdfWithPassword(), 415, "intake.type-mismatch");
        refused("anh.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}, 415, "intake.unsupported");
    }

    @Test
    void macroCarryingDocument() throws IOException {
        refused(
                "macro.docx",
                zip(
                        "[Content_Types].xml",
                        contentTypes(),
                        "word/document.xml",
                        "<w:document/>".getBytes(StandardCharsets.UTF_8),
                        "word/vbaProject.bin",
                        new byte[] {1, 2, 3}),
                422,
                "intake.macros");
    }

    @Test
    void zipBomb() throws IOException {
        refused(
                "bom.docx",
                zip("[Content_Types].xml", contentTypes(), "word/document.xml", new byte[64 << 20]),
                422,
                "intake.zip-bomb");
    }

    @Test
    void fileLargerThanTheLimit() {
        var upload = new byte[(21 << 20)];
        Arrays.fill(upload, (byte) 'a');
        refused("lon.txt", upload, 413, "intake.too-large");
    }

    @Test
    void requestThatSaysItIsTooLargeIsRefusedInWords() throws Exception {
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(
                            URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/plans/imports"))
                    .header("Authorization", "Bearer " + Tokens.of(TestDirectory.SPECIALIST))
                    .header("Content-Type", "text/plain")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[31 << 20]))
                    .build();

            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("request.too-large");
        }
    }

    @Test
    void mediaTypeThatIsNotTaken() {
        PlanScenario.as(TestDirectory.SPECIALIST)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/plans/imports")
                .then()
                .statusCode(415)
                .body("code", equalTo("content.not-supported"));
    }

    @Test
    void reasonIsGivenInTheLanguageOfThePerson() {
        PlanScenario.as(TestDirectory.SPECIALIST)
                .header("Accept-Language", "en")
                .multiPart("file", "trong.txt", new byte[0])
                .post("/api/v1/plans/imports")
                .then()
                .body("detail", containsString("Choose the right file"));
    }

    private void refused(String name, byte[] content, int status, String code) {
        var before = plans();
        problem(
                PlanScenario.as(TestDirectory.SPECIALIST)
                        .multiPart("file", name, content)
                        .post("/api/v1/plans/imports")
                        .then(),
                status,
                code);
        assertThat(plans()).as("nothing is half-written").isEqualTo(before);
    }

    private static void problem(ValidatableResponse response, int status, String code) {
        response.statusCode(status)
                .contentType("application/problem+json")
                .body("code", equalTo(code))
                .body("detail", not(equalTo(code + ".detail")));
    }

    private int plans() {
        return db.withHandle(handle -> handle.createQuery("select count(*) from plan where organization_id = :id")
                .bind("id", TestDirectory.COMMUNE.id())
                .mapTo(Integer.class)
                .one());
    }

    private static byte[] pdfWithPassword() throws IOException {
        try (var pdf = new PDDocument();
                var bytes = new ByteArrayOutputStream()) {
            pdf.addPage(new PDPage());
            pdf.protect(new StandardProtectionPolicy("chủ", "mở", new AccessPermission()));
            pdf.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] contentTypes() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Override PartName="/word/document.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                </Types>""".getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
