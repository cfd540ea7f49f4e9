package vn.lantoa.reporting.report;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.reporting.figure.FigureState;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/**
 * The figures of reports: live links to what is recorded until a version is approved, from then on the copy made at approval.
 */
@Singleton
class ReportFigures {

    private final Jdbi db;

    ReportFigures(Jdbi db) {
        this.db = db;
    }

    /** By report, in the order of the round; of each report's present version. */
    Map<UUID, List<ReportFigure>> of(Collection<UUID> reportIds) {
        return db.withHandle(handle -> of(handle, reportIds));
    }

    List<ReportFigure> live(UUID reportId) {
        return db.withHandle(
                handle -> handle.createQuery("select * from live_report_figure where report_id = :id order by position")
                        .bind("id", reportId)
                        .map((row, _) -> read(row))
                        .list());
    }

    /** From now on this version shows these figures, whatever is recorded later. */
    void freeze(UUID reportId, int version) {
        db.useHandle(handle -> handle.createUpdate("""
                        insert into report_figure (report_id, version, matching_key, position, name, unit, state, numerator,
                            denominator, value, cumulative, source, evidence_ids, explanation, indicator_id, figure_id,
                            figure_version, plan_version, target_year, target_comparator, target_value, target_aspirational,
                            target_words)
                        select report_id, :version, matching_key, position, name, unit, state, numerator, denominator, value,
                            cumulative, source, evidence_ids, explanation, indicator_id, figure_id, figure_version, plan_version,
                            target_year, target_comparator, target_value, target_aspirational, target_words
                        from live_report_figure where report_id = :id""")
                .bind("id", reportId)
                .bind("version", version)
                .execute());
    }

    private static Map<UUID, List<ReportFigure>> of(Handle handle, Collection<UUID> reportIds) {
        record Of(UUID report, ReportFigure figure) {}
        return handle
                .createQuery("""
                        select f.report_id, f.position, f.matching_key, f.name, f.unit, f.state, f.numerator, f.denominator, f.value,
                            f.cumulative, f.source, f.evidence_ids, f.explanation, f.indicator_id, f.figure_id, f.figure_version,
                            f.plan_version, f.target_year, f.target_comparator, f.target_value, f.target_aspirational,
                            f.target_words
                        from report_figure f join report using (report_id, version)
                        where f.report_id = any (:ids)
                        union all
                        select f.report_id, f.position, f.matching_key, f.name, f.unit, f.state, f.numerator, f.denominator, f.value,
                            f.cumulative, f.source, f.evidence_ids, f.explanation, f.indicator_id, f.figure_id, f.figure_version,
                            f.plan_version, f.target_year, f.target_comparator, f.target_value, f.target_aspirational,
                            f.target_words
                        from live_report_figure f join report using (report_id)
                        where f.report_id = any (:ids) and not exists (
                            select 1 from report_figure frozen
                            where frozen.report_id = f.report_id and frozen.version = report.version)
                        order by report_id, position""")
                .bind("ids", reportIds.toArray(UUID[]::new))
                .map((row, _) -> new Of(row.getObject("report_id", UUID.class), read(row)))
                .stream()
                .collect(Collectors.groupingBy(Of::report, Collectors.mapping(Of::figure, Collectors.toList())));
    }

    private static ReportFigure read(ResultSet row) throws SQLException {
        return new ReportFigure(
                row.getString("matching_key"),
                row.getString("name"),
                row.getString("unit"),
                FigureState.valueOf(row.getString("state")),
                row.getBigDecimal("numerator"),
                row.getBigDecimal("denominator"),
                row.getBigDecimal("value"),
                row.getBoolean("cumulative"),
                row.getString("source"),
                List.of((UUID[]) row.getArray("evidence_ids").getArray()),
                List.of(),
                row.getString("explanation"),
                row.getObject("indicator_id", UUID.class),
                row.getObject("plan_version", Integer.class),
                Target.of(row),
                row.getObject("figure_id", UUID.class),
                row.getObject("figure_version", Integer.class));
    }
}
