package vn.lantoa.reporting.work;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.EvidenceChannel;
import vn.lantoa.reporting.work.WorkDone.ChannelCount;
import vn.lantoa.reporting.work.WorkDone.CompletedTask;

/** Counts from the facts, every time anew. */
@Singleton
public class Work {

    static final int MOST_NAMED = 50;

    private final Jdbi db;
    private final Clock clock;

    Work(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    public WorkDone of(UUID organizationId, ReportPeriod period) {
        var today = LocalDate.now(clock);
        var asOf = today.isBefore(period.end()) ? today : period.end();
        return db.withHandle(handle -> counted(handle, organizationId, period, asOf));
    }

    private static WorkDone counted(Handle handle, UUID organizationId, ReportPeriod period, LocalDate asOf) {
        var completed = completed(handle, organizationId, period);
        var evidence = evidence(handle, organizationId, period);
        return handle.createQuery("""
                        select
                            count(*) filter (where mode = 'ASSIGN' and completed_on between :start and :end) as done,
                            count(*) filter (where open and begun and not late) as in_progress,
                            count(*) filter (where open and late) as overdue,
                            count(*) filter (where mode = 'REQUEST' and answered_on between :start and :end) as answered
                        from (select mode, completed_on, answered_on,
                                mode = 'ASSIGN' and assigned_on <= :asOf
                                    and (completed_on is null or completed_on > :asOf)
                                    and state in ('ASSIGNED', 'ACCEPTED', 'IN_PROGRESS', 'RESULT_SUBMITTED', 'COMPLETED') as open,
                                started_on <= :asOf and schedule_kind <> 'YEARLY_DAY'
                                    and (parent_task_id is null or due_on <= :end) as begun,
                                coalesce(legal_end < least(submitted_on, :asOf), false) as late
                            from task_fact where organization_id = :organization and state <> 'CANCELLED') as fact""")
                .bind("organization", organizationId)
                .bind("start", period.start())
                .bind("end", period.end())
                .bind("asOf", asOf)
                .map((row, _) -> new WorkDone(
                        asOf,
                        row.getInt("done"),
                        row.getInt("in_progress"),
                        row.getInt("overdue"),
                        row.getInt("answered"),
                        completed,
                        evidence))
                .one();
    }

    private static List<CompletedTask> completed(Handle handle, UUID organizationId, ReportPeriod period) {
        return handle.createQuery("""
                        select task_id, number, title, coalesce(completed_on > legal_end, false) as late
                        from task_fact
                        where organization_id = :organization and mode = 'ASSIGN' and state <> 'CANCELLED' and completed_on between :start and :end
                        order by completed_on, task_id limit :most""")
                .bind("organization", organizationId)
                .bind("start", period.start())
                .bind("end", period.end())
                .bind("most", MOST_NAMED)
                .map((row, _) -> new CompletedTask(
                        row.getObject("task_id", UUID.class),
                        row.getString("number"),
                        row.getString("title"),
                        row.getBoolean("late")))
                .list();
    }

    private static List<ChannelCount> evidence(Handle handle, UUID organizationId, ReportPeriod period) {
        return handle.createQuery("""
                        select channel, count(*) as files from evidence_fact
                        where organization_id = :organization and attached_on between :start and :end
                        group by channel order by files desc, channel""")
                .bind("organization", organizationId)
                .bind("start", period.start())
                .bind("end", period.end())
                .map((row, _) ->
                        new ChannelCount(EvidenceChannel.valueOf(row.getString("channel")), row.getInt("files")))
                .list();
    }
}
