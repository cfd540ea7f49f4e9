package vn.lantoa.plan.distribution;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.directory.Calendars;

/**
 * By when a document is registered as incoming: on the day it arrives, at the latest on the next working day (Decree 30/2020/NĐ-CP,
 * Article 22), in the working days of the recipient.
 */
@Singleton
class IncomingDays {

    private final Jdbi db;
    private final Calendars calendars;

    IncomingDays(Jdbi db, Calendars calendars) {
        this.db = db;
        this.calendars = calendars;
    }

    /** By organization. Most share a calendar: each is read once. */
    Map<UUID, LocalDate> registerBy(Collection<UUID> organizationIds, LocalDate sentOn) {
        var byCalendar = new HashMap<UUID, LocalDate>();
        var days = new HashMap<UUID, LocalDate>();
        owners(organizationIds, sentOn)
                .forEach(
                        (organization, owner) -> days.put(organization, byCalendar.computeIfAbsent(owner, _ -> calendars
                                .of(organization)
                                .plus(sentOn, 1))));
        return days;
    }

    /** Whose calendar an organization follows: its own, that of the one above it, or the whole country's. */
    private Map<UUID, UUID> owners(Collection<UUID> organizationIds, LocalDate day) {
        return db.withHandle(handle -> handle.createQuery("""
                        select id, coalesce(
                            (select organization_id from directory_calendar where organization_id = id limit 1),
                            (select organization_id from directory_calendar where organization_id = parent_on(id, :day) limit 1),
                            :country) as owner
                        from unnest(cast(:ids as uuid[])) as id""")
                .bind("ids", organizationIds.toArray(UUID[]::new))
                .bind("day", day)
                .bind("country", CalendarRecorded.WHOLE_COUNTRY)
                .reduceResultSet(new HashMap<>(), (owners, row, _) -> {
                    owners.put(row.getObject("id", UUID.class), row.getObject("owner", UUID.class));
                    return owners;
                }));
    }
}
