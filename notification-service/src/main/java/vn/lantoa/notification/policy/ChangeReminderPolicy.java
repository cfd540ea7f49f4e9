package vn.lantoa.notification.policy;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.ReminderPolicyRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.messaging.Outbox;

/** Sets the ladder of an organization, and tells it. */
@Singleton
class ChangeReminderPolicy {

    record Command(UUID organizationId, UUID by, List<Integer> rungs, int expectedVersion) {}

    private final ReminderPolicies policies;
    private final Outbox outbox;
    private final Clock clock;

    ChangeReminderPolicy(ReminderPolicies policies, Outbox outbox, Clock clock) {
        this.policies = policies;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "reminder-policy", id = "organizationId", organization = "organizationId")
    void handle(Command command) {
        var rungs = command.rungs().stream().distinct().sorted().toList();
        if (!policies.save(
                command.organizationId(), rungs, command.by(), OffsetDateTime.now(clock), command.expectedVersion())) {
            throw new Problem.Stale("resource.changed-meanwhile");
        }
        outbox.publish(new ReminderPolicyRecorded(
                command.organizationId(), command.expectedVersion() + 1, rungs, command.by()));
    }
}
