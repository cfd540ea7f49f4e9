package vn.lantoa.endtoend.plans;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import vn.lantoa.local.LocalSystem;
import vn.lantoa.local.Part;
import vn.lantoa.local.Settings;
import vn.lantoa.local.mainjob.People;
import vn.lantoa.local.mainjob.PlanJourney;
import vn.lantoa.local.mainjob.ReportJourney;
import vn.lantoa.local.mainjob.WorkJourney;

/**
 * docs/flows/a-plan-is-amended.md, on the packaged applications: random amendments, one after the other, while people work, services are
 * killed, and records come late, twice and out of order. Each was foretold by its preview, and four databases agree after it.
 * {@code -Damendments=200 -Damendments.seed=7} for more, or for others.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PlanLivesIT {

    private static final Path REPOSITORY = Path.of("..");
    private static final int AMENDMENTS = Integer.getInteger("amendments", 12);
    private static final long SEED = Long.getLong("amendments.seed", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
    private final Random random = new Random(SEED);

    private LocalSystem system;
    private People people;
    private String planId;
    private String plan;
    private FourServices services;
    private PlanRecords records;

    @BeforeAll
    void start(@TempDir Path data) throws IOException {
        system = new LocalSystem(Settings.forTests(REPOSITORY, data), LocalSystem.printing(System.out::println));
        system.start(Part.values());
        people = new People(system);
        var plans = new PlanJourney(people);
        planId = plans.upload(REPOSITORY.resolve("deploy/local/src/main/resources/sample/ke-hoach-xa-may-ha.txt"))
                .path("id")
                .asText();
        plans.answerOpenQuestions(planId);
        plans.submit(planId);
        plans.approve(planId);
        var issued = plans.promulgate(planId);
        plan = "/api/v1/plans/" + planId;
        services = new FourServices(system, planId);
        records = new PlanRecords(system, SEED);
        new WorkJourney(people).awaitTasks(planId, issued.path("tasks").size());
        new ReportJourney(people).awaitObligations(planId, 1);
        awaitAgreement();
    }

    @AfterAll
    void stop() {
        system.stopAll();
    }

    @Test
    @Order(1)
    void everyAmendmentIsForetoldExactlyAndFollowedByAllServices() {
        var wishes = new RandomWish(SEED, today);
        int done = 0;
        int refused = 0;
        while (done < AMENDMENTS) {
            assertThat(refused).as("wishes that break a rule").isLessThan(AMENDMENTS * 3 + 20);
            if (random.nextInt(3) == 0) {
                somebodyWorks();
            }
            var was = version(done + 1);
            var wish = wishes.of(was);
            var before = services.state();
            var fingerprint = services.fingerprint();
            var preview = people.leader().post(plan + "/amendments/preview", wish);
            if (preview.status() != 200) {
                assertThat(preview.status()).as(preview.text()).isIn(400, 409, 422);
                assertThat(preview.header("Content-Type")).startsWith("application/problem+json");
                refused++;
                continue;
            }
            assertThat(services.fingerprint()).as("a preview changes nothing").isEqualTo(fingerprint);

            var killed = random.nextInt(4) == 0 ? kill() : null;
            var committed = new LinkedHashMap<>(wish);
            committed.put("token", preview.json().path("token").asText());
            people.leader().act(plan, "/amend", committed).expect(200);
            done++;
            if (killed != null) {
                system.start(killed);
            }
            if (random.nextInt(3) == 0) {
                records.sendOldVersionsAgain(planId);
                records.redeliver(40);
            }
            awaitAgreement();
            var wrong = new Foretold(preview.json(), before, services.state(), was, version(done + 1)).differences();
            assertThat(wrong)
                    .as("amendment %d of seed %d, %s\n%s", done, SEED, wish, preview.text())
                    .isEmpty();
        }
        System.out.printf("%d amendments foretold and followed; %d wishes refused%n", done, refused);
    }

    @Test
    @Order(2)
    void aTokenOfAnOlderStateIsRefusedWithTheNewPreview() {
        var wish = new RandomWish(SEED + 1, today).of(version(AMENDMENTS + 1));
        var preview = people.leader().post(plan + "/amendments/preview", wish).expect(200).json();
        var stale = new LinkedHashMap<>(wish);
        stale.put("token", preview.path("token").asText().replaceAll("[0-9]", "a").replace('b', 'c'));

        var refused = people.leader().act(plan, "/amend", stale).expect(412);

        assertThat(refused.json().path("preview").path("token").asText())
                .isEqualTo(preview.path("token").asText());
        awaitAgreement();
    }

    @Test
    @Order(3)
    void theEndOfThePlanEndsWhatIsOpenEverywhere() {
        people.leader()
                .act(
                        plan,
                        "/revoke",
                        Map.of(
                                "reason",
                                "Nội dung được chuyển vào kế hoạch chung",
                                "document",
                                Map.of(
                                        "type",
                                        "QD",
                                        "number",
                                        "99",
                                        "symbol",
                                        "QĐ-UBND",
                                        "issuedOn",
                                        today.toString(),
                                        "subject",
                                        "Bãi bỏ kế hoạch")))
                .expect(200);
        records.sendOldVersionsAgain(planId);

        awaitAgreement();

        assertThat(services.state().reminders().byId().values())
                .as("reminders of tasks that are still planned")
                .noneMatch(it -> services.state().tasks().ids().contains(it.get("subject")));
    }

    /** The version of the content, as the API shows it. */
    private JsonNode version(int number) {
        return people.leader().get(plan + "/versions/" + number).expect(200).json();
    }

    /** The head of a unit takes a task on, if there is one to take on. */
    private void somebodyWorks() {
        for (var task : services.state().tasks().byId().entrySet()) {
            var head = people.headOf(task.getValue().get("unit"));
            if (task.getValue().get("state").equals("ASSIGNED") && head.isPresent()) {
                people.person(head.get(), People.COMMUNE)
                        .act("/api/v1/tasks/" + task.getKey(), "/accept", null)
                        .expect(200);
                awaitAgreement();
                return;
            }
        }
    }

    private Part kill() {
        var service = List.of(Part.TASK_SERVICE, Part.REPORTING_SERVICE, Part.NOTIFICATION_SERVICE)
                .get(random.nextInt(3));
        system.kill(service);
        return service;
    }

    private void awaitAgreement() {
        var last = new AtomicReference<List<String>>(List.of());
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(300))
                    .until(() -> {
                        last.set(services.disagreements());
                        return last.get().isEmpty();
                    });
        } catch (ConditionTimeoutException late) {
            assertThat(last.get()).as("where the services disagree after %s", PATIENCE).isEmpty();
        }
    }
}
