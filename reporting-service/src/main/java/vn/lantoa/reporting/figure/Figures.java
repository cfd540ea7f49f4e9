package vn.lantoa.reporting.figure;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/** Figures of one organization. */
@Singleton
class Figures {

    private static final String SELECT = """
            select f.*, coalesce(v.name, i.name) as name, coalesce(v.unit, i.unit) as unit,
                coalesce(v.matching_key, i.matching_key) as matching_key, t.year as target_year,
                t.comparator as target_comparator, t.value as target_value, t.aspirational as target_aspirational,
                t.words as target_words
            from figure f
                join indicator i using (indicator_id)
                left join indicator_version v on v.indicator_id = f.indicator_id and v.version = f.plan_version
                left join lateral (
                    select * from indicator_version_target of
                    where of.indicator_id = f.indicator_id and of.version = f.plan_version
                        and of.year = extract(year from f.period_end)
                    order by of.comparator desc limit 1) t on true
            where f.organization_id = :organization
            """;

    /** The sort keys of a figure. */
    record Place(LocalDate periodEnd, UUID figureId) {}

    /** @param after place of the last figure seen; null at the beginning */
    record Wanted(
            @Nullable UUID indicatorId,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd,
            @Nullable Place after,
            int size) {}

    private final Jdbi db;
    private final Evidence evidence;

    Figures(Jdbi db, Evidence evidence) {
        this.db = db;
        this.evidence = evidence;
    }

    Optional<FigureView> find(UUID organizationId, UUID figureId) {
        var rows = db.withHandle(handle -> handle.createQuery(SELECT + " and f.figure_id = :id")
                .bind("organization", organizationId)
                .bind("id", figureId)
                .map((row, _) -> view(row))
                .list());
        return withEvidence(organizationId, rows).stream().findFirst();
    }

    /** Newest period first, one more than asked for at most. */
    List<FigureView> list(UUID organizationId, Wanted wanted) {
        var after = wanted.after();
        var rows = db.withHandle(handle -> handle.createQuery(SELECT + """
                                 and (cast(:indicator as uuid) is null or f.indicator_id = :indicator)
                                 and (cast(:start as date) is null or f.period_start = :start)
                                 and (cast(:end as date) is null or f.period_end = :end)
                                 and (cast(:afterId as uuid) is null
                                    or (f.period_end, f.figure_id) < (:afterEnd, :afterId))
                                order by f.period_end desc, f.figure_id desc limit :limit""")
                .bind("organization", organizationId)
                .bind("indicator", wanted.indicatorId())
                .bind("start", wanted.periodStart())
                .bind("end", wanted.periodEnd())
                .bind("afterEnd", after == null ? null : after.periodEnd())
                .bind("afterId", after == null ? null : after.figureId())
                .bind("limit", wanted.size() + 1)
                .map((row, _) -> view(row))
                .list());
        return withEvidence(organizationId, rows);
    }

    /** Every state of the figure, the newest first; empty when it is not the organization's. */
    List<FigureView.Past> history(UUID organizationId, UUID figureId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select h.* from figure_history h join figure f using (figure_id)
                        where f.organization_id = :organization and figure_id = :id order by h.version desc""")
                .bind("organization", organizationId)
                .bind("id", figureId)
                .map((row, _) -> new FigureView.Past(
                        row.getInt("version"),
                        FigureState.valueOf(row.getString("state")),
                        row.getBigDecimal("numerator"),
                        row.getBigDecimal("denominator"),
                        row.getBigDecimal("value"),
                        row.getBoolean("cumulative"),
                        row.getString("source"),
                        uuids(row),
                        row.getString("explanation"),
                        row.getObject("plan_version", Integer.class),
                        row.getObject("recorded_by", UUID.class),
                        row.getObject("recorded_at", OffsetDateTime.class)))
                .list());
    }

    private List<FigureView> withEvidence(UUID organizationId, List<FigureView> figures) {
        var ids = figures.stream().flatMap(it -> it.evidenceIds().stream()).toList();
        var known = evidence.of(organizationId, ids);
        return figures.stream()
                .map(it -> new FigureView(
                        it.id(),
                        it.indicatorId(),
                        it.indicator(),
                        it.unit(),
                        it.matchingKey(),
                        it.period(),
                        it.periodStart(),
                        it.periodEnd(),
                        it.state(),
                        it.numerator(),
                        it.denominator(),
                        it.value(),
                        it.cumulative(),
                        it.source(),
                        it.evidenceIds(),
                        Evidence.inOrder(it.evidenceIds(), known),
                        it.explanation(),
                        it.planVersion(),
                        it.target(),
                        it.version(),
                        it.recordedBy(),
                        it.recordedAt()))
                .toList();
    }

    private static FigureView view(ResultSet row) throws SQLException {
        var period = new ReportPeriod(
                row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class));
        return new FigureView(
                row.getObject("figure_id", UUID.class),
                row.getObject("indicator_id", UUID.class),
                row.getString("name"),
                row.getString("unit"),
                row.getString("matching_key"),
                period.label(),
                period.start(),
                period.end(),
                FigureState.valueOf(row.getString("state")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getBoolean("cumulative"),
                row.getString("source"),
                uuids(row),
                List.of(),
                row.getString("explanation"),
                row.getObject("plan_version", Integer.class),
                Target.of(row),
                row.getInt("version"),
                row.getObject("recorded_by", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class));
    }

    private static List<UUID> uuids(ResultSet row) throws SQLException {
        return List.of((UUID[]) row.getArray("evidence_ids").getArray());
    }
}
