package vn.lantoa.notification.reminder;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.notification.policy.ReminderPolicies;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * Moves reminders after a calendar changed, some duties at a time: a new table of the whole country touches every duty, and no
 * single transaction should have to carry that.
 */
@Singleton
class ReplanReminders {

    private static final Logger LOG = Logger.getLogger(ReplanReminders.class);
    private static final int AT_A_TIME = 50;
    private static final UUID BEGINNING = new UUID(0, 0);

    private final ReplanningQueue queue;
    private final PlanReminders planReminders;
    private final Calendars calendars;
    private final ReminderPolicies policies;

    ReplanReminders(
            ReplanningQueue queue, PlanReminders planReminders, Calendars calendars, ReminderPolicies policies) {
        this.queue = queue;
        this.planReminders = planReminders;
        this.calendars = calendars;
        this.policies = policies;
    }

    private record Terms(WorkingCalendar calendar, List<Integer> rungs) {}

    @Scheduled(every = "{lantoa.reminder.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        List<Duty.Subject> some;
        var after = BEGINNING;
        do {
            some = queue.next(after, AT_A_TIME);
            if (!some.isEmpty()) {
                replanIsolated(some);
                after = some.getLast().id();
            }
        } while (some.size() == AT_A_TIME);
    }

    /** One that cannot be computed does not keep the others from it. */
    private void replanIsolated(List<Duty.Subject> subjects) {
        try {
            QuarkusTransaction.requiringNew().run(() -> replan(subjects));
        } catch (RuntimeException e) {
            if (subjects.size() == 1) {
                var subject = subjects.getFirst();
                LOG.errorf(e, "%s %s keeps its old dates for now", subject.type(), subject.id());
            } else {
                subjects.forEach(subject -> replanIsolated(List.of(subject)));
            }
        }
    }

    /** The calendars are read after the duties are held: whatever is recorded meanwhile notes the duties again. */
    private void replan(List<Duty.Subject> subjects) {
        var termsOf = new HashMap<UUID, Terms>();
        for (var duty : queue.take(subjects)) {
            var terms = termsOf.computeIfAbsent(
                    duty.organizationId(), id -> new Terms(calendars.of(id), policies.rungsOf(id)));
            var moved = duty.datedBy(terms.calendar());
            queue.done(moved.subject(), moved.lastSafeDay(), moved.calendarVersion());
            planReminders.handle(moved, terms.calendar(), terms.rungs());
        }
    }
}
