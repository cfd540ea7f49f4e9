package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.notification.policy.ReminderPolicies;

/** Computes the rungs of a duty and puts them in place of what was planned. */
@Singleton
class PlanReminders {

    private final Duties duties;
    private final Reminders reminders;
    private final Calendars calendars;
    private final ReminderPolicies policies;
    private final Clock clock;

    PlanReminders(Duties duties, Reminders reminders, Calendars calendars, ReminderPolicies policies, Clock clock) {
        this.duties = duties;
        this.reminders = reminders;
        this.calendars = calendars;
        this.policies = policies;
        this.clock = clock;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Duty.Subject subject) {
        duties.find(subject).ifPresent(duty -> reminders.plan(subject, steps(duty)));
    }

    private List<Ladder.Step> steps(Duty duty) {
        if (!duty.open() || duty.lastDay() == null || duty.lastSafeDay() == null) {
            return List.of();
        }
        var rungs = policies.rungsOf(duty.organizationId()).stream()
                .filter(rung -> rung <= 0 || !duty.requested()) // what was asked for is never called late
                .toList();
        return new Ladder(calendars.of(duty.organizationId()), rungs)
                .from(duty.lastDay(), duty.lastSafeDay(), LocalDate.now(clock));
    }
}
