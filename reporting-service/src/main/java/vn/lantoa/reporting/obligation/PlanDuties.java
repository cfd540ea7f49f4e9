package vn.lantoa.reporting.obligation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import vn.lantoa.effects.KnownDuty;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.PlanPromulgated.YearlyDue;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportFrequency;
import vn.lantoa.events.ReportKind;

/** The obligations of one plan with their dated duties, as far as following its versions needs them. */
@Singleton
class PlanDuties {

    private static final TypeReference<List<YearlyDue>> DAYS = new TypeReference<>() {};

    private final Jdbi db;
    private final ObjectMapper json;

    PlanDuties(Jdbi db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** No report of the organization is sent until the caller's transaction ends: whether a duty is fulfilled stands still. */
    void holdOffSendings(UUID organizationId) {
        db.useHandle(handle ->
                handle.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", organizationId.toString()));
    }

    /** Those of the version that was followed before this one, whether the plan has ended since or not. */
    List<ReportObligationItem> followedBefore(PlanInForce plan) {
        return db.withHandle(handle -> handle.createQuery("""
                        select * from report_obligation
                        where plan_id = :plan and plan_version = (
                            select max(version) from plan_version where plan_id = :plan and version < :version)""")
                .bind("plan", plan.planId())
                .bind("version", plan.version())
                .map((row, _) -> item(row))
                .list());
    }

    boolean areUnknown(UUID planId) {
        return db.withHandle(
                handle -> handle.createQuery("select not exists (select from report_obligation where plan_id = :plan)")
                        .bind("plan", planId)
                        .mapTo(Boolean.class)
                        .one());
    }

    /** The duties that were scheduled and not withdrawn. */
    List<KnownDuty> known(UUID planId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select d.*, exists (select from report r where r.duty_id = d.duty_id) as fulfilled
                        from report_duty d join report_obligation o using (obligation_id)
                        where o.plan_id = :plan and d.withdrawn_on is null and not d.reference_only
                        order by d.due_date, d.duty_id
                        for update of d""")
                .bind("plan", planId)
                .map((row, _) -> new KnownDuty(
                        row.getObject("duty_id", UUID.class),
                        row.getObject("obligation_id", UUID.class),
                        row.getObject("due_date", LocalDate.class),
                        new ReportPeriod(
                                row.getObject("period_start", LocalDate.class),
                                row.getObject("period_end", LocalDate.class)),
                        row.getObject("legal_end", LocalDate.class),
                        row.getBoolean("fulfilled")))
                .list());
    }

    /** What the version says of its obligations; those that are not in it end. */
    void write(PlanInForce plan) {
        db.useHandle(handle -> {
            plan.reportObligations().forEach(it -> write(handle, plan, it));
            end(
                    handle,
                    plan.planId(),
                    plan.version(),
                    plan.inForceFrom(),
                    plan.reportObligations().stream()
                            .map(ReportObligationItem::obligationId)
                            .toList());
        });
    }

    void end(UUID planId, int version, LocalDate on) {
        db.useHandle(handle -> end(handle, planId, version, on, List.of()));
    }

    /** @return the id of its row: one that was withdrawn comes back under its own; empty when it is owed already */
    Optional<UUID> schedule(ReportDutyScheduled it, boolean referenceOnly) {
        return db.withHandle(handle -> bound(handle.createQuery("""
                        insert into report_duty (duty_id, obligation_id, organization_id, period_start, period_end, due_date,
                            due_bound, due_words, last_day, last_safe_day, legal_end, calendar_version, reference_only)
                        values (:id, :obligation, :organization, :start, :end, :date, :bound, :words, :last, :safe, :legal,
                            :calendar, :referenceOnly)
                        on conflict (obligation_id, due_date) do update set (period_start, period_end, due_bound, due_words,
                            last_day, last_safe_day, legal_end, calendar_version, reference_only, withdrawn_on)
                          = (excluded.period_start, excluded.period_end, excluded.due_bound, excluded.due_words,
                            excluded.last_day, excluded.last_safe_day, excluded.legal_end, excluded.calendar_version,
                            excluded.reference_only, null)
                        where report_duty.withdrawn_on is not null or report_duty.reference_only
                        returning duty_id""").bind("referenceOnly", referenceOnly), it)
                .mapTo(UUID.class)
                .findOne());
    }

    void reschedule(ReportDutyScheduled it) {
        db.useHandle(handle -> bound(handle.createUpdate("""
                        update report_duty
                        set (period_start, period_end, due_date, due_bound, due_words, last_day, last_safe_day, legal_end,
                                calendar_version)
                          = (:start, :end, :date, :bound, :words, :last, :safe, :legal, :calendar)
                        where duty_id = :id"""), it).execute());
    }

    void withdraw(UUID dutyId, LocalDate on) {
        db.useHandle(handle -> handle.createUpdate("update report_duty set withdrawn_on = :on where duty_id = :id")
                .bind("id", dutyId)
                .bind("on", on)
                .execute());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ReportDutyScheduled it) {
        return statement
                .bind("id", it.dutyId())
                .bind("obligation", it.obligationId())
                .bind("organization", it.organizationId())
                .bind("start", it.periodStart())
                .bind("end", it.periodEnd())
                .bind("date", it.deadline().date())
                .bind("bound", it.deadline().bound().name())
                .bind("words", it.words())
                .bind("last", it.deadline().lastDay())
                .bind("safe", it.deadline().lastSafeDay())
                .bind("legal", it.deadline().legalEnd())
                .bind("calendar", it.deadline().calendarVersion());
    }

    private void write(Handle handle, PlanInForce plan, ReportObligationItem it) {
        handle.createUpdate("""
                        insert into report_obligation (obligation_id, plan_id, plan_version, organization_id, kind, frequency, due,
                            from_unit_id, receiving_organization_id, recipients, via_unit_id, words)
                        values (:id, :plan, :version, :organization, :kind, :frequency, cast(:due as jsonb), :from, :receiver, :to, :via,
                            :words)
                        on conflict (obligation_id) do update set (plan_version, kind, frequency, due, from_unit_id,
                            receiving_organization_id, recipients, via_unit_id, words, ended_in_version, ended_on)
                          = (excluded.plan_version, excluded.kind, excluded.frequency, excluded.due, excluded.from_unit_id,
                            excluded.receiving_organization_id, excluded.recipients, excluded.via_unit_id, excluded.words,
                            null, null)""")
                .bind("id", it.obligationId())
                .bind("plan", plan.planId())
                .bind("version", plan.version())
                .bind("organization", plan.organizationId())
                .bind("kind", it.kind().name())
                .bind(
                        "frequency",
                        it.frequency() == null ? null : it.frequency().name())
                .bind("due", written(it.due()))
                .bind("from", it.fromUnitId())
                .bind("receiver", it.receivingOrganizationId())
                .bind("to", it.to().toArray(String[]::new))
                .bind("via", it.viaUnitId())
                .bind("words", it.words())
                .execute();
    }

    private static void end(Handle handle, UUID planId, int version, LocalDate on, List<UUID> kept) {
        handle.createUpdate("""
                        update report_obligation set ended_in_version = :version, ended_on = :on
                        where plan_id = :plan and ended_on is null and obligation_id <> all (:kept)""")
                .bind("plan", planId)
                .bind("version", version)
                .bind("on", on)
                .bind("kept", kept.toArray(UUID[]::new))
                .execute();
    }

    private ReportObligationItem item(ResultSet row) throws SQLException {
        var frequency = row.getString("frequency");
        return new ReportObligationItem(
                row.getObject("obligation_id", UUID.class),
                ReportKind.valueOf(row.getString("kind")),
                frequency == null ? null : ReportFrequency.valueOf(frequency),
                read(row.getString("due")),
                row.getObject("from_unit_id", UUID.class),
                row.getObject("receiving_organization_id", UUID.class),
                Arrays.asList((String[]) row.getArray("recipients").getArray()),
                row.getObject("via_unit_id", UUID.class),
                row.getString("words"));
    }

    private String written(List<YearlyDue> days) {
        try {
            return json.writeValueAsString(days);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Records of texts can always be written", impossible);
        }
    }

    private List<YearlyDue> read(String days) {
        try {
            return json.readValue(days, DAYS);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Only what was written here is read", impossible);
        }
    }
}
