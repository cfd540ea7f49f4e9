package vn.lantoa.plan.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
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
import vn.lantoa.events.Role;
import vn.lantoa.testkit.LantoaTestResource;

/** Handed roles never outlast what they hang on, whoever is disabled meanwhile. */
@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class HandedRolesEndTest {

    @Inject
    TwoCommunes communes;

    private TwoCommunes.World world;
    private UUID leader;
    private UUID colleague;
    private UUID delegation;

    @BeforeEach
    void leaderHandsOnTheirRole() {
        world = communes.make();
        leader = communes.person(world.commune(), null, Role.LEADER);
        colleague = communes.person(world.commune(), world.office(), Role.SPECIALIST);
        delegation = communes.lend(leader, colleague, world.commune(), Role.LEADER, 30);
        get("/api/v1/me", token()).body("acting.roles", hasItem("LEADER"));
    }

    @Test
    void takenBackWhileTheOtherWasDisabledTheyStayTakenBack() {
        switched("disable");
        post("/api/v1/delegations/" + delegation + "/revoke", TwoCommunes.token(leader, world.commune()), null)
                .statusCode(200);
        switched("enable");

        get("/api/v1/me", token())
                .body("acting.roles", hasItem("SPECIALIST"))
                .body("acting.roles", not(hasItem("LEADER")));
    }

    @Test
    void whenTheirPostEndsWhileTheOtherIsDisabledTheyEndWithIt() {
        var lastDay = communes.today().plusDays(5);
        switched("disable");
        end(own(leader), lastDay);
        switched("enable");

        assertThat(handed().active()).isTrue();
        assertThat(handed().validTo()).isEqualTo(lastDay);
    }

    @Test
    void theyEndWithTheLastPostOfWhoeverHasThem() {
        end(own(colleague), communes.today().plusDays(5));
        assertThat(handed().validTo()).isEqualTo(communes.today().plusDays(5));

        end(own(colleague), communes.today().minusDays(1));
        assertThat(handed().active()).isFalse();
        get("/api/v1/me", token()).body("acting.roles", not(hasItem("LEADER")));
    }

    @Test
    void anotherPostInTheOrganizationKeepsThem() {
        communes.person(colleague, world.commune(), world.economy(), communes.today(), null, Role.SPECIALIST);

        end(own(colleague), communes.today());

        assertThat(handed().validTo()).isEqualTo(communes.today().plusDays(30));
    }

    @Test
    void postElsewhereDoesNotKeepThem() {
        communes.person(colleague, world.sibling(), null, communes.today(), null, Role.SPECIALIST);

        end(own(colleague), communes.today());

        assertThat(handed().validTo()).isEqualTo(communes.today());
    }

    @Test
    void changeWithALastDayEndsThemToo() {
        var lastDay = communes.today().plusDays(7);
        patch(
                        "/api/v1/memberships/" + own(colleague),
                        world.admin(),
                        Map.of("roles", List.of("CLERK"), "validTo", lastDay.toString()))
                .statusCode(200);

        assertThat(handed().validTo()).isEqualTo(lastDay);
    }

    private void switched(String how) {
        post("/api/v1/people/" + colleague + "/" + how, world.admin(), null).statusCode(200);
    }

    private void end(UUID membership, LocalDate lastDay) {
        post("/api/v1/memberships/" + membership + "/end", world.admin(), Map.of("lastDay", lastDay.toString()))
                .statusCode(200);
    }

    private MembershipRecorded handed() {
        return communes.posts(colleague).stream()
                .filter(it -> it.membershipId().equals(delegation))
                .findFirst()
                .orElseThrow();
    }

    /** Their first own post. */
    private UUID own(UUID person) {
        return communes.posts(person).getFirst().membershipId();
    }

    private String token() {
        return TwoCommunes.token(colleague, world.commune());
    }
}
