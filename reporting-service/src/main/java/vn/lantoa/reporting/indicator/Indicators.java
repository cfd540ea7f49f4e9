package vn.lantoa.reporting.indicator;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.reporting.indicator.IndicatorView.Origin;
import vn.lantoa.reporting.indicator.IndicatorView.Target;

/** The indicators of one organization. */
@Singleton
public class Indicators {

    private static final String SELECT = """
            select i.indicator_id, i.matching_key, i.name, i.unit, i.plan_id, p.subject, i.round_id,
                i.numerator_words, i.denominator_words
            from indicator i left join plan p using (plan_id)
            where i.organization_id = :organization
            """;

    private final Jdbi db;

    Indicators(Jdbi db) {
        this.db = db;
    }

    /** Empty when it does not exist, or belongs to another organization. */
    public Optional<IndicatorView> find(UUID organizationId, UUID indicatorId) {
        return db.withHandle(handle -> views(
                        handle,
                        handle.createQuery(SELECT + " and i.indicator_id = :id")
                                .bind("organization", organizationId)
                                .bind("id", indicatorId)
                                .map((row, _) -> Row.of(row))
                                .list(),
                        null)
                .stream()
                .findFirst());
    }

    /**
     * In the order in which plans name them, one more than {@code size} at most.
     *
     * @param year when given, those with a target of that year, and of their targets only that
     */
    List<IndicatorView> list(
            UUID organizationId, @Nullable Integer year, @Nullable UUID planId, @Nullable UUID after, int size) {
        return db.withHandle(handle -> views(
                handle,
                handle.createQuery(SELECT + """
                                 and (cast(:plan as uuid) is null or i.plan_id = :plan)
                                 and (cast(:after as uuid) is null or i.indicator_id > :after)
                                 and (cast(:year as int) is null or exists (
                                    select 1 from indicator_target t
                                    where t.indicator_id = i.indicator_id and t.year = :year))
                                order by i.indicator_id limit :limit""")
                        .bind("organization", organizationId)
                        .bind("plan", planId)
                        .bind("after", after)
                        .bind("year", year)
                        .bind("limit", size + 1)
                        .map((row, _) -> Row.of(row))
                        .list(),
                year));
    }

    private static List<IndicatorView> views(Handle handle, List<Row> rows, @Nullable Integer year) {
        var targets = targets(handle, rows.stream().map(Row::id).toList(), year);
        return rows.stream()
                .map(row -> row.view(targets.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Map<UUID, List<Target>> targets(Handle handle, Collection<UUID> ids, @Nullable Integer year) {
        record Of(UUID indicator, Target target) {}
        return handle
                .createQuery("""
                        select indicator_id, year, comparator, value, aspirational, words from indicator_target
                        where indicator_id = any (:ids) and (cast(:year as int) is null or year = :year)
                        order by indicator_id, year, comparator""")
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("year", year)
                .map((row, _) -> new Of(
                        row.getObject("indicator_id", UUID.class),
                        new Target(
                                row.getInt("year"),
                                row.getString("comparator"),
                                row.getBigDecimal("value"),
                                row.getBoolean("aspirational"),
                                row.getString("words"))))
                .stream()
                .collect(Collectors.groupingBy(Of::indicator, Collectors.mapping(Of::target, Collectors.toList())));
    }

    private record Row(
            UUID id,
            String key,
            String name,
            String unit,
            @Nullable UUID planId,
            @Nullable String planSubject,
            @Nullable UUID roundId,
            @Nullable String numerator,
            @Nullable String denominator) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    row.getObject("indicator_id", UUID.class),
                    row.getString("matching_key"),
                    row.getString("name"),
                    row.getString("unit"),
                    row.getObject("plan_id", UUID.class),
                    row.getString("subject"),
                    row.getObject("round_id", UUID.class),
                    row.getString("numerator_words"),
                    row.getString("denominator_words"));
        }

        IndicatorView view(List<Target> targets) {
            return new IndicatorView(
                    id,
                    key,
                    name,
                    unit,
                    Aggregation.ofKey(key),
                    planId == null ? Origin.ROUND : Origin.PLAN,
                    planId,
                    planSubject,
                    roundId,
                    numerator,
                    denominator,
                    targets);
        }
    }
}
