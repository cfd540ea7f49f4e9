package vn.lantoa.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;

/** Makes a year's table the valid one and tells every service; does nothing when this version of it is known already. */
@ApplicationScoped
class RecordCalendar {

    record Command(CalendarRecorded calendar) {}

    private final Jdbi db;
    private final DirectoryCopy directory;
    private final Outbox outbox;

    RecordCalendar(Jdbi db, DirectoryCopy directory, Outbox outbox) {
        this.db = db;
        this.directory = directory;
        this.outbox = outbox;
    }

    @Transactional
    @Audited(subject = "calendar", id = "calendar.organizationId", organization = "calendar.organizationId")
    boolean handle(Command command) {
        var calendar = command.calendar();
        if (isKnown(calendar)) {
            return false;
        }
        directory.apply(calendar);
        outbox.publish(calendar);
        return true;
    }

    private boolean isKnown(CalendarRecorded calendar) {
        return db.withHandle(handle -> {
            // a second instance that starts at the same time waits here, then sees the first one's table
            handle.execute("select pg_advisory_xact_lock(hashtext(?))", "calendar-" + calendar.year());
            return handle.createQuery("""
                            select true from directory_calendar
                            where organization_id = :organization and year = :year and version = :version""")
                    .bind("organization", calendar.organizationId())
                    .bind("year", calendar.year())
                    .bind("version", calendar.version())
                    .mapTo(Boolean.class)
                    .findOne()
                    .isPresent();
        });
    }
}
