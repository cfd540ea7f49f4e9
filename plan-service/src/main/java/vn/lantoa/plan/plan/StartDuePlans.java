package vn.lantoa.plan.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Begins each issued plan on its first day, and later those whose day passed while nobody ran. Several instances may work side by
 * side: each plan is held by one of them, in the transaction that begins it.
 */
@Singleton
class StartDuePlans {

    private static final Logger LOG = Logger.getLogger(StartDuePlans.class);
    private static final int AT_ONCE = 200;

    private record Due(UUID planId, UUID organizationId) {}

    private final Jdbi db;
    private final StartPlanOnItsDay startPlan;
    private final Clock clock;

    StartDuePlans(Jdbi db, StartPlanOnItsDay startPlan, Clock clock) {
        this.db = db;
        this.startPlan = startPlan;
        this.clock = clock;
    }

    @Scheduled(every = "{lantoa.plans.start.every}", concurrentExecution = ConcurrentExecution.SKIP)
    void run() {
        var today = LocalDate.now(clock);
        @Nullable UUID last = null;
        List<Due> due;
        do { // onwards by id, so that one that cannot be begun keeps no other from it
            due = due(today, last);
            due.forEach(plan -> start(plan, today));
            last = due.isEmpty() ? null : due.getLast().planId();
        } while (due.size() == AT_ONCE);
    }

    private List<Due> due(LocalDate today, @Nullable UUID after) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, organization_id from plan
                        where state = 'PROMULGATED' and starts_on <= :today
                          and (cast(:after as uuid) is null or id > cast(:after as uuid))
                        order by id limit :limit""")
                .bind("today", today)
                .bind("after", after)
                .bind("limit", AT_ONCE)
                .map((row, _) -> new Due(row.getObject("id", UUID.class), row.getObject("organization_id", UUID.class)))
                .list());
    }

    private void start(Due plan, LocalDate today) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                if (isMine(plan, today)) {
                    startPlan.handle(new StartPlanOnItsDay.Command(plan.organizationId(), plan.planId()));
                }
            });
        } catch (RuntimeException e) {
            LOG.errorf(e, "plan %s could not be started; it is tried again", plan.planId());
        }
    }

    /** False when another instance begins it, or somebody was faster. */
    private boolean isMine(Due plan, LocalDate today) {
        return db.withHandle(handle -> handle.createQuery("""
                        select true from plan
                        where id = :id and state = 'PROMULGATED' and starts_on <= :today for update skip locked""")
                .bind("id", plan.planId())
                .bind("today", today)
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }
}
