package vn.lantoa.reporting.export;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/** The rows behind an export. */
final class ExportRows {

    private static final int FETCH_SIZE = 200;

    private ExportRows() {}

    static Optional<ExportedRound> round(Handle handle, UUID organizationId, UUID roundId) {
        var missing = handle.createQuery("""
                        select report.organization_id, o.name
                        from report join report_round round using (round_id)
                            left join directory_organization o on o.organization_id = report.organization_id
                        where round_id = :round and round.organization_id = :organization
                            and state not in ('SENT', 'ACCEPTED')
                        order by o.name, report.organization_id""")
                .bind("round", roundId)
                .bind("organization", organizationId)
                .map((row, _) ->
                        new ExportedRound.Missing(row.getObject("organization_id", UUID.class), row.getString("name")))
                .list();
        return handle.createQuery("""
                        select round.*, (select count(*) from report where report.round_id = round.round_id) as expected,
                            (select md5(coalesce(string_agg(
                                    concat_ws(':', report_id, row_version, state, report.population, o.name, o.administrative_code),
                                    ',' order by report_id), ''))
                                from report left join directory_organization o using (organization_id)
                                where report.round_id = round.round_id and state in ('SENT', 'ACCEPTED')) as fingerprint
                        from report_round round
                        where round.round_id = :round and round.organization_id = :organization""")
                .bind("round", roundId)
                .bind("organization", organizationId)
                .map((row, _) -> {
                    var period = new ReportPeriod(
                            row.getObject("period_start", LocalDate.class),
                            row.getObject("period_end", LocalDate.class));
                    return new ExportedRound(
                            roundId,
                            row.getString("title"),
                            period.label(),
                            period.start(),
                            period.end(),
                            row.getInt("expected"),
                            missing,
                            row.getString("fingerprint"));
                })
                .findOne();
    }

    /** By name of the organization. Needs a transaction: the rows come in portions. */
    static void forEachReport(Handle handle, UUID roundId, Consumer<ExportedReport> write) {
        var collected = new Collected(write);
        try (var rows = handle
                .createQuery("""
                        select report.*, o.name as organization_name, o.administrative_code,
                            figure.matching_key, figure.name, figure.unit, figure.state as figure_state, figure.numerator,
                            figure.denominator, figure.value, coalesce(figure.cumulative, false) as cumulative, figure.source,
                            coalesce(figure.evidence_ids, '{}') as evidence_ids, figure.explanation, figure.figure_id,
                            figure.plan_version, figure.target_year, figure.target_comparator, figure.target_value,
                            figure.target_aspirational, figure.target_words
                        from report
                            left join directory_organization o using (organization_id)
                            left join report_figure figure using (report_id, version)
                        where round_id = :round and report.state in ('SENT', 'ACCEPTED')
                        order by o.name, report.report_id, figure.position""")
                .bind("round", roundId)
                .setFetchSize(FETCH_SIZE)
                .map((row, _) -> {
                    collected.add(row);
                    return row.getRow();
                })
                .stream()) {
            rows.forEach(_ -> {});
        }
        collected.finish();
    }

    /** Puts the rows of one report together and passes it on when the next begins. */
    private static final class Collected {

        private final Consumer<ExportedReport> write;
        private @Nullable ExportedReport report;
        private List<ExportedReport.Figure> figures = new ArrayList<>();

        Collected(Consumer<ExportedReport> write) {
            this.write = write;
        }

        void add(ResultSet row) throws SQLException {
            var id = row.getObject("report_id", UUID.class);
            if (report == null || !report.reportId().equals(id)) {
                finish();
                report = report(row, id);
                figures = new ArrayList<>();
            }
            if (row.getString("matching_key") != null) {
                figures.add(figure(row));
            }
        }

        void finish() {
            if (report != null) {
                write.accept(new ExportedReport(
                        report.reportId(),
                        report.organizationId(),
                        report.organizationName(),
                        report.administrativeCode(),
                        report.population(),
                        report.state(),
                        report.version(),
                        report.firstSentAt(),
                        report.sentAt(),
                        report.late(),
                        report.acceptedAt(),
                        report.narrative(),
                        report.nilReason(),
                        figures));
            }
        }

        private static ExportedReport report(ResultSet row, UUID id) throws SQLException {
            var narrative = row.getString("narrative");
            return new ExportedReport(
                    id,
                    row.getObject("organization_id", UUID.class),
                    row.getString("organization_name"),
                    row.getString("administrative_code"),
                    row.getObject("population", Long.class),
                    row.getString("state"),
                    row.getInt("version"),
                    row.getObject("first_sent_at", OffsetDateTime.class),
                    row.getObject("sent_at", OffsetDateTime.class),
                    row.getObject("late", Boolean.class),
                    row.getObject("accepted_at", OffsetDateTime.class),
                    narrative.isEmpty() ? List.of() : List.of(narrative.split("\n", -1)),
                    row.getString("nil_reason"),
                    List.of());
        }

        private static ExportedReport.Figure figure(ResultSet row) throws SQLException {
            return new ExportedReport.Figure(
                    row.getString("matching_key"),
                    row.getString("name"),
                    row.getString("unit"),
                    row.getString("figure_state"),
                    row.getBigDecimal("numerator"),
                    row.getBigDecimal("denominator"),
                    row.getBigDecimal("value"),
                    row.getBoolean("cumulative"),
                    row.getString("source"),
                    List.of((UUID[]) row.getArray("evidence_ids").getArray()),
                    row.getString("explanation"),
                    row.getObject("figure_id", UUID.class),
                    row.getObject("plan_version", Integer.class),
                    Target.of(row));
        }
    }
}
