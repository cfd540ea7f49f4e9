package vn.lantoa.notification.policy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import vn.lantoa.kit.messaging.Outbox;

/**
 * Tells each ladder again before its topic forgets it, in one commit with the note of it: a service that builds its copy anew finds
 * them all there. Those that were set before policies were told are told with the first run, which is at the start.
 */
@Singleton
class TellPoliciesAgain {

    /** Half of what the topic keeps (deploy/compose/topics.txt). */
    private static final Duration FRESH_FOR = Duration.ofDays(15);

    private final ReminderPolicies policies;
    private final Outbox outbox;
    private final Clock clock;

    TellPoliciesAgain(ReminderPolicies policies, Outbox outbox, Clock clock) {
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Scheduled(every = "6h", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        var now = OffsetDateTime.now(clock);
        QuarkusTransaction.requiringNew().run(() -> outbox.publish(policies.takeOlder(now.minus(FRESH_FOR), now)));
    }
}
