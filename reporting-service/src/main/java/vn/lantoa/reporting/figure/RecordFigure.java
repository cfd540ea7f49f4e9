package vn.lantoa.reporting.figure;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.kit.audit.Audited;
import vn.lantoa.kit.directory.Directory;
import vn.lantoa.kit.directory.Organization;
import vn.lantoa.kit.http.Problem;
import vn.lantoa.kit.runtime.Ids;
import vn.lantoa.reporting.indicator.Indicators;

/**
 * Records what was measured, or that nothing was; the one figure of an indicator in a period. Every change is kept. The figure is
 * bound to the version of the plan in force on the last day of its period, also when it is entered or corrected later.
 */
@Singleton
class RecordFigure {

    record Command(
            UUID organizationId, UUID recordedBy, UUID indicatorId, ReportPeriod period, FigureContent content) {}

    /** @param isNew false when the figure existed already */
    record Outcome(UUID figureId, boolean isNew) {}

    private final Jdbi db;
    private final Indicators indicators;
    private final Directory directory;
    private final Clock clock;

    RecordFigure(Jdbi db, Indicators indicators, Directory directory, Clock clock) {
        this.db = db;
        this.indicators = indicators;
        this.directory = directory;
        this.clock = clock;
    }

    @Transactional
    @Audited(subject = "figure", id = "result.figureId", organization = "organizationId")
    Outcome handle(Command command) {
        var indicator = indicators
                .named(
                        command.organizationId(),
                        command.indicatorId(),
                        command.period().end())
                .orElseThrow(() -> new Problem.NotFound("indicator.not-found"));
        var population = directory
                .organization(command.organizationId())
                .map(Organization::population)
                .orElse(null);
        var content = command.content().checked(indicator.unit(), population);
        return db.withHandle(handle -> {
            refuseUnderApproval(handle, command, indicator);
            var written = write(handle, command, indicator, content);
            if (written.isPresent()) {
                keepHistory(handle, written.get().figureId());
                return written.get();
            }
            return new Outcome(existing(handle, command), false); // nothing changed
        });
    }

    /** The share lock holds off a submission that would otherwise take place between the look and the change. */
    private static void refuseUnderApproval(Handle handle, Command command, Indicators.Named indicator) {
        var reports = handle.createQuery("""
                        select r.report_id, r.state
                        from report r
                        where r.organization_id = :organization and exists (
                            select 1 from report_round round join round_indicator asked using (round_id)
                            where round.round_id = r.round_id and asked.matching_key = :key
                                and round.period_start = :start and round.period_end = :end
                            union all
                            select 1 from report_line line join figure using (figure_id)
                            where line.report_id = r.report_id and figure.indicator_id = :indicator
                                and figure.period_start = :start and figure.period_end = :end)
                        for share of r""")
                .bind("organization", command.organizationId())
                .bind("key", indicator.matchingKey())
                .bind("indicator", indicator.id())
                .bind("start", command.period().start())
                .bind("end", command.period().end())
                .map((row, _) -> row.getString("state").equals("PENDING_APPROVAL")
                        ? row.getObject("report_id", UUID.class)
                        : null)
                .list();
        for (var report : reports) {
            if (report != null) {
                throw new Problem.RuleBroken("figure.under-approval").with("reportId", report);
            }
        }
    }

    private Optional<Outcome> write(Handle handle, Command command, Indicators.Named indicator, FigureContent it) {
        return handle.createQuery("""
                        insert into figure (figure_id, indicator_id, organization_id, period_start, period_end, state, numerator,
                            denominator, value, cumulative, source, evidence_ids, explanation, plan_version, recorded_by, recorded_at, version)
                        values (:id, :indicator, :organization, :start, :end, :state, trim_scale(:numerator),
                            trim_scale(:denominator), trim_scale(:value), :cumulative, :source, :evidence, :explanation, :planVersion, :by, :at,
                            1)
                        on conflict (indicator_id, period_start, period_end) do update
                        set (state, numerator, denominator, value, cumulative, source, evidence_ids, explanation, plan_version,
                                recorded_by, recorded_at, version)
                          = (excluded.state, excluded.numerator, excluded.denominator, excluded.value, excluded.cumulative,
                                excluded.source, excluded.evidence_ids, excluded.explanation, excluded.plan_version,
                                excluded.recorded_by, excluded.recorded_at, figure.version + 1)
                        where (figure.state, figure.numerator, figure.denominator, figure.value, figure.cumulative,
                                figure.source, figure.evidence_ids, figure.explanation)
                            is distinct from (excluded.state, excluded.numerator, excluded.denominator, excluded.value,
                                excluded.cumulative, excluded.source, excluded.evidence_ids, excluded.explanation)
                        returning figure_id, version""")
                .bind("id", Ids.next())
                .bind("indicator", command.indicatorId())
                .bind("organization", command.organizationId())
                .bind("start", command.period().start())
                .bind("end", command.period().end())
                .bind("state", it.state().name())
                .bind("numerator", it.numerator())
                .bind("denominator", it.denominator())
                .bind("value", it.value())
                .bind("cumulative", it.cumulative())
                .bind("source", it.source())
                .bind("evidence", it.evidenceIds().toArray(UUID[]::new))
                .bind("explanation", it.explanation())
                .bind("planVersion", indicator.planVersion())
                .bind("by", command.recordedBy())
                .bind("at", OffsetDateTime.now(clock))
                .map((row, _) -> new Outcome(row.getObject("figure_id", UUID.class), row.getInt("version") == 1))
                .findOne();
    }

    private static UUID existing(Handle handle, Command command) {
        return handle.createQuery("""
                        select figure_id from figure
                        where indicator_id = :indicator and period_start = :start and period_end = :end""")
                .bind("indicator", command.indicatorId())
                .bind("start", command.period().start())
                .bind("end", command.period().end())
                .mapTo(UUID.class)
                .one();
    }

    private static void keepHistory(Handle handle, UUID figureId) {
        handle.createUpdate("""
                        insert into figure_history (figure_id, version, state, numerator, denominator, value, cumulative, source,
                            evidence_ids, explanation, plan_version, recorded_by, recorded_at)
                        select figure_id, version, state, numerator, denominator, value, cumulative, source, evidence_ids,
                            explanation, plan_version, recorded_by, recorded_at
                        from figure where figure_id = :id""").bind("id", figureId).execute();
    }
}
