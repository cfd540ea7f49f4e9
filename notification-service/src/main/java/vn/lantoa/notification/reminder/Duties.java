package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The duties that this service knows of. */
@Singleton
class Duties {

    static final String COLUMNS = """
            subject_type, subject_id, organization_id, receiving_organization_id, unit_id, assignee_id, number, title,
            requested, occurrence, last_day, last_safe_day, calendar_version, open""";

    private static final UUID UNKNOWN_UNIT = new UUID(0, 0);

    private final Jdbi db;

    Duties(Jdbi db) {
        this.db = db;
    }

    /** Records a duty, or what has changed in it; whether it is still open stays as it was, but one that was withdrawn is open again. */
    void record(Duty duty) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into duty (subject_type, subject_id, organization_id, receiving_organization_id, unit_id,
                            assignee_id, number, title, requested, occurrence, last_day, last_safe_day, calendar_version, open)
                        values (:type, :id, :organization, :receiving, :unit, :assignee, :number, :title, :requested,
                            :occurrence, :lastDay, :lastSafeDay, :calendarVersion, :open)
                        on conflict (subject_type, subject_id) do update set (organization_id, receiving_organization_id,
                            unit_id, number, title, requested, occurrence, last_day, last_safe_day, calendar_version, open,
                            withdrawn)
                          = (excluded.organization_id, excluded.receiving_organization_id, excluded.unit_id,
                            excluded.number, excluded.title, excluded.requested, excluded.occurrence, excluded.last_day,
                            excluded.last_safe_day, excluded.calendar_version, duty.open or duty.withdrawn, false)""")
                .bind("type", duty.subject().type().name())
                .bind("id", duty.subject().id())
                .bind("organization", duty.organizationId())
                .bind("receiving", duty.receivingOrganizationId())
                .bind("unit", duty.unitId())
                .bind("assignee", duty.assigneeId())
                .bind("number", duty.number())
                .bind("title", duty.title())
                .bind("requested", duty.requested())
                .bind("occurrence", duty.occurrence())
                .bind("lastDay", duty.lastDay())
                .bind("lastSafeDay", duty.lastSafeDay())
                .bind("calendarVersion", duty.calendarVersion())
                .bind("open", duty.open())
                .execute());
    }

    Optional<Duty> find(Duty.Subject subject) {
        return db.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from duty where subject_type = :type and subject_id = :id")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .map((row, _) -> duty(row))
                .findOne());
    }

    List<Duty> all(List<Duty.Subject> subjects) {
        return db.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from duty where subject_id = any (:ids)")
                        .bind("ids", subjects.stream().map(Duty.Subject::id).toArray(UUID[]::new))
                        .map((row, _) -> duty(row))
                        .list());
    }

    /** Takes an open duty for the length of the caller's transaction; empty when another holds it, or when it has ended. */
    Optional<Duty> hold(Duty.Subject subject) {
        return db.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                         from duty where subject_type = :type and subject_id = :id and open
                        for update skip locked""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .map((row, _) -> duty(row))
                .findOne());
    }

    void setOpen(Duty.Subject subject, boolean open) {
        db.useHandle(handle -> handle.createUpdate(
                        "update duty set open = :open where subject_type = :type and subject_id = :id")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .bind("open", open)
                .execute());
    }

    /**
     * Opens or ends a duty that need not be known yet: what schedules a duty and what ends it travel by different ways. One that
     * is not known is kept without dates, so that scheduling it afterwards does not open it. One that was withdrawn stays closed.
     */
    void setOpenOrAwait(Duty.Subject subject, UUID organizationId, String title, boolean open) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into duty (subject_type, subject_id, organization_id, unit_id, title, requested, open)
                        values (:type, :id, :organization, :unknownUnit, :title, false, :open)
                        on conflict (subject_type, subject_id) do update
                            set open = excluded.open and not duty.withdrawn""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .bind("organization", organizationId)
                .bind("unknownUnit", UNKNOWN_UNIT)
                .bind("title", title)
                .bind("open", open)
                .execute());
    }

    /** It is not owed any more, until it is scheduled again. */
    void withdraw(Duty.Subject subject) {
        db.useHandle(handle -> handle.createUpdate("""
                        update duty set open = false, withdrawn = true
                        where subject_type = :type and subject_id = :id""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .execute());
    }

    /** Another unit has it, or the same one again: it is open, and nobody is named for it yet. */
    void giveAnew(Duty.Subject subject) {
        db.useHandle(handle -> handle.createUpdate("""
                        update duty set open = true, assignee_id = null
                        where subject_type = :type and subject_id = :id""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .execute());
    }

    void setAssignee(Duty.Subject subject, UUID assigneeId) {
        db.useHandle(handle -> handle.createUpdate(
                        "update duty set assignee_id = :assignee where subject_type = :type and subject_id = :id")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .bind("assignee", assigneeId)
                .execute());
    }

    static Duty duty(ResultSet row) throws SQLException {
        return new Duty(
                new Duty.Subject(
                        Duty.Type.valueOf(row.getString("subject_type")), row.getObject("subject_id", UUID.class)),
                row.getObject("organization_id", UUID.class),
                row.getObject("receiving_organization_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("assignee_id", UUID.class),
                row.getString("number"),
                row.getString("title"),
                row.getBoolean("requested"),
                row.getBoolean("occurrence"),
                row.getObject("last_day", LocalDate.class),
                row.getObject("last_safe_day", LocalDate.class),
                row.getString("calendar_version"),
                row.getBoolean("open"));
    }
}
