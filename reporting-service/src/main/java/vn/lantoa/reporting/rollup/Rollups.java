package vn.lantoa.reporting.rollup;

import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.effects.ReportPeriod;
import vn.lantoa.reporting.indicator.Aggregation;
import vn.lantoa.reporting.rollup.RollupView.Absent;
import vn.lantoa.reporting.rollup.RollupView.Basis;
import vn.lantoa.reporting.rollup.RollupView.Coverage;
import vn.lantoa.reporting.rollup.RollupView.Item;
import vn.lantoa.reporting.rollup.RollupView.Part;
import vn.lantoa.reporting.rollup.RollupView.State;

/**
 * Rolls figures up from the rows at the moment of asking: what was accepted a second ago is in it. One statement, so that value,
 * coverage and parts always tell of the same moment.
 */
@Singleton
class Rollups {

    private static final int SHARE_SCALE = 4;
    private static final String MIXED_WORDS =
            "Không cộng: có đơn vị báo cáo số lũy kế, có đơn vị báo cáo số trong kỳ; xem số liệu của từng đơn vị.";

    /**
     * An organization that was asked the same in two rounds of one period counts once, with the report accepted last. Sums are
     * made here, over the accepted figures of the window of each indicator.
     */
    private static final String ROWS = """
            select *,
                trim_scale(sum(numerator) filter (where state = 'REPORTED') over indicator) as total_numerator,
                trim_scale(sum(denominator) filter (where state = 'REPORTED') over indicator) as total_denominator,
                trim_scale(sum(value) filter (where state = 'REPORTED') over indicator) as total_value,
                trim_scale(round(100 * sum(numerator) filter (where state = 'REPORTED') over indicator
                    / nullif(sum(denominator) filter (where state = 'REPORTED') over indicator, 0), 4)) as ratio,
                max(accepted_at) over () as as_of
            from (
                select distinct on (asked.matching_key, report.organization_id)
                    asked.matching_key, asked.position, asked.name, asked.unit, round.period_start, round.period_end,
                    report.organization_id, o.name as organization_name, report.population, report.report_id, report.version,
                    case when report.state = 'ACCEPTED' then report.accepted_at end as accepted_at,
                    case when report.state = 'ACCEPTED' then coalesce(figure.state, 'MISSING') else 'NOT_RECEIVED' end as state,
                    figure.numerator, figure.denominator, figure.value, coalesce(figure.cumulative, false) as cumulative,
                    figure.source, coalesce(figure.evidence_ids, '{}') as evidence_ids, figure.figure_id,
                    figure.plan_version
                from report_round round
                    join round_indicator asked using (round_id)
                    join report using (round_id)
                    left join directory_organization o on o.organization_id = report.organization_id
                    left join report_figure figure on report.state = 'ACCEPTED' and figure.report_id = report.report_id
                        and figure.version = report.version and figure.matching_key = asked.matching_key
                where round.organization_id = :organization
                    and (cast(:round as uuid) is null or round.round_id = :round)
                    and (cast(:key as text) is null or asked.matching_key = :key)
                    and (cast(:start as date) is null or round.period_start = :start)
                    and (cast(:end as date) is null or round.period_end = :end)
                order by asked.matching_key, report.organization_id, report.state = 'ACCEPTED' desc,
                    report.accepted_at desc nulls last, report.report_id
            ) as asked
            window indicator as (partition by matching_key)
            order by position, matching_key, organization_name, organization_id""";

    /** Either a round, or an indicator with a period. */
    record Wanted(
            UUID organizationId,
            @Nullable UUID roundId,
            @Nullable String matchingKey,
            @Nullable LocalDate periodStart,
            @Nullable LocalDate periodEnd) {}

    private final Jdbi db;

    Rollups(Jdbi db) {
        this.db = db;
    }

    /** Empty when the organization collects nothing of the kind. */
    Optional<RollupView> of(Wanted wanted) {
        var rows = db.withHandle(handle -> handle.createQuery(ROWS)
                .bind("organization", wanted.organizationId())
                .bind("round", wanted.roundId())
                .bind("key", wanted.matchingKey())
                .bind("start", wanted.periodStart())
                .bind("end", wanted.periodEnd())
                .map((row, _) -> Row.of(row))
                .list());
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.getFirst();
        var byIndicator =
                rows.stream().collect(Collectors.groupingBy(Row::matchingKey, LinkedHashMap::new, Collectors.toList()));
        return Optional.of(new RollupView(
                wanted.roundId(),
                first.period().label(),
                first.period().start(),
                first.period().end(),
                first.asOf(),
                byIndicator.values().stream().map(Rollups::item).toList()));
    }

    private static Item item(List<Row> rows) {
        var first = rows.getFirst();
        var aggregation = Aggregation.ofKey(first.matchingKey());
        @Nullable Basis basis = basis(rows);
        boolean addable = basis != Basis.MIXED && aggregation != Aggregation.NONE;
        return new Item(
                first.matchingKey(),
                first.name(),
                first.unit(),
                addable ? (aggregation == Aggregation.RATIO ? first.ratio() : first.totalValue()) : null,
                addable ? first.totalNumerator() : null,
                addable ? first.totalDenominator() : null,
                aggregation,
                basis == Basis.MIXED ? MIXED_WORDS : aggregation.words(),
                basis,
                coverage(rows),
                states(rows),
                rows.stream().map(Row::part).toList());
    }

    private static @Nullable Basis basis(List<Row> rows) {
        var cumulative = rows.stream()
                .map(Row::part)
                .filter(part -> part.state() == State.REPORTED)
                .map(Part::cumulative)
                .distinct()
                .toList();
        return switch (cumulative.size()) {
            case 0 -> null;
            case 1 -> cumulative.getFirst() ? Basis.CUMULATIVE : Basis.IN_PERIOD;
            default -> Basis.MIXED;
        };
    }

    private static Coverage coverage(List<Row> rows) {
        var parts = rows.stream().map(Row::part).toList();
        var reported =
                parts.stream().filter(part -> part.state() == State.REPORTED).toList();
        var missing = parts.stream()
                .filter(part -> part.state() != State.REPORTED)
                .map(part -> new Absent(part.organizationId(), part.organizationName(), part.state()))
                .toList();
        return new Coverage(reported.size(), parts.size(), share(reported, parts), missing);
    }

    private static @Nullable BigDecimal share(List<Part> reported, List<Part> expected) {
        if (expected.stream().map(Part::population).anyMatch(Objects::isNull)) {
            return null;
        }
        long all = expected.stream().mapToLong(Part::population).sum();
        long covered = reported.stream().mapToLong(Part::population).sum();
        return all == 0
                ? null
                : BigDecimal.valueOf(covered)
                        .divide(BigDecimal.valueOf(all), SHARE_SCALE, RoundingMode.HALF_UP)
                        .stripTrailingZeros();
    }

    private static Map<State, Integer> states(List<Row> rows) {
        var counts = new TreeMap<State, Integer>(Comparator.naturalOrder());
        rows.forEach(row -> counts.merge(row.part().state(), 1, Integer::sum));
        return counts;
    }

    private record Row(
            String matchingKey,
            String name,
            String unit,
            ReportPeriod period,
            Part part,
            @Nullable BigDecimal totalNumerator,
            @Nullable BigDecimal totalDenominator,
            @Nullable BigDecimal totalValue,
            @Nullable BigDecimal ratio,
            @Nullable OffsetDateTime asOf) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getString("matching_key"),
                    row.getString("name"),
                    row.getString("unit"),
                    new ReportPeriod(
                            row.getObject("period_start", LocalDate.class),
                            row.getObject("period_end", LocalDate.class)),
                    new Part(
                            row.getObject("organization_id", UUID.class),
                            row.getString("organization_name"),
                            row.getObject("population", Long.class),
                            State.valueOf(row.getString("state")),
                            row.getBigDecimal("numerator"),
                            row.getBigDecimal("denominator"),
                            row.getBigDecimal("value"),
                            row.getBoolean("cumulative"),
                            row.getString("source"),
                            List.of((UUID[]) row.getArray("evidence_ids").getArray()),
                            row.getObject("figure_id", UUID.class),
                            row.getObject("plan_version", Integer.class),
                            row.getObject("report_id", UUID.class),
                            row.getInt("version")),
                    row.getBigDecimal("total_numerator"),
                    row.getBigDecimal("total_denominator"),
                    row.getBigDecimal("total_value"),
                    row.getBigDecimal("ratio"),
                    row.getObject("as_of", OffsetDateTime.class));
        }
    }
}
