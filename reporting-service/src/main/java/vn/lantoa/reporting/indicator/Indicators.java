package vn.lantoa.reporting.indicator;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
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
                i.numerator_words, i.denominator_words, i.ended_in_version, i.ended_on,
                (select max(version) from indicator_version v where v.indicator_id = i.indicator_id) as plan_version
            from indicator i left join plan p using (plan_id)
            where i.organization_id = :organization
            """;

    /**
     * An indicator as the version of its plan says it that counts for a period.
     *
     * @param planVersion null when a level above asked for it
     */
    public record Named(UUID id, @Nullable Integer planVersion, String matchingKey, String unit) {}

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
     * As the version says that is in force on the last day of a period, or the first one that has it; empty when it does not exist,
     * or belongs to another organization.
     */
    public Optional<Named> named(UUID organizationId, UUID indicatorId, LocalDate periodEnd) {
        return db.withHandle(handle -> handle.createQuery("""
                        select i.indicator_id, v.version, coalesce(v.matching_key, i.matching_key) as matching_key,
                            coalesce(v.unit, i.unit) as unit
                        from indicator i left join indicator_version v on v.indicator_id = i.indicator_id
                            and v.version = indicator_version_on(i.indicator_id, :end)
                        where i.organization_id = :organization and i.indicator_id = :id""")
                .bind("organization", organizationId)
                .bind("id", indicatorId)
                .bind("end", periodEnd)
                .map((row, _) -> new Named(
                        row.getObject("indicator_id", UUID.class),
                        row.getObject("version", Integer.class),
                        row.getString("matching_key"),
                        row.getString("unit")))
                .findOne());
    }

    /**
     * In the order in which plans name them, one more than {@code size} at most.
     *
     * @param year when given, those with a target of that year that still hold at its end, and of their targets only that
     */
    List<IndicatorView> list(
            UUID organizationId, @Nullable Integer year, @Nullable UUID planId, @Nullable UUID after, int size) {
        return db.withHandle(handle -> views(
                handle,
                handle.createQuery(SELECT + """
                                 and (cast(:plan as uuid) is null or i.plan_id = :plan)
                                 and (cast(:after as uuid) is null or i.indicator_id > :after)
                                 and (cast(:year as int) is null or (
                                    i.ended_on is null or extract(year from i.ended_on) > :year) and exists (
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
            @Nullable String denominator,
            @Nullable Integer planVersion,
            @Nullable Integer endedInVersion,
            @Nullable LocalDate endedOn) {

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
                    row.getString("denominator_words"),
                    row.getObject("plan_version", Integer.class),
                    row.getObject("ended_in_version", Integer.class),
                    row.getObject("ended_on", LocalDate.class));
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
                    planVersion,
                    endedInVersion,
                    endedOn,
                    targets);
        }
    }
}
