package vn.lantoa.reporting.round;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.OrganizationRecorded.Period;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.reporting.report.RequestReports.Expected;
import vn.lantoa.testkit.LantoaTestResource;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class TerritoryTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final LocalDate CHANGE = LocalDate.of(2027, 3, 1);

    @Inject
    Territory territory;

    @Inject
    DirectoryCopy copy;

    private final UUID before = UUID.randomUUID();
    private final UUID after = UUID.randomUUID();
    private final UUID commune = UUID.randomUUID();
    private final UUID department = UUID.randomUUID();

    @Test
    void communeThatChangesItsParentIsAskedByTheOneOfTheDay() {
        QuarkusTransaction.requiringNew().run(() -> {
            tell(before, OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, null, null);
            tell(after, OrganizationKind.PEOPLE_COMMITTEE, OrganizationLevel.CITY, null, null);
            tell(department, OrganizationKind.DEPARTMENT, OrganizationLevel.CITY, after, null);
            tell(
                    commune,
                    OrganizationKind.PEOPLE_COMMITTEE,
                    OrganizationLevel.COMMUNE,
                    before,
                    List.of(period(BEGIN, CHANGE.minusDays(1), before, 10L), period(CHANGE, null, after, 20L)));
        });

        assertThat(territory.communesAt(before, CHANGE.minusDays(1))).containsExactly(new Expected(commune, 10L));
        assertThat(territory.communesAt(after, CHANGE.minusDays(1))).isEmpty();
        assertThat(territory.communesAt(before, CHANGE)).isEmpty();
        assertThat(territory.communesAt(after, CHANGE)).containsExactly(new Expected(commune, 20L));
        assertThat(territory.communesAt(department, CHANGE)).containsExactly(new Expected(commune, 20L));
    }

    private static Period period(LocalDate from, @Nullable LocalDate to, UUID parent, Long population) {
        return new Period(from, to, "Xã", parent, null, null, population);
    }

    private void tell(
            UUID id,
            OrganizationKind kind,
            OrganizationLevel level,
            @Nullable UUID parent,
            @Nullable List<Period> periods) {
        copy.apply(new OrganizationRecorded(
                id, "co-quan-" + id, "Tên", kind, level, parent, null, null, null, BEGIN, null, periods, null, null));
    }
}
