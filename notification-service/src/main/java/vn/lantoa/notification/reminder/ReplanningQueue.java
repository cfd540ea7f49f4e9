package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The duties whose dates and reminders are to be computed again, since a calendar changed. */
@Singleton
class ReplanningQueue {

    /** The latest rung lies twenty working days after the end: with the New Year holiday that is less than sixty days. */
    private static final int DAYS_AFTER_END = 60;

    /** The earliest rung lies sixty working days before the end: with holidays that is less than a hundred and twenty days. */
    private static final int DAYS_BEFORE_END = 120;

    private final Jdbi db;

    ReplanningQueue(Jdbi db) {
        this.db = db;
    }

    /**
     * Notes the open duties of which a date may lie in a year. One that is overdue counts while something is still planned for it.
     *
     * @param organizationIds whose duties; null for those of everybody
     */
    void add(int year, @Nullable Collection<UUID> organizationIds, LocalDate today) {
        db.useHandle(handle -> handle.createUpdate("""
                        update duty set replan = true
                        where open and last_day between :from and :until
                          and (cast(:organizations as uuid[]) is null or organization_id = any (:organizations))
                          and (last_day >= :today or exists (
                              select 1 from reminder r
                              where r.subject_type = duty.subject_type and r.subject_id = duty.subject_id
                                and r.state = 'PLANNED'))""")
                .bind("from", LocalDate.of(year, 1, 1).minusDays(DAYS_AFTER_END))
                .bind("until", LocalDate.of(year, 12, 31).plusDays(DAYS_BEFORE_END))
                .bind("organizations", organizationIds == null ? null : organizationIds.toArray(UUID[]::new))
                .bind("today", today)
                .execute());
    }

    /** The next ones, in the order of their ids; nothing is taken by looking. */
    List<Duty.Subject> next(UUID after, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select subject_type, subject_id from duty
                        where replan and subject_id > :after order by subject_id limit :limit""")
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Duty.Subject(
                        Duty.Type.valueOf(row.getString("subject_type")), row.getObject("subject_id", UUID.class)))
                .list());
    }

    /** Takes those of them that still wait, for the length of the caller's transaction. */
    List<Duty> take(List<Duty.Subject> subjects) {
        return db.withHandle(handle -> handle.createQuery("select " + Duties.COLUMNS + """
                         from duty where replan and subject_id = any (:ids)
                        order by subject_id for update skip locked""")
                .bind("ids", subjects.stream().map(Duty.Subject::id).toArray(UUID[]::new))
                .map((row, _) -> Duties.duty(row))
                .list());
    }

    /** It has its new dates. */
    void done(Duty.Subject subject, @Nullable LocalDate lastSafeDay, @Nullable String calendarVersion) {
        db.useHandle(handle -> handle.createUpdate("""
                        update duty set last_safe_day = :lastSafeDay, calendar_version = :version, replan = false
                        where subject_type = :type and subject_id = :id""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .bind("lastSafeDay", lastSafeDay)
                .bind("version", calendarVersion)
                .execute());
    }
}
