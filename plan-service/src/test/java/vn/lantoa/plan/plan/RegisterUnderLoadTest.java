package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.plan.register.TakeNumber;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** Many clerks, one register, and some of them fail: no gap, and no number twice. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class RegisterUnderLoadTest {

    private static final int WRITERS = 32;
    private static final int ROUNDS = 3;
    private static final int PLANS = 6;

    @Inject
    DirectoryCopy directory;

    @Inject
    TakeNumber takeNumber;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void noNumberIsLeftOutAndNoneIsGivenTwice() throws Exception {
        var plans =
                IntStream.range(0, PLANS).mapToObj(_ -> PlanScenario.approved()).toList();
        int first = Integer.parseInt(PlanNumbers.next());
        var start = new CyclicBarrier(WRITERS);
        var writers = new ArrayList<Callable<Integer>>();
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            writers.add(() -> {
                start.await();
                int given = 0;
                for (int round = 0; round < ROUNDS; round++) {
                    given += number < PLANS && round == 0
                            ? promulgated(plans.get(number))
                            : number % 4 == 3 ? takenAndThrownAway() : entered();
                }
                return given;
            });
        }

        int given = 0;
        try (var clerks = Executors.newFixedThreadPool(WRITERS)) {
            for (var answer : clerks.invokeAll(writers)) {
                given += answer.get();
            }
        }

        assertThat(given).isGreaterThan(WRITERS);
        var numbers = numbers().stream().filter(it -> it >= first).toList();
        assertThat(numbers)
                .containsExactlyElementsOf(
                        IntStream.range(first, first + given).boxed().toList());
        assertThat(PlanNumbers.next()).isEqualTo("%02d".formatted(first + given));
    }

    private static int promulgated(String planId) {
        PlanScenario.post(TestDirectory.CLERK, planId, "promulgate", Map.of("promulgatedOn", "2026-11-20"))
                .statusCode(200);
        return 1;
    }

    private static int entered() {
        PlanScenario.as(TestDirectory.CLERK)
                .contentType("application/json")
                .body(Map.of("documentType", "KE_HOACH", "issuedOn", "2026-11-20", "subject", "Kế hoạch giấy"))
                .post("/api/v1/registers/2026/entries")
                .then()
                .statusCode(201);
        return 1;
    }

    /** The number was given already when the transaction fails. */
    private int takenAndThrownAway() {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                takeNumber.handle(new TakeNumber.Command(
                        TestDirectory.COMMUNE.id(),
                        "KE_HOACH",
                        null,
                        null,
                        LocalDate.of(2026, 11, 20),
                        null,
                        null,
                        null,
                        null,
                        false,
                        TestDirectory.CLERK.id()));
                throw new IllegalStateException("on purpose");
            });
        } catch (RuntimeException onPurpose) {
            assertThat(onPurpose).hasStackTraceContaining("on purpose");
        }
        return 0;
    }

    private static List<Integer> numbers() {
        var numbers = new ArrayList<Integer>();
        String address = "/api/v1/registers/2026?register=KE_HOACH&limit=50";
        while (address != null) {
            var page = PlanScenario.as(TestDirectory.CLERK)
                    .get(address)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            page.getList("items.number", String.class).forEach(it -> numbers.add(Integer.parseInt(it)));
            address = page.getString("next");
        }
        return numbers;
    }
}
