package vn.lantoa.plan.plan;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.containsStringIgnoringCase;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** A plan has no number and no day until the clerk gives them, and everything else of its head from the beginning. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class PlanWithoutNumberTest {

    @Inject
    DirectoryCopy directory;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void blankNumberAndDayHoldNothingUpBeforeTheIssue() {
        var draft = PlanScenario.importing(
                        TestDirectory.SPECIALIST,
                        PlanScenario.document()
                                .replace("Số:      /KH-UBND\n", "")
                                .replace("Một, ngày      tháng 11 năm 2026\n", ""))
                .statusCode(201)
                .body("document.number", nullValue())
                .body("document.date", nullValue())
                .body("document.datePrecision", equalTo("NONE"))
                .extract()
                .jsonPath();
        var id = draft.getString("id");
        PlanScenario.complete(draft);
        PlanScenario.post(TestDirectory.CULTURE_HEAD, id, "submit", Map.of()).statusCode(200);
        PlanScenario.post(TestDirectory.LEADER, id, "approve", Map.of("signingMode", "TM"))
                .statusCode(200)
                .body("number", nullValue())
                .body("promulgatedOn", nullValue());
        PlanScenario.post(TestDirectory.CLERK, id, "promulgate", Map.of("number", PlanNumbers.next()))
                .statusCode(400);
        var next = PlanNumbers.next();
        PlanScenario.post(TestDirectory.CLERK, id, "promulgate", Map.of("symbol", "KH-UBND", "promulgatedOn", "2026-11-20"))
                .statusCode(200)
                .body("state", equalTo("PROMULGATED"))
                .body("number", equalTo(next))
                .body("symbol", equalTo("KH-UBND"))
                .body("promulgatedOn", equalTo("2026-11-20"));
    }

    @Test
    void headOfThePlanIsShownAsItStandsInTheDocument() {
        var id = PlanScenario.draft().getString("id");

        PlanScenario.as(TestDirectory.SPECIALIST)
                .get("/api/v1/plans/" + id)
                .then()
                .statusCode(200)
                .body("document.issuer", containsStringIgnoringCase("xã một"))
                .body("document.symbol", equalTo("KH-UBND"))
                .body("document.place", equalTo("Một"))
                .body("number", nullValue())
                .body("legalBases.number", hasItem("12/KH-UBND"))
                .body("legalBases.date", hasItem("2026-10-05"))
                .body("recipients.size()", equalTo(3))
                .body("recipients.archive", contains(false, false, true))
                .body("recipients[0].text", containsString("UBND thành phố Thử"))
                .body("signer.mode", equalTo("TM"))
                .body("signer.position", equalTo("CHỦ TỊCH"))
                .body("signer.name", equalTo("Trần Thị Thử"));
    }
}
