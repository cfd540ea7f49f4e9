package vn.lantoa.reporting.obligation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.CalendarRecorded;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyScheduled.ReportDeadline;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.workingdays.Deadline;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * When a calendar changes, the open duties it may concern are computed anew; those whose dates move are told again. Runs in the
 * transaction in which the directory's copy took the calendar over.
 */
@Singleton
class RecomputeDuties {

    /** A break around the turn of the year can move a date into the year before or after. */
    private static final int LONGEST_BREAK_DAYS = 31;

    private final Jdbi db;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    RecomputeDuties(Jdbi db, Calendars calendars, Outbox outbox, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    void handle(@Observes CalendarRecorded calendar) {
        var moved = new ArrayList<ReportDutyScheduled>();
        var byOrganization = new HashMap<UUID, WorkingCalendar>();
        db.useHandle(handle -> {
            for (var duty : concerned(handle, calendar)) {
                var now = computed(duty, byOrganization.computeIfAbsent(duty.organizationId(), calendars::of));
                if (now.deadline().equals(duty.deadline())) {
                    continue;
                }
                write(handle, now);
                if (datesDiffer(duty.deadline(), now.deadline())) {
                    moved.add(now);
                }
            }
        });
        outbox.publish(moved);
    }

    private static boolean datesDiffer(ReportDeadline before, ReportDeadline now) {
        return !before.lastSafeDay().equals(now.lastSafeDay())
                || !before.legalEnd().equals(now.legalEnd());
    }

    private static ReportDutyScheduled computed(ReportDutyScheduled it, WorkingCalendar calendar) {
        var deadline = new Deadline(
                it.deadline().date(),
                Deadline.Bound.valueOf(it.deadline().bound().name()));
        return new ReportDutyScheduled(
                it.dutyId(),
                it.organizationId(),
                it.planId(),
                it.obligationId(),
                it.unitId(),
                it.receivingOrganizationId(),
                it.to(),
                it.period(),
                it.periodStart(),
                it.periodEnd(),
                new ReportDeadline(
                        deadline.date(),
                        it.deadline().bound(),
                        deadline.lastDay(),
                        deadline.lastSafeDay(calendar),
                        deadline.legalEnd(calendar),
                        calendar.version()),
                it.words());
    }

    private List<ReportDutyScheduled> concerned(Handle handle, CalendarRecorded calendar) {
        var below = calendars.concerned(calendar);
        return handle.createQuery("""
                        select d.*, o.plan_id, o.from_unit_id, o.receiving_organization_id, o.recipients
                        from report_duty d
                            join report_obligation o using (obligation_id)
                        where d.withdrawn_on is null and d.legal_end >= :today and d.last_day between :first and :last
                            and (cast(:organizations as uuid[]) is null or d.organization_id = any (:organizations))
                        order by d.organization_id, d.due_date
                        for update of d""")
                .bind("today", LocalDate.now(clock))
                .bind("first", LocalDate.of(calendar.year(), 1, 1).minusDays(LONGEST_BREAK_DAYS))
                .bind("last", LocalDate.of(calendar.year(), 12, 31).plusDays(LONGEST_BREAK_DAYS))
                .bind("organizations", below == null ? null : below.toArray(UUID[]::new))
                .map((row, _) -> duty(row))
                .list();
    }

    private static ReportDutyScheduled duty(ResultSet row) throws SQLException {
        var period = new ReportPeriod(
                row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
        return new ReportDutyScheduled(
                row.getObject("duty_id", UUID.class),
                row.getObject("organization_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getObject("obligation_id", UUID.class),
                row.getObject("from_unit_id", UUID.class),
                row.getObject("receiving_organization_id", UUID.class),
                Arrays.asList((String[]) row.getArray("recipients").getArray()),
                period.label(),
                period.start(),
                period.end(),
                new ReportDeadline(
                        row.getObject("due_date", LocalDate.class),
                        DeadlineBound.valueOf(row.getString("due_bound")),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("last_safe_day", LocalDate.class),
                        row.getObject("legal_end", LocalDate.class),
                        row.getString("calendar_version")),
                row.getString("due_words"));
    }

    private static void write(Handle handle, ReportDutyScheduled it) {
        handle.createUpdate("""
                        update report_duty
                        set last_safe_day = :safe, legal_end = :legal, calendar_version = :calendar
                        where duty_id = :id""")
                .bind("id", it.dutyId())
                .bind("safe", it.deadline().lastSafeDay())
                .bind("legal", it.deadline().legalEnd())
                .bind("calendar", it.deadline().calendarVersion())
                .execute();
    }
}
