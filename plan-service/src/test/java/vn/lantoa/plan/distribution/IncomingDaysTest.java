package vn.lantoa.plan.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.TestDirectory;

/** The day itself, or the next working day (Decree 30/2020/NĐ-CP, Article 22). */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class IncomingDaysTest {

    @Inject
    DirectoryCopy directory;

    @Inject
    IncomingDays incomingDays;

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(directory::apply));
    }

    @Test
    void itIsTheNextWorkingDay() {
        assertThat(registerBy("2026-11-19")).isEqualTo("2026-11-20");
        assertThat(registerBy("2026-11-20")).as("sent on a Friday").isEqualTo("2026-11-23");
        assertThat(registerBy("2026-11-21")).as("sent on a Saturday").isEqualTo("2026-11-23");
        assertThat(registerBy("2026-11-23")).as("before a holiday").isEqualTo("2026-11-25");
    }

    @Test
    void manyAreAskedAtOnce() {
        assertThat(incomingDays.registerBy(
                        List.of(TestDirectory.COMMUNE.id(), TestDirectory.CITY.id(), TestDirectory.FRONT.id()),
                        LocalDate.of(2026, 11, 20)))
                .hasSize(3)
                .allSatisfy((_, day) -> assertThat(day).isEqualTo("2026-11-23"));
        assertThat(incomingDays.registerBy(List.of(), LocalDate.of(2026, 11, 20)))
                .isEmpty();
    }

    private LocalDate registerBy(String sentOn) {
        return incomingDays
                .registerBy(List.of(TestDirectory.COMMUNE.id()), LocalDate.parse(sentOn))
                .get(TestDirectory.COMMUNE.id());
    }
}
