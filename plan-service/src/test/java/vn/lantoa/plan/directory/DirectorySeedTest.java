package vn.lantoa.plan.directory;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.OrganizationRecorded;
import vn.lantoa.events.UnitRecorded;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.testkit.LantoaTestResource;
import vn.lantoa.testkit.Topics;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class DirectorySeedTest {

    private static final UUID ECONOMY = UUID.fromString("0197c1ce-4200-7002-8004-000000000003");

    @Inject
    DirectorySeed seed;

    @Inject
    RecordUnit recordUnit;

    @Inject
    Directory directory;

    @Inject
    Jdbi db;

    @Test
    void eachPieceIsToldOnceAlsoWhenTwoInstancesStartTogetherAfterACutOffStart() throws Exception {
        SeededDirectory.fill();
        // as if the start had been cut off before this unit
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(
                        handle -> handle.execute("delete from directory_unit where unit_id = ?", ECONOMY)));
        long before = told(ECONOMY);

        Callable<Void> start = () -> {
            seed.fillFrom(SeededDirectory.FILE);
            return null;
        };
        try (var both = Executors.newFixedThreadPool(2)) {
            for (var started : both.invokeAll(List.of(start, start))) {
                started.get();
            }
        }

        assertThat(directory.unit(ECONOMY)).isPresent();
        Topics.awaitEvent(OrganizationRecorded.class, it -> it.organizationId().equals(SeededDirectory.CITY));
        await().untilAsserted(() -> assertThat(told(ECONOMY)).isEqualTo(before + 1));
        assertThat(Topics.events("organizations", OrganizationRecorded.class).stream()
                        .filter(it -> it.organizationId().equals(SeededDirectory.CITY)))
                .hasSize(1);
    }

    @Test
    void whatAdministratorsChangedStaysAsItIs() {
        SeededDirectory.fill();
        var unit = directory.unit(ECONOMY).orElseThrow();
        recordUnit.handle(new RecordUnit.Command(
                new UnitRecorded(
                        unit.organizationId(),
                        unit.unitId(),
                        "Phòng Kinh tế, Hạ tầng và Đô thị",
                        unit.aliases(),
                        unit.kind(),
                        unit.email(),
                        null,
                        List.of(),
                        LocalDate.of(2025, 7, 1),
                        null),
                false));

        SeededDirectory.fill();

        assertThat(directory.unit(ECONOMY).orElseThrow().name()).isEqualTo("Phòng Kinh tế, Hạ tầng và Đô thị");
    }

    @Test
    void cityOfTheSeedSeesItsCommunes() {
        SeededDirectory.fill();

        given().auth()
                .oauth2(SeededDirectory.token("tp-bach-giang", SeededDirectory.CITY, "4"))
                .get("/api/v1/organizations")
                .then()
                .statusCode(200)
                .body("items.alias", hasItems("xa-may-ha", "so-khcn"))
                .body("items.find { it.alias == 'xa-may-ha' }.population", equalTo(21480));
    }

    private static long told(UUID unit) {
        return Topics.events("organizations", UnitRecorded.class).stream()
                .filter(it -> it.unitId().equals(unit))
                .count();
    }
}
