package vn.lantoa.plan.published;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyScheduled.ReportDeadline;
import vn.lantoa.events.ReportDutyWithdrawn;

/** The dated duties to report that came of plans, as reporting-service told them. */
@Singleton
public class PublishedDuties {

    private final Jdbi db;

    PublishedDuties(Jdbi db) {
        this.db = db;
    }

    /** Those of a plan that are owed or were fulfilled, by their days. */
    public List<PublishedDuty> of(UUID organizationId, UUID planId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select duty_id, obligation_id, unit_id, receiving_organization_id, period, period_start, period_end,
                            due_on, bound, last_day, last_safe_day, legal_end, calendar_version, sent, fulfilled
                        from published_duty
                        where plan_id = :plan and organization_id = :organization
                          and told_by is not null and (not withdrawn or withdrawn_told_by < told_by)
                        order by due_on, duty_id""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .map((row, _) -> duty(row))
                .list());
    }

    void tell(UUID eventId, ReportDutyScheduled duty) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_duty as known (duty_id, organization_id, plan_id, obligation_id, unit_id,
                            receiving_organization_id, period, period_start, period_end, due_on, bound, last_day,
                            last_safe_day, legal_end, calendar_version, told_by)
                        values (:duty, :organization, :plan, :obligation, :unit, :receiving, :period, :start, :end, :dueOn,
                            :bound, :lastDay, :lastSafeDay, :legalEnd, :calendar, :event)
                        on conflict (duty_id) do update set (plan_id, obligation_id, unit_id, receiving_organization_id,
                            period, period_start, period_end, due_on, bound, last_day, last_safe_day, legal_end,
                            calendar_version, told_by)
                          = (excluded.plan_id, excluded.obligation_id, excluded.unit_id,
                            excluded.receiving_organization_id, excluded.period, excluded.period_start,
                            excluded.period_end, excluded.due_on, excluded.bound, excluded.last_day,
                            excluded.last_safe_day, excluded.legal_end, excluded.calendar_version, excluded.told_by)
                        where known.told_by is null or known.told_by < excluded.told_by""")
                .bind("duty", duty.dutyId())
                .bind("organization", duty.organizationId())
                .bind("plan", duty.planId())
                .bind("obligation", duty.obligationId())
                .bind("unit", duty.unitId())
                .bind("receiving", duty.receivingOrganizationId())
                .bind("period", duty.period())
                .bind("start", duty.periodStart())
                .bind("end", duty.periodEnd())
                .bind("dueOn", duty.deadline().date())
                .bind("bound", duty.deadline().bound().name())
                .bind("lastDay", duty.deadline().lastDay())
                .bind("lastSafeDay", duty.deadline().lastSafeDay())
                .bind("legalEnd", duty.deadline().legalEnd())
                .bind("calendar", duty.deadline().calendarVersion())
                .bind("event", eventId)
                .execute());
    }

    void withdraw(UUID eventId, ReportDutyWithdrawn duty) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_duty as known (duty_id, organization_id, withdrawn, withdrawn_told_by)
                        values (:duty, :organization, true, :event)
                        on conflict (duty_id) do update set (withdrawn, withdrawn_told_by) = (true, :event)
                        where known.withdrawn_told_by is null or known.withdrawn_told_by < :event""")
                .bind("duty", duty.dutyId())
                .bind("organization", duty.organizationId())
                .bind("event", eventId)
                .execute());
    }

    /**
     * Reports and duties have different keys on the topic: a report may be sent here before its duty is scheduled.
     *
     * @param fulfilled false when the report that was sent came back
     */
    void fulfil(UUID eventId, UUID dutyId, UUID organizationId, boolean fulfilled) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into published_duty as known (duty_id, organization_id, sent, fulfilled, fulfilled_told_by)
                        values (:duty, :organization, true, :fulfilled, :event)
                        on conflict (duty_id) do update set (sent, fulfilled, fulfilled_told_by)
                          = (true, excluded.fulfilled, excluded.fulfilled_told_by)
                        where known.fulfilled_told_by is null
                            or known.fulfilled_told_by < excluded.fulfilled_told_by""")
                .bind("duty", dutyId)
                .bind("organization", organizationId)
                .bind("fulfilled", fulfilled)
                .bind("event", eventId)
                .execute());
    }

    private static PublishedDuty duty(ResultSet row) throws SQLException {
        return new PublishedDuty(
                row.getObject("duty_id", UUID.class),
                row.getObject("obligation_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("receiving_organization_id", UUID.class),
                row.getString("period"),
                row.getObject("period_start", LocalDate.class),
                row.getObject("period_end", LocalDate.class),
                new ReportDeadline(
                        row.getObject("due_on", LocalDate.class),
                        DeadlineBound.valueOf(row.getString("bound")),
                        row.getObject("last_day", LocalDate.class),
                        row.getObject("last_safe_day", LocalDate.class),
                        row.getObject("legal_end", LocalDate.class),
                        row.getString("calendar_version")),
                row.getBoolean("sent"),
                !row.getBoolean("fulfilled"));
    }
}
