package vn.lantoa.effects;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.lantoa.events.PlanInForce;
import vn.lantoa.events.PlanPromulgated.ReportObligationItem;
import vn.lantoa.workingdays.WorkingCalendar;

/**
 * What a new version of a plan does to its dated duties to report. reporting-service does it; plan-service foretells it from what
 * reporting-service published.
 *
 * <p>A duty that was fulfilled, or was late already when the version came into force, stays as it was. Where the version names
 * another day for its period, it stands for that day: nobody is asked twice for one period. For the rest only what the version
 * says counts, not the way that led to it.
 */
public final class ReportEffects {

    private static final Comparator<KnownDuty> BY_DAY =
            Comparator.comparing(KnownDuty::dueDate).thenComparing(KnownDuty::dutyId);

    private final Map<UUID, ReportObligationItem> before;
    private final PlanInForce after;
    private final WorkingCalendar calendar;
    private final LocalDate today;
    private final Map<UUID, Map<LocalDate, KnownDuty>> known;
    private final List<ReportEffect> changes = new ArrayList<>();
    private final List<KnownDuty> dropped = new ArrayList<>();

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
        this.today = today;
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

    /**
     * The same for a version that becomes known only when its plan has ended: what the end takes away is not given first.
     *
     * @param endedOn first day on which the plan did not hold any more
     */
    public static List<ReportEffect> ofEnded(
            List<ReportObligationItem> before,
            PlanInForce after,
            LocalDate endedOn,
            Collection<KnownDuty> known,
            WorkingCalendar calendar,
            LocalDate today) {
        return of(before, after, known, calendar, today).stream()
                .flatMap(effect -> switch (effect) {
                    case ReportEffect.Scheduled it ->
                        outlives(it.dated(), calendar, endedOn) ? Stream.of(it) : Stream.<ReportEffect>empty();
                    case ReportEffect.Rescheduled it ->
                        outlives(it.dated(), calendar, endedOn)
                                ? Stream.of(it)
                                : Stream.of(new ReportEffect.Withdrawn(it.duty()));
                    case ReportEffect.Withdrawn it -> Stream.of(it);
                })
                .toList();
    }

    /**
     * When a plan ends, the reports about periods that closed before are still owed, and what was late stays late; the others are
     * not owed any more.
     *
     * @param endedOn first day on which the plan does not hold any more
     */
    public static List<ReportEffect.Withdrawn> ofEnd(Collection<KnownDuty> known, LocalDate endedOn) {
        return known.stream()
                .filter(it -> !it.fulfilled() && !outlives(it.period(), it.legalEnd(), endedOn))
                .sorted(BY_DAY)
                .map(ReportEffect.Withdrawn::new)
                .toList();
    }

    /**
     * The duties of a plan whose time was over when it was first heard of: nobody is told of them, but they are worth knowing.
     */
    public static List<ReportEffect.Scheduled> overAlready(
            PlanInForce first, WorkingCalendar calendar, LocalDate today) {
        var owedFrom = first.inForceFrom().isBefore(today) ? today : first.inForceFrom();
        return first.reportObligations().stream()
                .flatMap(obligation -> byDay(obligation, first).values().stream()
                        .filter(dated -> dated.deadline().legalEnd(calendar).isBefore(owedFrom))
                        .map(dated -> new ReportEffect.Scheduled(obligation, dated)))
                .toList();
    }

    private static boolean outlives(ReportDuties.DatedDuty dated, WorkingCalendar calendar, LocalDate endedOn) {
        return outlives(dated.period(), dated.deadline().legalEnd(calendar), endedOn);
    }

    private static boolean outlives(ReportPeriod period, LocalDate legalEnd, LocalDate endedOn) {
        return period.end().isBefore(endedOn) || legalEnd.isBefore(endedOn);
    }

    private List<ReportEffect> all() {
        after.reportObligations().forEach(this::follow);
        var followed = after.reportObligations().stream()
                .map(ReportObligationItem::obligationId)
                .collect(Collectors.toSet());
        known.forEach((obligation, duties) -> {
            if (!followed.contains(obligation)) {
                duties.values().stream().filter(this::mayChange).forEach(dropped::add);
            }
        });
        dropped.stream().sorted(BY_DAY).map(ReportEffect.Withdrawn::new).forEach(changes::add);
        return List.copyOf(changes);
    }

    private void follow(ReportObligationItem obligation) {
        var duties = known.getOrDefault(obligation.obligationId(), Map.of());
        var wanted = wanted(obligation, duties);
        var ending = duties.values().stream()
                .filter(it -> mayChange(it) && !wanted.containsKey(it.dueDate()))
                .toList();
        var replaceable = periods(ending);
        wanted.forEach((day, dated) -> {
            var duty = duties.get(day);
            if (duty == null && isOwed(dated, replaceable)) {
                changes.add(new ReportEffect.Scheduled(obligation, dated));
            } else if (duty != null && mayChange(duty) && isDifferent(obligation, day, dated)) {
                changes.add(new ReportEffect.Rescheduled(duty, obligation, dated));
            }
        });
        dropped.addAll(ending);
    }

    /** The days of the version, without those for which a duty stands that cannot be moved to them any more. */
    private Map<LocalDate, ReportDuties.DatedDuty> wanted(
            ReportObligationItem obligation, Map<LocalDate, KnownDuty> duties) {
        var days = byDay(obligation, after);
        var standing = periods(duties.values().stream()
                .filter(it -> !mayChange(it) && !days.containsKey(it.dueDate()))
                .toList());
        days.entrySet().removeIf(it -> {
            var duty = duties.get(it.getKey());
            return (duty == null || mayChange(duty))
                    && standing.remove(it.getValue().period());
        });
        return days;
    }

    /** Nobody is told of a day that is over, unless it takes the place of another: else the report would be lost. */
    private boolean isOwed(ReportDuties.DatedDuty dated, List<ReportPeriod> replaceable) {
        var legalEnd = dated.deadline().legalEnd(calendar);
        return !legalEnd.isBefore(after.inForceFrom())
                && (!legalEnd.isBefore(today) || replaceable.remove(dated.period()));
    }

    private boolean mayChange(KnownDuty duty) {
        return !duty.fulfilled() && !duty.legalEnd().isBefore(after.inForceFrom());
    }

    private boolean isDifferent(ReportObligationItem obligation, LocalDate day, ReportDuties.DatedDuty dated) {
        @Nullable ReportObligationItem was = before.get(obligation.obligationId());
        return was == null
                || !(was.fromUnitId().equals(obligation.fromUnitId())
                        && Objects.equals(was.receivingOrganizationId(), obligation.receivingOrganizationId())
                        && was.to().equals(obligation.to())
                        && dated.equals(byDay(was, after).get(day)));
    }

    private static List<ReportPeriod> periods(List<KnownDuty> duties) {
        return duties.stream().map(KnownDuty::period).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Map<LocalDate, ReportDuties.DatedDuty> byDay(ReportObligationItem obligation, PlanInForce plan) {
        var days = new LinkedHashMap<LocalDate, ReportDuties.DatedDuty>();
        ReportDuties.of(obligation, plan.startsOn(), plan.endsOn())
                .forEach(it -> days.putIfAbsent(it.deadline().date(), it));
        return days;
    }
}
