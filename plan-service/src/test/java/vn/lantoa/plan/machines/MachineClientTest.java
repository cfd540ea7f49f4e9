package vn.lantoa.plan.machines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import vn.lantoa.events.MembershipRecorded;
import vn.lantoa.events.Role;
import vn.lantoa.events.Scope;
import vn.lantoa.kit.http.Problem;

class MachineClientTest {

    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T09:00:00+07:00");
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final UUID ADMIN = UUID.randomUUID();

    private final UUID first = UUID.randomUUID();
    private final UUID second = UUID.randomUUID();

    @Test
    void lastsTwoYearsAtMost() {
        assertThat(client(TODAY.plusYears(2)).terms().validTo()).isEqualTo(TODAY.plusYears(2));

        assertThatThrownBy(() -> client(TODAY.plusYears(2).plusDays(1))).isInstanceOf(Problem.Invalid.class);
        assertThatThrownBy(() -> client(TODAY.minusDays(1))).isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void aKeyLastsAYearAtMostAndNeverLongerThanItsClient() {
        assertThat(withKey(client(TODAY.plusYears(2))).key(first).lastDay()).isEqualTo(TODAY.plusYears(1));
        assertThat(withKey(client(TODAY.plusDays(30))).key(first).lastDay()).isEqualTo(TODAY.plusDays(30));

        var client = client(TODAY.plusYears(2));
        assertThatThrownBy(() -> client.addKey(first, TODAY.plusYears(1).plusDays(1), 0, NOW))
                .isInstanceOf(Problem.Invalid.class);
    }

    @Test
    void theReplacedKeyGoesOnForTheOverlap() {
        var client = withKey(client(TODAY.plusYears(1)));

        client.addKey(second, null, 14, NOW);

        assertThat(client.key(first).lastDay()).isEqualTo(TODAY.plusDays(14));
        assertThat(client.key(second).lastDay()).isEqualTo(TODAY.plusYears(1));
    }

    @Test
    void anOverlapNeverMakesAKeyLastLonger() {
        var client = client(TODAY.plusYears(1));
        client.addKey(first, TODAY.plusDays(3), 0, NOW);

        client.addKey(second, null, 14, NOW);

        assertThat(client.key(first).lastDay()).isEqualTo(TODAY.plusDays(3));
    }

    @Test
    void hasTwoKeysAtATime() {
        var client = withKey(client(TODAY.plusYears(1)));
        client.addKey(second, null, 14, NOW);

        assertThatThrownBy(() -> client.addKey(UUID.randomUUID(), null, 14, NOW))
                .hasMessage("machine.two-keys");

        client.revokeKey(first, NOW);
        client.addKey(UUID.randomUUID(), null, 14, NOW);
        assertThat(client.keys()).hasSize(3);
    }

    @Test
    void aRetiredKeyMakesRoom() {
        var client = withKey(client(TODAY.plusYears(1)));
        client.addKey(second, null, 1, NOW);

        client.addKey(UUID.randomUUID(), null, 1, NOW.plusDays(2));

        assertThat(client.keys()).hasSize(3);
    }

    @Test
    void servicesHearOfAKeyOnceTheIdentityProviderKnowsIt() {
        var client = withKey(client(TODAY.plusYears(2)));
        assertThat(client.memberships()).isEmpty();

        client.ready(first, "subject", NOW);

        assertThat(client.memberships()).singleElement().satisfies(it -> {
            assertThat(it.membershipId()).isEqualTo(first);
            assertThat(it.personId()).isEqualTo(client.id());
            assertThat(it.subject()).isEqualTo("subject");
            assertThat(it.kind()).isEqualTo(MembershipRecorded.MemberKind.MACHINE);
            assertThat(it.scopes()).containsExactly("reports:read", "tasks:write");
            assertThat(it.roles()).containsExactlyInAnyOrder(Role.INTEGRATOR, Role.SPECIALIST);
            assertThat(it.validTo()).isEqualTo(TODAY.plusYears(1));
            assertThat(it.active()).isTrue();
        });
    }

    @Test
    void disablingShutsOutEveryKeyAndEnablingNoRevokedOne() {
        var client = withKey(client(TODAY.plusYears(1)));
        client.addKey(second, null, 14, NOW);
        client.ready(first, "one", NOW);
        client.ready(second, "two", NOW);
        client.revokeKey(first, NOW);

        client.disable(NOW);
        assertThat(client.memberships()).extracting(MembershipRecorded::active).containsExactly(false, false);

        client.enable(NOW);
        assertThat(client.memberships())
                .filteredOn(MembershipRecorded::active)
                .extracting(MembershipRecorded::membershipId)
                .containsExactly(second);
    }

    @Test
    void aSecretIsToldUntilTheKeyIsUsed() {
        var client = withKey(client(TODAY.plusYears(1)));
        assertThatThrownBy(() -> client.tellSecret(first, false, ADMIN, NOW)).hasMessage("machine.key-not-ready");

        client.ready(first, "subject", NOW);
        client.tellSecret(first, false, ADMIN, NOW);
        client.tellSecret(first, false, ADMIN, NOW);

        assertThatThrownBy(() -> client.tellSecret(first, true, ADMIN, NOW)).hasMessage("machine.key-in-use");
        client.revokeKey(first, NOW);
        assertThatThrownBy(() -> client.tellSecret(first, false, ADMIN, NOW)).hasMessage("machine.key-revoked");
    }

    @Test
    void aDisabledClientGetsNothingNew() {
        var client = withKey(client(TODAY.plusYears(1)));
        client.ready(first, "subject", NOW);
        client.disable(NOW);

        assertThatThrownBy(() -> client.addKey(second, null, 14, NOW)).hasMessage("machine.disabled");
        assertThatThrownBy(() -> client.tellSecret(first, false, ADMIN, NOW)).hasMessage("machine.disabled");
    }

    @Test
    void noScopeMakesAProgramADecider() {
        assertThat(MachineClient.roles(Arrays.asList(Scope.values())))
                .doesNotContain(Role.LEADER, Role.UNIT_HEAD, Role.CLERK, Role.COORDINATOR);
        assertThat(MachineClient.roles(Set.of(Scope.AUDIT_READ, Scope.REPORTS_READ)))
                .containsExactly(Role.INTEGRATOR);
    }

    @Test
    void theApiTakesTheScopesThereAreAndNoOthers() {
        assertThat(Scope.values()).allSatisfy(scope -> assertThat(scope.wire()).matches(MachineTerms.SCOPE));
        for (var noun : Set.of("plans", "tasks", "reports", "notifications", "directory", "audit", "people")) {
            for (var verb : Set.of("read", "write", "admin")) {
                var wire = noun + ":" + verb;
                assertThat(wire.matches(MachineTerms.SCOPE))
                        .as(wire)
                        .isEqualTo(Scope.of(wire).isPresent());
            }
        }
    }

    private MachineClient withKey(MachineClient client) {
        client.addKey(first, null, 0, NOW);
        return client;
    }

    private static MachineClient client(LocalDate validTo) {
        return new MachineClient(
                UUID.randomUUID(),
                UUID.randomUUID(),
                new MachineClient.Terms(
                        "Kho dữ liệu",
                        "Tổng hợp báo cáo tuần",
                        null,
                        Set.of(Scope.TASKS_WRITE, Scope.REPORTS_READ),
                        validTo),
                ADMIN,
                NOW);
    }
}
