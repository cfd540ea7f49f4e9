package vn.lantoa.plan.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.directory.DirectoryCopy;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;

/**
 * Makes a table that came with the software the valid one and tells every service; does nothing when this state of it is known
 * already, or when people have decided the year since.
 */
@ApplicationScoped
class RecordCalendar {

    record Command(YearTable table) {}

    private final Jdbi db;
    private final TableVersions versions;
    private final DirectoryCopy directory;
    private final Outbox outbox;
    private final Clock clock;

    RecordCalendar(Jdbi db, TableVersions versions, DirectoryCopy directory, Outbox outbox, Clock clock) {
        this.db = db;
        this.versions = versions;
        this.directory = directory;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    boolean handle(Command command) {
        var table = command.table();
        // a second instance that starts at the same time waits here, then sees the first one's table
        versions.lock(table.year());
        var newest = versions.newest(CalendarRecorded.WHOLE_COUNTRY, table.year());
        if (newest.filter(it -> it.recordedBy() != null || isKnown(table)).isPresent()) {
            return false;
        }
        var told = table.asRecorded();
        boolean holdsAlready = holds(table); // told by an older release, which kept no states
        versions.add(new TableVersion(
                Ids.next(),
                CalendarRecorded.WHOLE_COUNTRY,
                table.year(),
                newest.map(TableVersion::number).orElse(0) + 1,
                table.version(),
                TableVersion.State.RECORDED,
                table.tentative(),
                OffsetDateTime.now(clock),
                null,
                null,
                null,
                null,
                null,
                table.days().stream().map(TableDay::of).toList()));
        if (holdsAlready) {
            return false;
        }
        directory.apply(told);
        outbox.publish(told);
        return true;
    }

    private boolean isKnown(YearTable table) {
        return found("""
                select true from calendar_version
                where organization_id = :owner and year = :year and version = :version""", table);
    }

    private boolean holds(YearTable table) {
        return found("""
                select true from directory_calendar
                where organization_id = :owner and year = :year and version = :version""", table);
    }

    private boolean found(String query, YearTable table) {
        UUID owner = CalendarRecorded.WHOLE_COUNTRY;
        return db.withHandle(handle -> handle.createQuery(query)
                .bind("owner", owner)
                .bind("year", table.year())
                .bind("version", table.version())
                .mapTo(Boolean.class)
                .findOne()
                .isPresent());
    }
}
