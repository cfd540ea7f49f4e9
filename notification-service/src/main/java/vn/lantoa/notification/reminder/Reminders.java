package vn.lantoa.notification.reminder;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The planned rungs of all duties. */
@Singleton
class Reminders {

    private final Jdbi db;

    Reminders(Jdbi db) {
        this.db = db;
    }

    /** A rung that is due. */
    record Due(Duty.Subject subject, int rung, LocalDate firesOn) {}

    /** Replaces what is still planned for a duty. A rung that has gone out stays gone out, whatever moves afterwards. */
    void plan(Duty.Subject subject, List<Ladder.Step> steps) {
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

    /**
     * Takes the planned rungs of some duties of which at least one has come due, for the length of the caller's transaction;
     * duties that another instance holds are left to it.
     */
    List<Due> claim(LocalDate today, int duties) {
        return db
                .withHandle(handle -> handle.createQuery("""
                                with due as (
                                    select d.subject_type, d.subject_id from duty d
                                    where d.open and exists (
                                        select 1 from reminder r
                                        where r.subject_type = d.subject_type and r.subject_id = d.subject_id
                                          and r.state = 'PLANNED' and r.fires_on <= :today)
                                    limit :duties for update of d skip locked)
                                select r.subject_type, r.subject_id, r.rung, r.fires_on
                                from reminder r join due using (subject_type, subject_id)
                                where r.state = 'PLANNED' and r.fires_on <= :today""")
                        .bind("today", today)
                        .bind("duties", duties)
                        .map((row, _) -> new Due(
                                new Duty.Subject(
                                        Duty.Type.valueOf(row.getString("subject_type")),
                                        row.getObject("subject_id", UUID.class)),
                                row.getInt("rung"),
                                row.getObject("fires_on", LocalDate.class)))
                        .list())
                .stream()
                .sorted(Comparator.comparing(Due::rung))
                .toList();
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

    /** What is planned until a day, soonest first. */
    List<Due> plannedUntil(UUID organizationId, LocalDate until, int limit) {
        return db.withHandle(handle -> handle.createQuery("""
                        select r.subject_type, r.subject_id, r.rung, r.fires_on
                        from reminder r join duty d using (subject_type, subject_id)
                        where r.state = 'PLANNED' and r.fires_on <= :until and d.open
                          and (d.organization_id = :organization or d.receiving_organization_id = :organization)
                        order by r.fires_on, d.last_day, r.subject_id, r.rung
                        limit :limit""")
                .bind("organization", organizationId)
                .bind("until", until)
                .bind("limit", limit)
                .map((row, _) -> new Due(
                        new Duty.Subject(
                                Duty.Type.valueOf(row.getString("subject_type")),
                                row.getObject("subject_id", UUID.class)),
                        row.getInt("rung"),
                        row.getObject("fires_on", LocalDate.class)))
                .list());
    }
}
