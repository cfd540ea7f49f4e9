package vn.lantoa.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.events.OrganizationKind;
import vn.lantoa.events.OrganizationLevel;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.OrganizationRecorded.Period;
import vn.lantoa.events.UnitKind;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.directory.Organization;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class DirectoryPeriodsTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 7, 1);
    private static final LocalDate CHANGE = LocalDate.of(2026, 3, 1);

    @Inject
    DirectoryCopy copy;

    @Inject
    Directory directory;

    private final UUID id = UUID.randomUUID();

    @BeforeEach
    void worldExists() {
        QuarkusTransaction.requiringNew().run(() -> TestDirectory.events().forEach(copy::apply));
    }

    @Test
    void eachDayHasTheStateOfItsPeriodAlsoWhenToldOutOfOrderAndTwice() {
        var event = commune(
                period(CHANGE, null, "Xã Mới", TestDirectory.CITY.id()),
                period(BEGIN, CHANGE.minusDays(1), "Xã Cũ", TestDirectory.COMMUNE.id()));

        apply(event);
        apply(event);

        assertThat(directory.organization(id, BEGIN.minusDays(1))).isEmpty();
        assertThat(directory.organization(id, BEGIN)).map(Organization::name).contains("Xã Cũ");
        assertThat(directory.organization(id, CHANGE.minusDays(1)))
                .map(Organization::name)
                .contains("Xã Cũ");
        assertThat(directory.organization(id, CHANGE)).map(Organization::name).contains("Xã Mới");
        assertThat(directory.organization(id)).map(Organization::name).contains("Xã Mới");
        assertThat(directory.children(TestDirectory.CITY.id(), BEGIN))
                .extracting(Organization::organizationId)
                .doesNotContain(id);
        assertThat(directory.children(TestDirectory.CITY.id(), CHANGE))
                .extracting(Organization::organizationId)
                .contains(id);
        assertThat(directory.isWithin(id, TestDirectory.COMMUNE.id(), BEGIN)).isTrue();
        assertThat(directory.isWithin(id, TestDirectory.COMMUNE.id(), CHANGE)).isFalse();
    }

    @Test
    void aNewTellingReplacesEveryPeriodOfBefore() {
        apply(commune(
                period(BEGIN, CHANGE.minusDays(1), "Xã Cũ", TestDirectory.CITY.id()),
                period(CHANGE, null, "Xã Mới", TestDirectory.CITY.id())));

        apply(commune(period(BEGIN, CHANGE.plusDays(9), "Xã Cũ", TestDirectory.CITY.id())));

        assertThat(directory.organization(id, CHANGE)).map(Organization::name).contains("Xã Cũ");
        assertThat(directory.organization(id, CHANGE.plusDays(10))).isEmpty();
    }

    @Test
    void periodsThatShareADayAreRefusedAndNothingOfThemStays() {
        var overlapping = commune(
                period(BEGIN, CHANGE, "Xã Cũ", TestDirectory.CITY.id()),
                period(CHANGE, null, "Xã Mới", TestDirectory.CITY.id()));

        assertThatThrownBy(() -> apply(overlapping)).hasMessageContaining("directory_organization_period_one_a_day");
        assertThat(directory.organization(id, BEGIN)).isEmpty();
    }

    @Test
    void successionIsReadFromBothEndsWhicheverToldIt() {
        var successor = UUID.randomUUID();
        var told = commune(period(BEGIN, CHANGE.minusDays(1), "Xã Cũ", TestDirectory.CITY.id()));
        apply(new OrganizationRecorded(
                id,
                told.alias(),
                told.name(),
                told.kind(),
                told.level(),
                told.parentId(),
                null,
                null,
                null,
                BEGIN,
                CHANGE.minusDays(1),
                told.timeline(),
                List.of(),
                List.of(successor)));

        assertThat(directory.successors(id)).containsExactly(successor);
        assertThat(directory.predecessors(successor)).containsExactly(id);
    }

    @Test
    void unitsHaveTheirStateOfTheDay() {
        var unit = UUID.randomUUID();
        apply(new UnitRecorded(
                TestDirectory.COMMUNE.id(),
                unit,
                "Phòng Mới",
                List.of(),
                UnitKind.DEPARTMENT,
                null,
                null,
                List.of(),
                BEGIN,
                null,
                List.of(
                        new UnitRecorded.Period(CHANGE, null, "Phòng Mới", List.of("PM"), null, null, List.of()),
                        new UnitRecorded.Period(
                                BEGIN, CHANGE.minusDays(1), "Phòng Cũ", List.of(), null, null, List.of())),
                null,
                null));

        assertThat(directory.unit(unit, BEGIN).orElseThrow().name()).isEqualTo("Phòng Cũ");
        assertThat(directory.unit(unit, CHANGE).orElseThrow().aliases()).containsExactly("PM");
        assertThat(directory.unitsOf(TestDirectory.COMMUNE.id(), BEGIN.minusDays(1)))
                .isEmpty();
    }

    private void apply(OrganizationEvent event) {
        QuarkusTransaction.requiringNew().run(() -> copy.apply(event));
    }

    private OrganizationRecorded commune(Period... periods) {
        return new OrganizationRecorded(
                id,
                "xa-" + id,
                "Xã Mới",
                OrganizationKind.PEOPLE_COMMITTEE,
                OrganizationLevel.COMMUNE,
                TestDirectory.CITY.id(),
                null,
                null,
                null,
                BEGIN,
                null,
                List.of(periods),
                null,
                null);
    }

    private static Period period(LocalDate from, @Nullable LocalDate to, String name, UUID parent) {
        return new Period(from, to, name, parent, null, null, null);
    }
}
