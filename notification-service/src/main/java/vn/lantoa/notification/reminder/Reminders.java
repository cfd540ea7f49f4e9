package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReminderLadder;

/** The planned rungs of all duties. */
@Singleton
class Reminders {

    private final Jdbi db;

    Reminders(Jdbi db) {
        this.db = db;
    }

    /** A rung that is due. */
    record Due(Duty.Subject subject, int rung, LocalDate firesOn) {}

    /** A place in the list of what is planned. */
    record Place(LocalDate firesOn, UUID subjectId, int rung) {}

    /** Replaces what is still planned for a duty. A rung that has gone out stays gone out, whatever moves afterwards. */
    void plan(Duty.Subject subject, List<ReminderLadder.Step> steps) {
        db.useHandle(handle -> {
            handle.createUpdate("""
                            update reminder set state = 'CANCELLED'
                            where subject_type = :type and subject_id = :id and state = 'PLANNED'""")
                    .bind("type", subject.type().name())
                    .bind("id", subject.id())
                    .execute();
            var batch = handle.prepareBatch("""
                    insert into reminder (subject_type, subject_id, rung, fires_on, state)
                    values (:type, :id, :rung, :firesOn, 'PLANNED')
                    on conflict (subject_type, subject_id, rung) do update
                        set state = 'PLANNED', fires_on = excluded.fires_on
                        where reminder.state = 'CANCELLED'""");
            for (var step : steps) {
                batch.bind("type", subject.type().name())
                        .bind("id", subject.id())
                        .bind("rung", step.rung())
                        .bind("firesOn", step.firesOn())
                        .add();
            }
            if (!steps.isEmpty()) {
                batch.execute();
            }
        });
    }

    /** What went out is to go out again, for others: whoever has a message already does not get it twice. */
    void beginAgain(Duty.Subject subject) {
        db.useHandle(handle -> handle.createUpdate("""
                        update reminder set state = 'CANCELLED'
                        where subject_type = :type and subject_id = :id and state in ('FIRED', 'COLLAPSED')""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .execute());
    }

    /** The organizations that have something to send. */
    List<UUID> organizationsWithDue(LocalDate today) {
        return db.withHandle(handle ->
                handle.createQuery("""
                        select distinct d.organization_id from reminder r join duty d using (subject_type, subject_id)
                        where r.state = 'PLANNED' and r.fires_on <= :today and d.open""").bind("today", today).mapTo(UUID.class).list());
    }

    /** The next duties of these organizations of which a rung has come due, in the order of their ids. */
    List<Duty.Subject> subjectsDue(LocalDate today, Collection<UUID> organizationIds, UUID after, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select distinct r.subject_type, r.subject_id
                        from reminder r join duty d using (subject_type, subject_id)
                        where r.state = 'PLANNED' and r.fires_on <= :today and d.open
                          and d.organization_id = any (:organizations) and r.subject_id > :after
                        order by r.subject_id limit :limit""")
                .bind("today", today)
                .bind("organizations", organizationIds.toArray(UUID[]::new))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, _) -> new Duty.Subject(
                        Duty.Type.valueOf(row.getString("subject_type")), row.getObject("subject_id", UUID.class)))
                .list());
    }

    /** The rungs of a duty that have come due, earliest rung first. */
    List<Due> due(Duty.Subject subject, LocalDate today) {
        return db.withHandle(handle -> handle.createQuery("""
                        select subject_type, subject_id, rung, fires_on from reminder
                        where subject_type = :type and subject_id = :id and state = 'PLANNED' and fires_on <= :today
                        order by rung""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .bind("today", today)
                .map((row, _) -> due(row))
                .list());
    }

    /** The rung went out, and the earlier ones that were missed went with it. */
    void fired(Duty.Subject subject, int rung, OffsetDateTime at) {
        db.useHandle(handle -> handle.createUpdate("""
                        update reminder
                        set state = case when rung = :rung then 'FIRED' else 'COLLAPSED' end, fired_at = :at
                        where subject_type = :type and subject_id = :id and state = 'PLANNED' and rung <= :rung""")
                .bind("type", subject.type().name())
                .bind("id", subject.id())
                .bind("rung", rung)
                .bind("at", at)
                .execute());
    }

    /**
     * What is planned until a day, soonest first.
     *
     * @param subjectId of one duty only; null for all
     * @param after the last one seen; null at the beginning
     */
    List<Due> plannedUntil(
            UUID organizationId, LocalDate until, @Nullable UUID subjectId, @Nullable Place after, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select r.subject_type, r.subject_id, r.rung, r.fires_on
                        from reminder r join duty d using (subject_type, subject_id)
                        where r.state = 'PLANNED' and r.fires_on <= :until and d.open
                          and (d.organization_id = :organization or d.receiving_organization_id = :organization)
                          and (cast(:subject as uuid) is null or r.subject_id = :subject)
                          and (cast(:day as date) is null
                               or (r.fires_on, r.subject_id, r.rung) > (cast(:day as date), cast(:after as uuid), :rung))
                        order by r.fires_on, r.subject_id, r.rung
                        limit :limit""")
                .bind("organization", organizationId)
                .bind("until", until)
                .bind("subject", subjectId)
                .bind("day", after == null ? null : after.firesOn())
                .bind("after", after == null ? null : after.subjectId())
                .bind("rung", after == null ? 0 : after.rung())
                .bind("limit", limit)
                .map((row, _) -> due(row))
                .list());
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                new Duty.Subject(
                        Duty.Type.valueOf(row.getString("subject_type")), row.getObject("subject_id", UUID.class)),
                row.getInt("rung"),
                row.getObject("fires_on", LocalDate.class));
    }
}
