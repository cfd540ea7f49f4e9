package vn.lantoa.plan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.lantoa.plan.people.PeopleRequests.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.testkit.LantoaTestResource;

/** In mergers handed roles end, and who is disabled is not forgotten. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class MergedPeopleTest {

    @Inject
    TwoCommunes communes;

    private TwoCommunes.World world;
    private LocalDate day;
    private UUID head;
    private UUID colleague;
    private UUID delegation;

    @BeforeEach
    void headHandsOnTheirRole() {
        world = communes.make();
        day = communes.today().plusDays(10);
        head = communes.person(world.commune(), world.office(), Role.UNIT_HEAD);
        colleague = communes.person(world.commune(), world.office(), Role.SPECIALIST);
        delegation = communes.lend(head, colleague, world.commune(), Role.UNIT_HEAD, 30);
    }

    @Test
    void handedRolesEndBeforeTheirUnitsMergeAndAreTakenBackAsEver() {
        mergeUnits();

        assertThat(handed().validTo()).isEqualTo(day.minusDays(1));
        assertThat(communes.posts(colleague))
                .filteredOn(it -> it.onBehalfOfPersonId() != null)
                .extracting(MembershipRecorded::membershipId)
                .as("they do not go on under another id")
                .containsExactly(delegation);
        post("/api/v1/delegations/" + delegation + "/revoke", TwoCommunes.token(head, world.commune()), null)
                .statusCode(200);
        assertThat(handed().active()).isFalse();
    }

    @Test
    void handedRolesEndBeforeTheirOrganizationsMerge() {
        mergeOrganizations();

        assertThat(handed().validTo()).isEqualTo(day.minusDays(1));
        assertThat(communes.posts(colleague))
                .filteredOn(it -> it.onBehalfOfPersonId() != null)
                .hasSize(1);
    }

    @Test
    void whoIsDisabledGoesOnInTheSuccessorWhenTheyAreEnabled() {
        switched("disable");
        var successor = UUID.fromString(mergeUnits().getString("units.find { it.effect == 'BEGINS' }.id"));

        assertThat(communes.posts(head)).noneMatch(MembershipRecorded::active);
        switched("enable");

        assertThat(communes.posts(head))
                .allMatch(MembershipRecorded::active)
                .extracting(MembershipRecorded::unitId)
                .containsExactly(world.office(), successor);
        assertThat(communes.posts(head).getFirst().validTo()).isEqualTo(day.minusDays(1));
    }

    @Test
    void whatADisabledPersonWouldHaveBegunLaterBeginsAtTheSuccessorOnly() {
        var later = communes.person(
                UUID.randomUUID(), world.commune(), world.office(), day.plusDays(5), null, Role.SPECIALIST);
        post("/api/v1/people/" + later + "/disable", world.admin(), null).statusCode(200);
        mergeUnits();
        post("/api/v1/people/" + later + "/enable", world.admin(), null).statusCode(200);

        assertThat(communes.posts(later))
                .filteredOn(MembershipRecorded::active)
                .hasSize(1)
                .allSatisfy(it -> assertThat(it.unitId()).isNotEqualTo(world.office()));
    }

    @Test
    void whoIsDisabledGoesOnInTheSuccessorOfTheOrganization() {
        switched("disable");
        mergeOrganizations();
        post("/api/v1/people/" + head + "/enable", world.cityAdmin(), null).statusCode(200);

        assertThat(communes.posts(head)).hasSize(2).allMatch(MembershipRecorded::active);
        assertThat(communes.posts(head).getLast().organizationId()).isNotEqualTo(world.commune());
    }

    private JsonPath mergeUnits() {
        return merge(
                "/api/v1/organizations/" + world.commune() + "/units/mergers",
                List.of(world.office(), world.economy()),
                Map.of("name", "Phòng Tổng hợp"));
    }

    private JsonPath mergeOrganizations() {
        return merge(
                "/api/v1/organizations/mergers",
                List.of(world.commune(), world.sibling()),
                Map.of("alias", "moi-" + world.commune(), "name", "UBND xã Mới"));
    }

    /** The preview lists what goes on: own posts, each once. */
    private JsonPath merge(String address, List<UUID> ending, Map<String, ?> successor) {
        var wish = Map.of("effectiveOn", day.toString(), "endingIds", ending, "successors", List.of(successor));
        var preview = post(address + "/preview", world.cityAdmin(), wish)
                .statusCode(200)
                .body("people.personId", hasItem(head.toString()))
                .body("people.findAll { it.personId == '" + colleague + "' }", hasSize(1))
                .extract()
                .jsonPath();
        return post(
                        address,
                        world.cityAdmin(),
                        Map.of("merger", wish, "previewToken", preview.getString("previewToken")))
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private void switched(String how) {
        post("/api/v1/people/" + head + "/" + how, world.admin(), null).statusCode(200);
    }

    private MembershipRecorded handed() {
        return communes.posts(colleague).stream()
                .filter(it -> it.membershipId().equals(delegation))
                .findFirst()
                .orElseThrow();
    }
}
