package vn.lantoa.plan.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.plan.people.PeopleRequests.get;
import static vn.lantoa.plan.people.PeopleRequests.patch;
import static vn.lantoa.plan.people.PeopleRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.plan.people.TwoCommunes;
import vn.lantoa.testkit.LantoaTestResource;

/** Programs are not moved about as if they were people: they end with their organization, and are asked about with their unit. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class MergedProgramsTest {

    @Inject
    TwoCommunes communes;

    @Inject
    KeyReady keyReady;

    private TwoCommunes.World world;
    private LocalDate day;
    private UUID client;

    @BeforeEach
    void communeHasAProgramOfItsOffice() {
        world = communes.make();
        day = communes.today().plusDays(10);
        var made = post(
                        "/api/v1/organizations/" + world.commune() + "/machine-clients",
                        world.admin(),
                        Map.of(
                                "name", "Kho dữ liệu",
                                "purpose", "Tổng hợp báo cáo tuần",
                                "contactUnitId", world.office(),
                                "scopes", List.of("directory:read"),
                                "validTo", day.plusYears(1).toString()))
                .statusCode(201)
                .extract()
                .jsonPath();
        client = UUID.fromString(made.getString("id"));
        keyReady.handle(new KeyReady.Command(
                client, world.commune(), UUID.fromString(made.getString("keys[0].id")), "account-" + client));
    }

    @Test
    void programEndsTheDayBeforeItsOrganizationAndThePreviewTellsIt() {
        var address = "/api/v1/organizations/mergers";
        var lastDay = day.minusDays(1).toString();
        var wish = Map.of(
                "effectiveOn",
                day.toString(),
                "endingIds",
                List.of(world.commune(), world.sibling()),
                "successors",
                List.of(Map.of("alias", "moi-" + world.commune(), "name", "UBND xã Mới")));
        var token = post(address + "/preview", world.cityAdmin(), wish)
                .statusCode(200)
                .body("programs", hasSize(1))
                .body("programs[0].clientId", equalTo(client.toString()))
                .body("programs[0].lastDay", equalTo(lastDay))
                .body("people.findAll { it.personId == '" + client + "' }", hasSize(0))
                .extract()
                .jsonPath()
                .getString("previewToken");
        post(address, world.cityAdmin(), Map.of("merger", wish, "previewToken", token))
                .statusCode(200);

        get("/api/v1/machine-clients/" + client, world.admin())
                .statusCode(200)
                .body("validTo", equalTo(lastDay))
                .body("keys[0].lastDay", equalTo(lastDay));
        for (var purpose : List.of("Mục đích khác", "Mục đích khác nữa")) { // which tells all services of it again
            patch("/api/v1/machine-clients/" + client, world.admin(), Map.of("purpose", purpose))
                    .statusCode(200);
            assertThat(communes.posts(client))
                    .extracting(MembershipRecorded::validTo)
                    .containsExactly(day.minusDays(1));
        }
    }

    @Test
    void programOfAnEndingUnitGetsAnotherOneFirst() {
        var address = "/api/v1/organizations/" + world.commune() + "/units/mergers";
        var wish = Map.of(
                "effectiveOn",
                day.toString(),
                "endingIds",
                List.of(world.office()),
                "successors",
                List.of(Map.of("unitId", world.economy())));
        post(address + "/preview", world.admin(), wish)
                .statusCode(409)
                .body("code", equalTo("unit-merger.contact-of-program"))
                .body("detail", containsString("Kho dữ liệu"))
                .body("clientId", equalTo(client.toString()));

        patch("/api/v1/machine-clients/" + client, world.admin(), Map.of("contactUnitId", world.economy()))
                .statusCode(200);
        var token = post(address + "/preview", world.admin(), wish)
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("previewToken");
        post(address, world.admin(), Map.of("merger", wish, "previewToken", token))
                .statusCode(200);

        assertThat(communes.posts(client)).hasSize(1).allSatisfy(it -> {
            assertThat(it.unitId()).isEqualTo(world.economy());
            assertThat(it.active()).isTrue();
        });
    }
}
