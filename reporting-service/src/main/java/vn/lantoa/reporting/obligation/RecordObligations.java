package vn.lantoa.reporting.obligation;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.KnownDuty;
import vn.lantoa.effects.ReportDuties;
import vn.lantoa.effects.ReportEffect;
import vn.lantoa.effects.ReportEffects;
import vn.lantoa.events.DeadlineBound;
import vn.lantoa.events.PlanEnded;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.events.ReportDutyScheduled;
import vn.lantoa.events.ReportDutyWithdrawn;
import vn.lantoa.events.ReportEvent;
import vn.lantoa.kit.directory.Calendars;
import vn.lantoa.kit.messaging.Outbox;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * Follows what a plan obliges to report, version by version until its end, and tells what became of each dated duty. What changes is
 * decided by {@link ReportEffects} alone. Nothing is deleted: an obligation that ended and a duty that is not owed any more keep
 * their rows, and rounds that were opened for them go on.
 */
@Singleton
public class RecordObligations {

    private final PlanDuties duties;
    private final Calendars calendars;
    private final Outbox outbox;
    private final Clock clock;

    RecordObligations(PlanDuties duties, Calendars calendars, Outbox outbox, Clock clock) {
        this.duties = duties;
        this.calendars = calendars;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Runs in the transaction of the event.
     *
     * @param plan a version newer than all that were known
     * @param endedOn first day on which the plan did not hold any more; null while it holds
     */
    public void handle(PlanInForce plan, @Nullable LocalDate endedOn) {
        var calendar = calendars.of(plan.organizationId());
        var today = LocalDate.now(clock);
        duties.holdOffSendings(plan.organizationId());
        boolean isFirst = duties.areUnknown(plan.planId());
        var before = duties.followedBefore(plan);
        var known = duties.known(plan.planId());
        var effects = endedOn == null
                ? ReportEffects.of(before, plan, known, calendar, today)
                : ReportEffects.ofEnded(before, plan, endedOn, known, calendar, today);
        duties.write(plan);
        if (endedOn != null) {
            duties.end(plan.planId(), plan.version(), endedOn);
        }
        if (isFirst) {
            ReportEffects.overAlready(plan, calendar, today)
                    .forEach(it -> duties.schedule(duty(plan, it.obligation(), it.dated(), calendar), true));
        }
        var told = new ArrayList<ReportEvent>();
        for (var effect : effects) {
            switch (effect) {
                case ReportEffect.Scheduled it -> {
                    var duty = duty(plan, it.obligation(), it.dated(), calendar);
                    duties.schedule(duty, false).ifPresent(id -> told.add(withId(id, duty)));
                }
                case ReportEffect.Rescheduled it -> {
                    var duty = withId(it.duty().dutyId(), duty(plan, it.obligation(), it.dated(), calendar));
                    duties.reschedule(duty);
                    told.add(duty);
                }
                case ReportEffect.Withdrawn it -> {
                    duties.withdraw(it.duty().dutyId(), plan.inForceFrom());
                    told.add(withdrawn(
                            it.duty(),
                            plan.organizationId(),
                            plan.planId(),
                            plan.version(),
                            WithdrawalReason.of(plan)));
                }
            }
        }
        outbox.publish(told);
    }

    /** Runs in the transaction of the event. */
    public void handle(PlanEnded plan) {
        duties.holdOffSendings(plan.organizationId());
        duties.end(plan.planId(), plan.version(), plan.endedOn());
        var reason = WithdrawalReason.of(plan);
        outbox.publish(ReportEffects.ofEnd(duties.known(plan.planId()), plan.endedOn()).stream()
                .map(it -> {
                    duties.withdraw(it.duty().dutyId(), plan.endedOn());
                    return withdrawn(it.duty(), plan.organizationId(), plan.planId(), plan.version(), reason);
                })
                .toList());
    }

    private static ReportDutyWithdrawn withdrawn(
            KnownDuty duty, UUID organizationId, UUID planId, int version, String reason) {
        return new ReportDutyWithdrawn(
                duty.dutyId(),
                organizationId,
                planId,
                duty.obligationId(),
                version,
                duty.period().label(),
                reason);
    }

    private static ReportDutyScheduled duty(
            PlanInForce plan, ReportObligationItem from, ReportDuties.DatedDuty dated, WorkingCalendar calendar) {
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

    private static ReportDutyScheduled withId(UUID id, ReportDutyScheduled it) {
        return new ReportDutyScheduled(
                id,
                it.organizationId(),
                it.planId(),
                it.obligationId(),
                it.unitId(),
                it.receivingOrganizationId(),
                it.to(),
                it.period(),
                it.periodStart(),
                it.periodEnd(),
                it.deadline(),
                it.words());
    }
}
