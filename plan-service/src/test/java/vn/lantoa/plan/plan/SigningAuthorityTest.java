package vn.lantoa.plan.plan;

import static org.assertj.core.api.Assertions.assertThatCode;
import static vn.lantoa.plan.plan.PlanTest.refused;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded.MemberKind;
import vn.lantoa.events.Role;
import vn.lantoa.kit.directory.Member;

/** Who signs how: as far as the positions in the directory say it. */
class SigningAuthorityTest {

    private static final UUID HEAD = new UUID(1, 1);
    private static final UUID DEPUTY = new UUID(1, 2);
    private static final UUID OTHER = new UUID(1, 3);

    @Test
    void headSignsForTheBodyAndDeputiesInTheHeadsPlace() {
        var authority = authority(post(HEAD, "Chủ tịch UBND xã", null), post(DEPUTY, "Phó Chủ tịch UBND xã", null));

        signs(authority, HEAD, SigningMode.TM);
        signs(authority, DEPUTY, SigningMode.KT);
    }

    @Test
    void whoIsInChargeOfThePostSignsSo() {
        signs(authority(post(HEAD, "Quyền Chủ tịch", null)), HEAD, SigningMode.Q);
    }

    @Test
    void whoWasGivenTheAuthoritySignsByItOnly() {
        var authority = authority(post(HEAD, "Chủ tịch", null), post(OTHER, "Chủ tịch", HEAD));

        signs(authority, OTHER, SigningMode.TUQ, SigningMode.TL);
    }

    @Test
    void nobodySignsInThePlaceOfAHeadWhoIsNotThere() {
        signs(authority(post(HEAD, null, null)), HEAD, SigningMode.TM, SigningMode.Q);
        signs(
                authority(post(HEAD, null, null), post(OTHER, "Chủ tịch", null)),
                HEAD,
                SigningMode.TM,
                SigningMode.Q,
                SigningMode.KT);
    }

    @Test
    void whoIsNoLeaderOnThatDayDoesNotSign() {
        refused(
                "plan.signer-without-authority",
                () -> authority(post(HEAD, "Chủ tịch", null)).require(SigningMode.TM, OTHER));
    }

    private static void signs(SigningAuthority authority, UUID signer, SigningMode... modes) {
        var fitting = Set.of(modes);
        Arrays.stream(SigningMode.values()).forEach(mode -> {
            if (fitting.contains(mode)) {
                assertThatCode(() -> authority.require(mode, signer))
                        .as(mode.name())
                        .doesNotThrowAnyException();
            } else {
                refused("plan.signing-mode-not-fitting", () -> authority.require(mode, signer));
            }
        });
    }

    private static SigningAuthority authority(Member... leaders) {
        return new SigningAuthority(List.of(leaders));
    }

    private static Member post(UUID person, @Nullable String position, @Nullable UUID onBehalfOf) {
        return new Member(
                UUID.randomUUID(),
                new UUID(0, 1),
                person,
                "Một người",
                null,
                null,
                List.of(Role.LEADER),
                position,
                MemberKind.PERSON,
                Set.of(),
                onBehalfOf);
    }
}
