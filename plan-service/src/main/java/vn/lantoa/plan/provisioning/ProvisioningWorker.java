package vn.lantoa.plan.provisioning;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Works off what is to be told to the identity provider, one thing after another. Several instances may work side by side: a thing
 * is leased to one of them, without a transaction that stays open. Whoever dies with a lease is followed by another when it ends.
 */
@Singleton
public class ProvisioningWorker {

    private static final Logger LOG = Logger.getLogger(ProvisioningWorker.class);

    /** Longer than a provisioner can take: each of its calls is timed out after seconds. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private record Work(Kind kind, UUID id, long generation, int failures) {}

    private final Jdbi db;
    private final Clock clock;
    private final KeycloakAdmin keycloak;
    private final Map<Kind, Provisioner> provisioners;

    ProvisioningWorker(
            Jdbi db, Clock clock, KeycloakAdmin keycloak, MeterRegistry meters, @All List<Provisioner> provisioners) {
        this.db = db;
        this.clock = clock;
        this.keycloak = keycloak;
        this.provisioners = provisioners.stream()
                .collect(Collectors.toMap(
                        Provisioner::kind, Function.identity(), (one, _) -> one, () -> new EnumMap<>(Kind.class)));
        Gauge.builder("lantoa.provisioning.waiting", this::waiting)
                .description(
                        "Organizations, people and clients of which the identity provider does not know the newest state")
                .register(meters);
    }

    @Scheduled(every = "{lantoa.provisioning.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        if (!keycloak.isConfigured()) {
            return;
        }
        while (workOne()) {
            // until nothing is due
        }
    }

    /** @return false when nothing is due */
    public boolean workOne() {
        var due = claim();
        due.ifPresent(this::work);
        return due.isPresent();
    }

    private void work(Work work) {
        var provisioner = provisioners.get(work.kind());
        try {
            if (provisioner == null) {
                throw new ProvisioningFailed("provisioning.unknown-kind");
            }
            provisioner.bring(work.id());
            finish(work, null);
        } catch (ProvisioningFailed failed) {
            LOG.infof("%s %s is tried again: %s", work.kind(), work.id(), failed.code());
            finish(work, failed.code());
        } catch (RuntimeException unexpected) {
            // its message may hold contents; the type says where to look
            LOG.errorf(
                    "%s %s could not be provisioned: %s",
                    work.kind(), work.id(), unexpected.getClass().getName());
            finish(work, "provisioning.unexpected");
        }
    }

    /**
     * People and keys first: somebody waits for them, or must be out, while a file may bring thousands of organizations at once. The
     * generation is read before the provisioner looks at the state: what changes meanwhile stays to be done.
     */
    private Optional<Work> claim() {
        var now = OffsetDateTime.now(clock);
        return QuarkusTransaction.requiringNew()
                .call(() -> db.withHandle(handle -> handle.createQuery("""
                        update provisioning set leased_until = :lease
                        where (kind, thing_id) = (
                            select kind, thing_id from provisioning
                            where done < wanted and next_attempt_at <= :now
                                and (leased_until is null or leased_until <= :now)
                            order by kind = 'ORGANIZATION', next_attempt_at limit 1 for update skip locked)
                        returning kind, thing_id, wanted, attempts""")
                        .bind("now", now)
                        .bind("lease", now.plus(LEASE))
                        .map((row, _) -> new Work(
                                Kind.valueOf(row.getString("kind")),
                                row.getObject("thing_id", UUID.class),
                                row.getLong("wanted"),
                                row.getInt("attempts")))
                        .findOne()));
    }

    private void finish(Work work, @Nullable String problem) {
        var next = OffsetDateTime.now(clock).plus(Backoff.after(work.failures() + 1));
        QuarkusTransaction.requiringNew()
                .run(() -> db.useHandle(handle -> handle.createUpdate(problem == null ? """
                        update provisioning
                        set done = :generation, attempts = 0, last_problem = null, leased_until = null
                        where kind = :kind and thing_id = :id and done < :generation""" : """
                        update provisioning
                        set attempts = case when wanted = :generation then :attempts else attempts end,
                            next_attempt_at = case when wanted = :generation then :next else next_attempt_at end,
                            last_problem = :problem, leased_until = null
                        where kind = :kind and thing_id = :id""")
                        .bind("kind", work.kind().name())
                        .bind("id", work.id())
                        .bind("generation", work.generation())
                        .bind("attempts", work.failures() + 1)
                        .bind("next", next)
                        .bind("problem", problem)
                        .execute()));
    }

    private long waiting() {
        return db.withHandle(handle -> handle.createQuery("select count(*) from provisioning where done < wanted")
                .mapTo(Long.class)
                .one());
    }
}
