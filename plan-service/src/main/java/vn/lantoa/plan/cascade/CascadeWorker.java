package vn.lantoa.plan.cascade;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.cascade.Branches.Branch;

/**
 * Works off what is handed down, and carries news between the levels: in the background, since neither level has a hand in the
 * other's plans. Everything is found by comparing versions, so that whoever dies leaves nothing undone. Rows are claimed one by
 * one; several instances may work side by side.
 */
@Singleton
public class CascadeWorker {

    private static final Logger LOG = Logger.getLogger(CascadeWorker.class);
    private static final int AT_ONCE = 50;
    private static final int ATTEMPTS = 8;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);

    private final Branches branches;
    private final DraftBranch draftBranch;
    private final LookAtBranch lookAtBranch;
    private final ProposeChanges proposeChanges;
    private final Clock clock;

    CascadeWorker(
            Branches branches,
            DraftBranch draftBranch,
            LookAtBranch lookAtBranch,
            ProposeChanges proposeChanges,
            Clock clock) {
        this.branches = branches;
        this.draftBranch = draftBranch;
        this.lookAtBranch = lookAtBranch;
        this.proposeChanges = proposeChanges;
        this.clock = clock;
    }

    /** Until nothing is left to do. */
    @Scheduled(every = "{lantoa.cascade.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        while (draftOne()) {
            // until none is waiting
        }
        proposeAll();
        lookAtAll();
    }

    /** @return false when none is waiting */
    boolean draftOne() {
        var claimed = new AtomicReference<@Nullable Branch>();
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var waiting = branches.claimWaiting(OffsetDateTime.now(clock));
                waiting.ifPresent(branch -> {
                    claimed.set(branch);
                    draftBranch.handle(new DraftBranch.Command(branch));
                });
                return waiting.isPresent();
            });
        } catch (RuntimeException e) {
            var branch = claimed.get();
            if (branch == null) {
                throw e;
            }
            LOG.errorf(e, "The draft of branch %s could not be made", branch.id());
            QuarkusTransaction.requiringNew()
                    .run(() -> branches.failed(branch.id(), branch.attempts() + 1, next(branch)));
            return true;
        }
    }

    private @Nullable OffsetDateTime next(Branch branch) {
        int attempts = branch.attempts() + 1;
        return attempts >= ATTEMPTS ? null : OffsetDateTime.now(clock).plus(FIRST_WAIT.multipliedBy(1L << attempts));
    }

    void proposeAll() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> {
                var behind = branches.claimBehind(AT_ONCE);
                behind.forEach(branch -> proposeChanges.handle(new ProposeChanges.Command(branch)));
                return behind.size() == AT_ONCE;
            });
        }
    }

    void lookAtAll() {
        boolean more = true;
        while (more) {
            more = QuarkusTransaction.requiringNew().call(() -> {
                var changed = branches.claimChanged(AT_ONCE);
                changed.forEach(branch -> lookAtBranch.handle(new LookAtBranch.Command(branch)));
                return changed.size() == AT_ONCE;
            });
        }
    }
}
