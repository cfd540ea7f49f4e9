package vn.lantoa.task.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.task.TestWorld.accepted;
import static vn.lantoa.task.TestWorld.as;
import static vn.lantoa.task.TestWorld.asABrowser;
import static vn.lantoa.task.TestWorld.assigned;
import static vn.lantoa.task.TestWorld.attach;
import static vn.lantoa.task.TestWorld.get;
import static vn.lantoa.task.TestWorld.pdf;
import static vn.lantoa.testkit.TestDirectory.ECONOMY_HEAD;
import static vn.lantoa.testkit.TestDirectory.LEADER;
import static vn.lantoa.testkit.TestDirectory.OTHER_SPECIALIST;
import static vn.lantoa.testkit.TestDirectory.SPECIALIST;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.builder.MultiPartSpecBuilder;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.events.TaskEvidenceAttached;
import vn.lantoa.events.TaskState;
import vn.lantoa.task.TestWorld;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Tokens;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class EvidenceResourceTest {

    @Inject
    TestWorld world;

    @Inject
    EvidenceFiles files;

    @BeforeEach
    void worldExists() {
        world.begin();
    }

    @Test
    void photoIsKeptUnderItsHashWithPlaceTimeAndChannel() throws Exception {
        var id = accepted("Treo băng rôn");
        var photo = jpeg();
        var hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(photo));

        String evidence = asABrowser(SPECIALIST)
                .multiPart("file", "ảnh ra quân.JPG", photo)
                .multiPart("channel", "VISUAL")
                .multiPart("takenAt", "2026-11-15T08:30:00+07:00")
                .multiPart(new MultiPartSpecBuilder("Thôn Một")
                        .controlName("place")
                        .charset(StandardCharsets.UTF_8)
                        .build())
                .post("/api/v1/tasks/" + id + "/evidence")
                .then()
                .statusCode(201)
                .body("contentHash", equalTo(hash))
                .body("fileName", equalTo("ảnh ra quân.JPG"))
                .body("place", equalTo("Thôn Một"))
                .body("contentType", equalTo("image/jpeg"))
                .body("takenAt", equalTo("2026-11-15T08:30:00+07:00"))
                .extract()
                .path("id");

        assertThat(files.path(hash)).hasBinaryContent(photo);
        get(LEADER, "/" + id)
                .body("state", equalTo("IN_PROGRESS"))
                .body("evidence.channel", hasItems("VISUAL"))
                .body("evidenceCount", equalTo(1));
        as(LEADER).get("/api/v1/evidence/" + evidence).then().statusCode(200).body("bytes", equalTo(photo.length));
        var event = Topics.awaitEvent(
                TaskEvidenceAttached.class, it -> it.evidenceId().equals(UUID.fromString(evidence)));
        assertThat(event.channel()).isEqualTo(EvidenceChannel.VISUAL);
        assertThat(event.previousState()).isEqualTo(TaskState.ACCEPTED);
        assertThat(event.state()).isEqualTo(TaskState.IN_PROGRESS);
    }

    @Test
    void contentIsOnlyEverADownload() throws IOException {
        var photo = jpeg();
        var evidence = attach(SPECIALIST, accepted("Tải về"), "ảnh.jpg", photo)
                .extract()
                .<String>path("id");

        var answer = as(LEADER)
                .get("/api/v1/evidence/" + evidence + "/content")
                .then()
                .statusCode(200)
                .extract();

        assertThat(answer.asByteArray()).isEqualTo(photo);
        assertThat(answer.contentType()).isEqualTo("image/jpeg");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"_nh.jpg\"; filename*=UTF-8''%E1%BA%A3nh.jpg");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void doubleTapMakesOneEvidence() throws Exception {
        var id = accepted("Chạm hai lần");
        try (var phones = Executors.newFixedThreadPool(3)) {
            Callable<Integer> tap =
                    () -> attach(SPECIALIST, id, "a.pdf", pdf()).extract().statusCode();
            var answers = phones.invokeAll(List.of(tap, tap, tap)).stream()
                    .map(it -> {
                        try {
                            return it.get();
                        } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .sorted()
                    .toList();
            assertThat(answers).containsExactly(200, 200, 201);
        }
        get(LEADER, "/" + id).body("evidence", hasSize(1)).body("evidenceCount", equalTo(1));
        attach(SPECIALIST, accepted("Nhiệm vụ khác"), "a.pdf", pdf()).statusCode(201);
    }

    @Test
    void programsAndMislabelledFilesAreRefusedAndLeaveNothing() throws IOException {
        var id = accepted("Tệp lạ");
        var program = new byte[512];
        program[0] = 'M';
        program[1] = 'Z';
        var before = stored();

        attach(SPECIALIST, id, "bao-cao.exe", program)
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("evidence.form-refused"));
        attach(SPECIALIST, id, "bao-cao.pdf", program)
                .statusCode(415)
                .body("code", equalTo("evidence.content-mismatch"));
        attach(SPECIALIST, id, "anh.png", jpeg()).statusCode(415).body("code", equalTo("evidence.content-mismatch"));
        attach(SPECIALIST, id, "trang.html", "<html><script>1</script></html>".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        attach(SPECIALIST, id, "ghi-chu.txt", "#!/bin/sh\nrm -r /\n".getBytes(StandardCharsets.UTF_8))
                .statusCode(415);
        attach(SPECIALIST, id, "rong.pdf", new byte[0]).statusCode(422).body("code", equalTo("evidence.empty"));

        assertThat(stored()).isEqualTo(before);
        get(LEADER, "/" + id).body("evidence", hasSize(0)).body("state", equalTo("ACCEPTED"));
    }

    @Test
    void tooLargeFileIsRefusedAndLeavesNothing() throws IOException {
        var id = accepted("Tệp lớn");
        var large = Arrays.copyOf(pdf(), 25 * 1024 * 1024 + 1);
        var before = stored();

        attach(SPECIALIST, id, "lon.pdf", large)
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("evidence.too-large"))
                .body("detail", containsString("25 MB"));

        assertThat(stored()).isEqualTo(before);
        attach(SPECIALIST, id, "vua.pdf", Arrays.copyOf(pdf(), 25 * 1024 * 1024))
                .statusCode(201);
        assertThat(stored()).isEqualTo(before + 1);
    }

    @Test
    void requestThatSaysItIsLargerThanTheServiceTakesIsAnsweredBeforeItIsKept() throws Exception {
        var id = accepted("Tệp rất lớn");
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/api/v1/tasks/" + id + "/evidence"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", "Bearer " + Tokens.of(SPECIALIST))
                .header("Content-Type", "multipart/form-data; boundary=xyz")
                .POST(HttpRequest.BodyPublishers.ofByteArray(new byte[60 * 1024 * 1024]))
                .build();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            assertThat(answer.body()).contains("request.too-large");
        }
    }

    @Test
    void missingPartsAreNamedTogether() {
        var id = accepted("Thiếu");

        as(SPECIALIST)
                .multiPart("channel", "FAX")
                .multiPart("takenAt", "hôm qua")
                .post("/api/v1/tasks/" + id + "/evidence")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/channel", "/takenAt", "/file"));
    }

    @Test
    void onlyThoseWhoDoTheWorkAttach() {
        var id = accepted("Không phải việc của tôi");

        attach(ECONOMY_HEAD, id, "a.pdf", pdf()).statusCode(403).body("code", equalTo("task.only-doers"));
        attach(OTHER_SPECIALIST, id, "a.pdf", pdf()).statusCode(404);
        RestAssured.given()
                .multiPart("file", "a.pdf", pdf())
                .post("/api/v1/tasks/" + id + "/evidence")
                .then()
                .statusCode(401);
        attach(SPECIALIST, assigned("Chưa tiếp nhận"), "a.pdf", pdf())
                .statusCode(409)
                .body("code", equalTo("task.not-in-this-state"));
    }

    @Test
    void foreignOrganizationDoesNotSeeIt() {
        var evidence =
                attach(SPECIALIST, accepted("Nội bộ"), "a.pdf", pdf()).extract().<String>path("id");

        as(OTHER_SPECIALIST)
                .get("/api/v1/evidence/" + evidence)
                .then()
                .statusCode(404)
                .body("code", equalTo("evidence.not-found"));
        as(OTHER_SPECIALIST)
                .get("/api/v1/evidence/" + evidence + "/content")
                .then()
                .statusCode(404);
        RestAssured.given()
                .get("/api/v1/evidence/" + evidence + "/content")
                .then()
                .statusCode(401);
    }

    /** Files in the store, finished and arriving. */
    private long stored() throws IOException {
        var root = files.path("0".repeat(64)).getParent().getParent();
        if (!Files.exists(root)) {
            return 0;
        }
        try (var all = Files.walk(root)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] jpeg() throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "jpg", out);
        return out.toByteArray();
    }
}
