package vn.lantoa.notification.reminder;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Objects;
import java.util.UUID;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.workingdays.WorkingCalendar;

/** A new state of a calendar moves the reminders of every open duty that it touches. */
@Singleton
class FollowCalendar {

    private final Duties duties;
    private final PlanReminders planReminders;
    private final Calendars calendars;
    private final Clock clock;

    FollowCalendar(Duties duties, PlanReminders planReminders, Calendars calendars, Clock clock) {
        this.duties = duties;
        this.planReminders = planReminders;
        this.calendars = calendars;
        this.clock = clock;
    }

    void on(@Observes OrganizationEvent event) {
        if (event instanceof CalendarRecorded) {
            var byOrganization = new HashMap<UUID, WorkingCalendar>();
            for (var duty : duties.openWithDeadline(null, LocalDate.now(clock))) {
                var calendar = byOrganization.computeIfAbsent(duty.organizationId(), calendars::of);
                var lastDay = Objects.requireNonNull(duty.lastDay());
                duties.setDates(duty.subject(), calendar.sameOrPrevious(lastDay), calendar.version());
                planReminders.handle(duty.subject());
            }
        }
    }
}
