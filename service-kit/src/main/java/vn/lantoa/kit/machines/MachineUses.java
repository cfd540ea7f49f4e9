package vn.lantoa.kit.machines;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.MachineUsed;
import vn.lantoa.kit.directory.Member;
import vn.lantoa.kit.http.FailureForLog;
import vn.lantoa.kit.messaging.Outbox;

/**
 * When machine clients were last seen. A request only leaves a note in memory; a sweep writes it down and tells plan-service, at
 * most once an hour for each membership, however many instances and requests there are. A note lost with its process is made
 * again by the next request.
 */
@Singleton
public class MachineUses {

    static final Duration ROUGHLY = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(MachineUses.class);

    private record Use(UUID organizationId, Instant at) {}

    private final Jdbi db;
    private final Outbox outbox;
    private final Clock clock;
    /** What this instance has written down: bounded by the number of keys in use. */
    private final Map<UUID, Instant> written = new ConcurrentHashMap<>();

    private final Map<UUID, Use> waiting = new ConcurrentHashMap<>();

    MachineUses(Jdbi db, Outbox outbox, Clock clock) {
        this.db = db;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** It is here now. Costs a look into a map. */
    void note(Member machine) {
        var now = clock.instant();
        var last = written.get(machine.membershipId());
        if (last == null || !now.isBefore(last.plus(ROUGHLY))) {
            waiting.putIfAbsent(machine.membershipId(), new Use(machine.organizationId(), now));
        }
    }

    @Scheduled(every = "{lantoa.machines.note-uses-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        for (var membershipId : waiting.keySet()) {
            var use = waiting.get(membershipId);
            try {
                QuarkusTransaction.requiringNew().run(() -> write(membershipId, use));
                written.put(membershipId, use.at());
                waiting.remove(membershipId);
            } catch (RuntimeException e) {
                LOG.warnf("The last use of a machine client waits: %s", FailureForLog.of(e));
            }
        }
    }

    private void write(UUID membershipId, Use use) {
        var at = use.at().atZone(clock.getZone()).toOffsetDateTime();
        if (isNews(membershipId, use, at)) {
            outbox.publish(new MachineUsed(use.organizationId(), membershipId, at));
        }
    }

    /** False when this service has written of it less than an hour before. */
    private boolean isNews(UUID membershipId, Use use, OffsetDateTime at) {
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into machine_use (membership_id, organization_id, used_at)
                        values (:membership, :organization, :at)
                        on conflict (membership_id) do update set used_at = excluded.used_at
                        where machine_use.used_at <= excluded.used_at - cast(:roughly as interval)""")
                        .bind("membership", membershipId)
                        .bind("organization", use.organizationId())
                        .bind("at", at)
                        .bind("roughly", ROUGHLY.toSeconds() + " seconds")
                        .execute())
                == 1;
    }
}
