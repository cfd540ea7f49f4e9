package vn.lantoa.reporting.round;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.reporting.indicator.MatchingKey;
import vn.lantoa.reporting.obligation.ObligationView;
import vn.lantoa.reporting.obligation.ObligationView.Duty;
import vn.lantoa.reporting.obligation.Obligations;

/** Completes what the coordinator leaves out when a round is opened, from the obligation of a plan that it answers. */
@Singleton
class RoundDraft {

    /** What the coordinator says; all of it may be left out except what no obligation can tell. */
    record Wish(
            UUID organizationId,
            UUID openedBy,
            @Nullable UUID obligationId,
            @Nullable UUID dutyId,
            @Nullable String title,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable LocalDate dueOn,
            List<AskedIndicator> indicators) {

        Wish {
            indicators = List.copyOf(indicators);
        }
    }

    private final Obligations obligations;
    private final Jdbi db;

    RoundDraft(Obligations obligations, Jdbi db) {
        this.obligations = obligations;
        this.db = db;
    }

    /**
     * @throws Problem.NotFound when the obligation or duty is not one of a report to this organization
     * @throws Problem.Invalid when neither the wish nor the obligation tells the period, the due day or any indicator
     */
    OpenRound.Command completed(Wish wish) {
        var obligation = obligation(wish);
        var duty = obligation.flatMap(it -> duty(it, wish));
        var start = wish.periodStart() != null
                ? wish.periodStart()
                : duty.map(Duty::periodStart).orElse(null);
        var end = wish.periodEnd() != null
                ? wish.periodEnd()
                : duty.map(Duty::periodEnd).orElse(null);
        var due = wish.dueOn() != null ? wish.dueOn() : duty.map(Duty::lastDay).orElse(null);
        var indicators = wish.indicators().isEmpty() && end != null
                ? obligation
                        .map(it -> indicatorsOf(wish.organizationId(), it.planId(), end))
                        .orElse(List.of())
                : distinct(wish.indicators());
        boolean untilPeriodIsKnown = end == null && obligation.isPresent(); // its plan has indicators for every period
        requireComplete(start, end, due, !indicators.isEmpty() || untilPeriodIsKnown);
        var period = new ReportPeriod(start, end);
        var title = wish.title() != null ? wish.title() : "Báo cáo " + period.label();
        return new OpenRound.Command(
                wish.organizationId(),
                wish.openedBy(),
                obligation.map(ObligationView::id).orElse(null),
                duty.map(Duty::id).orElse(null),
                title,
                period,
                due,
                indicators);
    }

    private Optional<ObligationView> obligation(Wish wish) {
        if (wish.obligationId() == null && wish.dutyId() == null) {
            return Optional.empty();
        }
        var found = wish.dutyId() != null
                ? obligations.ofDuty(wish.organizationId(), wish.dutyId())
                : obligations.find(wish.organizationId(), wish.obligationId());
        return Optional.of(found.filter(it -> wish.organizationId().equals(it.receivingOrganizationId()))
                .orElseThrow(() -> new Problem.NotFound("obligation.not-found")));
    }

    /** The one named, else the next whose time is not over, else the last. */
    private static Optional<Duty> duty(ObligationView obligation, Wish wish) {
        var duties = obligation.duties();
        if (wish.dutyId() != null) {
            return duties.stream().filter(it -> it.id().equals(wish.dutyId())).findFirst();
        }
        return duties.stream()
                .filter(it -> !it.past())
                .min(Comparator.comparing(Duty::dueOn))
                .or(() -> duties.stream().max(Comparator.comparing(Duty::dueOn)));
    }

    /**
     * Of a plan, one's own or another's, from which a report is due to the organization: as the version says that is in force on
     * the last day of the period. What came or ended with a version from later is not asked, or still.
     */
    private List<AskedIndicator> indicatorsOf(UUID receivingOrganizationId, UUID planId, LocalDate periodEnd) {
        return distinct(db.withHandle(handle -> handle.createQuery("""
                        select said.matching_key, said.name, said.unit
                        from indicator
                            join indicator_version said on said.indicator_id = indicator.indicator_id
                                and said.version = indicator_version_on(indicator.indicator_id, :end)
                            join plan_version held on held.plan_id = indicator.plan_id and held.version = said.version
                        where indicator.plan_id = :plan and (ended_on is null or ended_on > :end)
                            and (held.in_force_from <= :end or not exists (
                                select from plan_version earlier
                                where earlier.plan_id = held.plan_id and earlier.version < held.version))
                            and exists (
                                select from report_obligation
                                where plan_id = :plan and receiving_organization_id = :receiver)
                        order by position, indicator.indicator_id""")
                .bind("plan", planId)
                .bind("end", periodEnd)
                .bind("receiver", receivingOrganizationId)
                .map((row, _) ->
                        new AskedIndicator(row.getString("matching_key"), row.getString("name"), row.getString("unit")))
                .list()));
    }

    private static List<AskedIndicator> distinct(List<AskedIndicator> indicators) {
        var byKey = new LinkedHashMap<String, AskedIndicator>();
        indicators.forEach(it -> byKey.putIfAbsent(it.matchingKey(), it));
        return List.copyOf(byKey.values());
    }

    private static void requireComplete(
            @Nullable LocalDate start, @Nullable LocalDate end, @Nullable LocalDate due, boolean asksSomething) {
        var errors = new ArrayList<Problem.Invalid.Error>();
        require(start != null, "/periodStart", "round.period-missing", errors);
        require(end != null, "/periodEnd", "round.period-missing", errors);
        require(due != null, "/dueOn", "round.due-missing", errors);
        require(asksSomething, "/indicators", "round.indicators-missing", errors);
        if (start != null && end != null) {
            require(!end.isBefore(start), "/periodEnd", "period.ends-before-start", errors);
        }
        if (start != null && due != null) {
            require(!due.isBefore(start), "/dueOn", "round.due-before-period", errors);
        }
        if (!errors.isEmpty()) {
            throw new Problem.Invalid("request.invalid").errors(errors);
        }
    }

    private static void require(boolean holds, String pointer, String code, List<Problem.Invalid.Error> errors) {
        if (!holds) {
            errors.add(new Problem.Invalid.Error(pointer, code));
        }
    }

    static AskedIndicator asked(String name, String unit) {
        return new AskedIndicator(MatchingKey.of(name, unit), name, unit);
    }
}
