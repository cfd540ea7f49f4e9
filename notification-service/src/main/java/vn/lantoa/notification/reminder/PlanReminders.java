package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import vn.lantoa.effects.ReminderLadder;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.notification.policy.ReminderPolicies;
import vn.lantoa.workingdays.WorkingCalendar;

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
        duties.find(subject)
                .ifPresent(duty -> reminders.plan(
                        subject,
                        isReminded(duty)
                                ? steps(
                                        duty,
                                        calendars.of(duty.organizationId()),
                                        policies.rungsOf(duty.organizationId()))
                                : List.of()));
    }

    /** For many duties of one organization, whose calendar and rungs are read once. */
    @Transactional(TxType.MANDATORY)
    void handle(Duty duty, WorkingCalendar calendar, List<Integer> rungs) {
        reminders.plan(duty.subject(), isReminded(duty) ? steps(duty, calendar, rungs) : List.of());
    }

    private static boolean isReminded(Duty duty) {
        return duty.open() && duty.lastDay() != null;
    }

    private List<ReminderLadder.Step> steps(Duty duty, WorkingCalendar calendar, List<Integer> allRungs) {
        var rungs = allRungs.stream()
                .filter(rung -> rung <= 0 || !duty.requested()) // what was asked for is never called late
                .toList();
        return new ReminderLadder(calendar, rungs).from(duty.lastDay(), duty.lastSafeDay(), LocalDate.now(clock));
    }
}
