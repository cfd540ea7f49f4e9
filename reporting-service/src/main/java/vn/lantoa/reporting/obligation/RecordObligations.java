package vn.lantoa.reporting.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.ReportDuties;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanPromulgated;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * Takes over the obligations of a promulgated plan and dates their duties for all its years. Those whose time is over already are
 * kept for reference and told to nobody.
 */
@Singleton
public class RecordObligations {

    private final Jdbi db;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    RecordObligations(Jdbi db, Calendars calendars, Outbox outbox, Clock clock) {
        this.db = db;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Runs in the transaction of the event. */
    public void handle(PlanPromulgated plan) {
        var calendar = calendars.of(plan.organizationId());
        var today = LocalDate.now(clock);
        var scheduled = new ArrayList<ReportDutyScheduled>();
        db.useHandle(handle -> {
            for (var obligation : plan.reportObligations()) {
                write(handle, plan, obligation);
                for (var dated : ReportDuties.of(obligation, plan.startsOn(), plan.endsOn())) {
                    var duty = duty(plan, obligation, dated, calendar);
                    boolean isNew = write(handle, duty);
                    if (isNew && !duty.deadline().legalEnd().isBefore(today)) {
                        scheduled.add(duty);
                    }
                }
            }
        });
        outbox.publish(scheduled);
    }

    private static ReportDutyScheduled duty(
            PlanPromulgated plan, ReportObligationItem from, ReportDuties.DatedDuty dated, WorkingCalendar calendar) {
        var deadline = dated.deadline();
        return new ReportDutyScheduled(
                Ids.next(),
                plan.organizationId(),
                plan.planId(),
                from.obligationId(),
                from.fromUnitId(),
                from.receivingOrganizationId(),
                from.to(),
                dated.period().label(),
                dated.period().start(),
                dated.period().end(),
                new ReportDutyScheduled.ReportDeadline(
                        deadline.date(),
                        DeadlineBound.valueOf(deadline.bound().name()),
                        deadline.lastDay(),
                        deadline.lastSafeDay(calendar),
                        deadline.legalEnd(calendar),
                        calendar.version()),
                dated.words());
    }

    private static void write(Handle handle, PlanPromulgated plan, ReportObligationItem it) {
        handle.createUpdate("""
                        insert into report_obligation (obligation_id, plan_id, organization_id, kind, frequency, from_unit_id,
                            receiving_organization_id, recipients, via_unit_id, words)
                        values (:id, :plan, :organization, :kind, :frequency, :from, :receiver, :to, :via, :words)
                        on conflict (obligation_id) do update set (kind, frequency, from_unit_id, receiving_organization_id,
                            recipients, via_unit_id, words)
                          = (excluded.kind, excluded.frequency, excluded.from_unit_id, excluded.receiving_organization_id,
                            excluded.recipients, excluded.via_unit_id, excluded.words)""")
                .bind("id", it.obligationId())
                .bind("plan", plan.planId())
                .bind("organization", plan.organizationId())
                .bind("kind", it.kind().name())
                .bind(
                        "frequency",
                        it.frequency() == null ? null : it.frequency().name())
                .bind("from", it.fromUnitId())
                .bind("receiver", it.receivingOrganizationId())
                .bind("to", it.to().toArray(String[]::new))
                .bind("via", it.viaUnitId())
                .bind("words", it.words())
                .execute();
    }

    private static boolean write(Handle handle, ReportDutyScheduled it) {
        return handle.createUpdate("""
                                insert into report_duty (duty_id, obligation_id, organization_id, period_start, period_end,
                                    due_date, due_bound, due_words, last_day, last_safe_day, legal_end, calendar_version)
                                values (:id, :obligation, :organization, :start, :end, :date, :bound, :words, :last, :safe,
                                    :legal, :calendar)
                                on conflict (obligation_id, due_date) do nothing""")
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
                        .bind("calendar", it.deadline().calendarVersion())
                        .execute()
                == 1;
    }
}
