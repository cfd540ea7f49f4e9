package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** The archive of a plan is read back, and every hash in it is worked out again. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanArchiveResourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void everyPartIsThereWithItsHash() throws Exception {
        var id = issued();

        var parts = unpacked(archive(TestDirectory.SPECIALIST, id));

        var manifest = JSON.readTree(parts.remove("manifest.json"));
        assertThat(manifest.get("format").asText()).isEqualTo("lantoa-plan-archive-1");
        assertThat(manifest.get("planId").asText()).isEqualTo(id);
        assertThat(manifest.get("state").asText()).isEqualTo("PROMULGATED");
        assertThat(manifest.get("ended").asBoolean()).isFalse();
        assertThat(parts.keySet()).contains(
                        "plan.json",
                        "history.json",
                        "versions/version-1.json",
                        "published/tasks.json",
                        "published/report-duties.json",
                        "source/text.txt",
                        "source/original.txt");
        assertThat(JSON.readTree(parts.get("versions/version-1.json")).get("content").get("tasks"))
                .hasSize(3);
        assertThat(manifest.get("parts").findValuesAsText("name")).containsExactlyElementsOf(parts.keySet());
        for (JsonNode part : manifest.get("parts")) {
            var bytes = parts.get(part.get("name").asText());
            assertThat(part.get("bytes").asLong()).isEqualTo(bytes.length);
            assertThat(part.get("sha256").asText()).as(part.toString()).isEqualTo(sha256(bytes));
        }
        assertThat(sha256(parts.get("source/original.txt")))
                .isEqualTo(manifest.get("sourceFile").get("sha256").asText())
                .isEqualTo(sha256(PlanScenario.document().getBytes(StandardCharsets.UTF_8)));
        assertThat(JSON.readTree(parts.get("plan.json")).get("tasks")).hasSize(3);
        assertThat(JSON.readTree(parts.get("history.json")).findValuesAsText("action"))
                .containsExactly("IMPORT", "ANSWER", "SUBMIT", "APPROVE", "PROMULGATE");
    }

    @Test
    void whoeverAsksGetsTheSameBytes() throws IOException {
        var id = issued();

        var first = archive(TestDirectory.SPECIALIST, id);

        assertThat(archive(TestDirectory.LEADER, id)).isEqualTo(first);
    }

    @Test
    void onlyAPlanThatWasIssuedIsArchivedAndOnlyForItsOwn() {
        var draft = PlanScenario.draft().getString("id");

        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + draft + "/archive")
                .then()
                .statusCode(409)
                .body("code", equalTo("plan.archive-not-yet"));
        PlanScenario.as(TestDirectory.OTHER_SPECIALIST)
                .get("/api/v1/plans/" + issued() + "/archive")
                .then()
                .statusCode(404);
    }

    private static String issued() {
        var id = PlanScenario.approved();
        PlanScenario.post(
                        TestDirectory.CLERK,
                        id,
                        "promulgate",
                        Map.of("number", PlanNumbers.next(), "promulgatedOn", "2026-11-20"))
                .statusCode(200);
        return id;
    }

    private static byte[] archive(TestDirectory.Person person, String id) {
        return PlanScenario.as(person)
                .get("/api/v1/plans/" + id + "/archive")
                .then()
                .statusCode(200)
                .contentType("application/zip")
                .extract()
                .asByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] zip) throws IOException {
        var parts = new LinkedHashMap<String, byte[]>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return parts;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
