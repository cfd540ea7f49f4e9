package vn.lantoa.reporting.round;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.workingdays.Deadline;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * When a calendar changes, lateness in the open rounds it concerns begins at another day. Runs in the transaction in which the
 * directory's copy took the calendar over.
 */
@Singleton
class RecomputeRounds {

    /** A break around the turn of the year can move a date into the year before or after. */
    private static final int LONGEST_BREAK_DAYS = 31;

    private final Jdbi db;
    private final Calendars calendars;
    private final Clock clock;

    RecomputeRounds(Jdbi db, Calendars calendars, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.clock = clock;
    }

    void handle(@Observes CalendarRecorded calendar) {
        record Open(UUID round, UUID organization, LocalDate dueOn) {}
        var byOrganization = new HashMap<UUID, WorkingCalendar>();
        var below = calendars.concerned(calendar);
        db.useHandle(handle -> {
            var open = handle.createQuery("""
                            select round_id, organization_id, due_on from report_round
                            where legal_end >= :today and due_on between :first and :last
                                and (cast(:organizations as uuid[]) is null or organization_id = any (:organizations))
                            order by organization_id, round_id
                            for update""")
                    .bind("today", LocalDate.now(clock))
                    .bind("first", LocalDate.of(calendar.year(), 1, 1).minusDays(LONGEST_BREAK_DAYS))
                    .bind("last", LocalDate.of(calendar.year(), 12, 31).plusDays(LONGEST_BREAK_DAYS))
                    .bind("organizations", below == null ? null : below.toArray(UUID[]::new))
                    .map((row, _) -> new Open(
                            row.getObject("round_id", UUID.class),
                            row.getObject("organization_id", UUID.class),
                            row.getObject("due_on", LocalDate.class)))
                    .list();
            for (var round : open) {
                var now = byOrganization.computeIfAbsent(round.organization(), calendars::of);
                handle.createUpdate("""
                                update report_round set legal_end = :legal, calendar_version = :version
                                where round_id = :id""")
                        .bind("legal", new Deadline(round.dueOn(), Deadline.Bound.ON_OR_BEFORE).legalEnd(now))
                        .bind("version", now.version())
                        .bind("id", round.round())
                        .execute();
            }
        });
    }
}
