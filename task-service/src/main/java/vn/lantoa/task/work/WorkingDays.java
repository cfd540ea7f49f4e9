package vn.lantoa.task.work;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * The calendars of organizations, kept for a minute: every list needs one. This instance forgets them when it learns of a
 * change; another instance that did not receive the event sees it a minute later.
 */
@Singleton
public class WorkingDays {

    private static final Duration KEPT = Duration.ofMinutes(1);

    private record Known(WorkingCalendar calendar, Instant readAt) {}

    private final Map<UUID, Known> known = new ConcurrentHashMap<>();
    private final Calendars calendars;
    private final Clock clock;

    WorkingDays(Calendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    public WorkingCalendar of(UUID organizationId) {
        var now = clock.instant();
        var calendar = known.get(organizationId);
        if (calendar == null || Duration.between(calendar.readAt(), now).abs().compareTo(KEPT) > 0) {
            calendar = new Known(calendars.of(organizationId), now);
            known.put(organizationId, calendar);
        }
        return calendar.calendar();
    }

    Timeliness.Today today(UUID organizationId) {
        var day = LocalDate.now(clock);
        return new Timeliness.Today(day, of(organizationId).plus(day, Timeliness.SOON_WORKING_DAYS));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CalendarRecorded changed) {
        known.clear();
    }
}
