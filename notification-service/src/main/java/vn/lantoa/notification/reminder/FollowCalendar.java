package vn.lantoa.notification.reminder;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.kit.directory.Calendars;

/** A new state of a calendar moves the reminders of the duties that it touches: noted here, computed by {@link ReplanReminders}. */
@Singleton
class FollowCalendar {

    private final ReplanningQueue queue;
    private final Calendars calendars;
    private final Clock clock;

    FollowCalendar(ReplanningQueue queue, Calendars calendars, Clock clock) {
        this.queue = queue;
        this.calendars = calendars;
        this.clock = clock;
    }

    void on(@Observes OrganizationEvent event) {
        if (event instanceof CalendarRecorded calendar) {
            queue.add(calendar.year(), calendars.concerned(calendar), LocalDate.now(clock));
        }
    }
}
