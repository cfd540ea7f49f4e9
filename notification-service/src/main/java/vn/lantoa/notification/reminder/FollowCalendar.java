package vn.lantoa.notification.reminder;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.OrganizationEvent;
import vn.lantoa.kit.directory.Directory;

/** A new state of a calendar moves the reminders of the duties that it touches: noted here, computed by {@link ReplanReminders}. */
@Singleton
class FollowCalendar {

    private final ReplanningQueue queue;
    private final Directory directory;
    private final Clock clock;

    FollowCalendar(ReplanningQueue queue, Directory directory, Clock clock) {
        this.queue = queue;
        this.directory = directory;
        this.clock = clock;
    }

    void on(@Observes OrganizationEvent event) {
        if (event instanceof CalendarRecorded calendar) {
            var everybody = calendar.organizationId().equals(CalendarRecorded.WHOLE_COUNTRY);
            queue.add(
                    calendar.year(), everybody ? null : ownerAndBelow(calendar.organizationId()), LocalDate.now(clock));
        }
    }

    private List<UUID> ownerAndBelow(UUID ownerId) {
        var organizations = new ArrayList<>(List.of(ownerId));
        directory.children(ownerId).forEach(child -> organizations.add(child.organizationId()));
        return organizations;
    }
}
