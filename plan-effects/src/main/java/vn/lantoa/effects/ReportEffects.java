package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * What a new version of a plan does to its dated duties to report. reporting-service does it; plan-service foretells it from what
 * reporting-service published. What was fulfilled, or was late already when the version came into force, stays as it was.
 */
public final class ReportEffects {

    private final Map<UUID, ReportObligationItem> before;
    private final PlanInForce after;
    private final WorkingCalendar calendar;
    private final LocalDate first;
    private final Map<UUID, Map<LocalDate, KnownDuty>> known;

    private ReportEffects(
            List<ReportObligationItem> before,
            PlanInForce after,
            Collection<KnownDuty> known,
            WorkingCalendar calendar,
            LocalDate today) {
        this.before =
                before.stream().collect(Collectors.toMap(ReportObligationItem::obligationId, Function.identity()));
        this.after = after;
        this.calendar = calendar;
        this.first = after.inForceFrom().isBefore(today) ? today : after.inForceFrom();
        this.known = known.stream()
                .collect(Collectors.groupingBy(
                        KnownDuty::obligationId, Collectors.toMap(KnownDuty::dueDate, Function.identity())));
    }

    /**
     * In the order of the plan and of the days; what ends comes last.
     *
     * @param before the obligations of the version that was followed until now; empty when none was
     * @param known duties that were scheduled and not withdrawn
     * @param calendar of the organization that owes the reports
     */
    public static List<ReportEffect> of(
            List<ReportObligationItem> before,
            PlanInForce after,
            Collection<KnownDuty> known,
            WorkingCalendar calendar,
            LocalDate today) {
        return new ReportEffects(before, after, known, calendar, today).all();
    }

    /** When a plan ends, the reports about periods that closed before are still owed; the others are not. */
    public static List<ReportEffect> ofEnd(Collection<KnownDuty> known, LocalDate endedOn) {
        return known.stream()
                .filter(it -> !it.fulfilled() && !it.periodEnd().isBefore(endedOn))
                .<ReportEffect>map(ReportEffect.Withdrawn::new)
                .toList();
    }

    private List<ReportEffect> all() {
        var effects = new ArrayList<ReportEffect>();
        var kept = new HashMap<UUID, Map<LocalDate, ReportDuties.DatedDuty>>();
        for (var obligation : after.reportObligations()) {
            var days = byDay(obligation);
            kept.put(obligation.obligationId(), days);
            days.forEach((day, dated) -> {
                var effect = ofDuty(obligation, day, dated);
                if (effect != null) {
                    effects.add(effect);
                }
            });
        }
        known.values().stream()
                .flatMap(duties -> duties.values().stream())
                .filter(it -> !kept.getOrDefault(it.obligationId(), Map.of()).containsKey(it.dueDate()))
                .filter(this::mayChange)
                .sorted(Comparator.comparing(KnownDuty::dueDate).thenComparing(KnownDuty::dutyId))
                .map(ReportEffect.Withdrawn::new)
                .forEach(effects::add);
        return effects;
    }

    private @Nullable ReportEffect ofDuty(
            ReportObligationItem obligation, LocalDate day, ReportDuties.DatedDuty dated) {
        var duty = known.getOrDefault(obligation.obligationId(), Map.of()).get(day);
        if (duty == null) {
            return dated.deadline().legalEnd(calendar).isBefore(first)
                    ? null
                    : new ReportEffect.Scheduled(obligation, dated);
        }
        return mayChange(duty) && isDifferent(obligation, day, dated)
                ? new ReportEffect.Rescheduled(duty, obligation, dated)
                : null;
    }

    private boolean mayChange(KnownDuty duty) {
        return !duty.fulfilled() && !duty.legalEnd().isBefore(first);
    }

    private boolean isDifferent(ReportObligationItem obligation, LocalDate day, ReportDuties.DatedDuty dated) {
        var was = before.get(obligation.obligationId());
        return was != null
                && !(was.fromUnitId().equals(obligation.fromUnitId())
                        && Objects.equals(was.receivingOrganizationId(), obligation.receivingOrganizationId())
                        && was.to().equals(obligation.to())
                        && dated.equals(byDay(was).get(day)));
    }

    private Map<LocalDate, ReportDuties.DatedDuty> byDay(ReportObligationItem obligation) {
        var days = new LinkedHashMap<LocalDate, ReportDuties.DatedDuty>();
        ReportDuties.of(obligation, after.startsOn(), after.endsOn())
                .forEach(it -> days.putIfAbsent(it.deadline().date(), it));
        return days;
    }
}
