package vn.lantoa.plan.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.plan.provisioning.Provisioning.Progress;
import vn.lantoa.testkit.LantoaTestResource;

@QuarkusTest
@QuarkusTestResource(LantoaTestResource.class)
class ProvisioningTest {

    private static final UUID ORGANIZATION = Ids.next();

    @Inject
    Jdbi db;

    @Inject
    KeycloakAdmin keycloak;

    private final List<UUID> brought = new ArrayList<>();
    private final UUID thing = Ids.next();
    private Instant now = Instant.parse("2031-01-01T00:00:00Z");
    private Consumer<UUID> effect = brought::add;
    private Provisioning provisioning;
    private ProvisioningWorker worker;

    @BeforeEach
    void aWorkerOfItsOwn() {
        db.useHandle(handle -> handle.execute("delete from provisioning"));
        InstantSource time = () -> now;
        Clock clock = time.withZone(ZoneOffset.UTC);
        provisioning = new Provisioning(db, clock);
        worker = anotherWorker(clock);
    }

    @Test
    void manyChangesAreOnePieceOfWork() {
        request();
        request();
        request();
        assertThat(state().progress()).isEqualTo(Progress.WAITING);

        assertThat(worker.workOne()).isTrue();
        assertThat(worker.workOne()).isFalse();

        assertThat(brought).containsExactly(thing);
        assertThat(state().progress()).isEqualTo(Progress.READY);
    }

    @Test
    void aChangeThatIsRolledBackLeavesNothingToDo() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    provisioning.request(Kind.PERSON, thing, ORGANIZATION);
                    throw new IllegalStateException("cut off");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(worker.workOne()).isFalse();
    }

    @Test
    void whatChangesWhileItIsBroughtIsBroughtAgain() {
        effect = id -> {
            if (brought.isEmpty()) {
                request(); // the provisioner has read the old state already
            }
            brought.add(id);
        };
        request();

        assertThat(worker.workOne()).isTrue();
        assertThat(state().progress()).isEqualTo(Progress.WAITING);
        assertThat(worker.workOne()).isTrue();

        assertThat(brought).containsExactly(thing, thing);
        assertThat(state().progress()).isEqualTo(Progress.READY);
    }

    @Test
    void aFailureIsRetriedLaterAndLater() {
        effect = _ -> {
            throw new ProvisioningFailed("keycloak.away");
        };
        request();
        for (int second : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(worker.workOne()).isTrue();
            assertThat(worker.workOne()).as("before its time").isFalse();
            assertThat(state().progress()).isEqualTo(Progress.RETRYING);
            assertThat(state().problem()).isEqualTo("keycloak.away");
            now = now.plusSeconds(second);
        }
        effect = brought::add;

        assertThat(worker.workOne()).isTrue();
        assertThat(state()).isEqualTo(new Provisioning.State(Progress.READY, 0, null, null));
    }

    @Test
    void aBugIsRetriedTooAndShowsNoContents() {
        effect = _ -> {
            throw new IllegalStateException("Nguyễn Văn A");
        };
        request();

        worker.workOne();

        assertThat(state().problem()).isEqualTo("provisioning.unexpected");
    }

    @Test
    void whoDiesIsFollowedByAnotherWhenTheLeaseEnds() {
        effect = _ -> {
            throw new StackOverflowError(); // nothing is written any more
        };
        request();
        assertThatThrownBy(() -> worker.workOne()).isInstanceOf(StackOverflowError.class);
        effect = brought::add;

        assertThat(worker.workOne()).isFalse();
        now = now.plus(ProvisioningWorker.LEASE);
        assertThat(worker.workOne()).isTrue();

        assertThat(brought).containsExactly(thing);
    }

    @Test
    void twoInstancesNeverWorkOnOneThingAtATime() {
        var other = anotherWorker(((InstantSource) () -> now).withZone(ZoneOffset.UTC));
        effect = id -> {
            brought.add(id);
            request(); // even though it changed again meanwhile
            assertThat(other.workOne()).isFalse();
        };
        request();

        assertThat(worker.workOne()).isTrue();

        assertThat(brought).containsExactly(thing);
    }

    @Test
    void theWaitDoublesAndIsCapped() {
        assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Backoff.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Backoff.after(1_000)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void withoutASecretNothingIsProvisioned() {
        assertThat(keycloak.isConfigured()).isFalse();
        request();
        worker.run();
        assertThat(brought).isEmpty();
    }

    private ProvisioningWorker anotherWorker(Clock clock) {
        return new ProvisioningWorker(db, clock, keycloak, new SimpleMeterRegistry(), List.of(new Provisioner() {
            @Override
            public Kind kind() {
                return Kind.PERSON;
            }

            @Override
            public void bring(UUID id) {
                effect.accept(id);
            }
        }));
    }

    private void request() {
        QuarkusTransaction.requiringNew().run(() -> provisioning.request(Kind.PERSON, thing, ORGANIZATION));
    }

    private Provisioning.State state() {
        return provisioning.state(Kind.PERSON, thing);
    }
}
