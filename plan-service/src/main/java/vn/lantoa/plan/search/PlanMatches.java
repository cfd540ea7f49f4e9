package vn.lantoa.plan.search;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import vn.lantoa.plan.search.PlanMatch.Where;

/** Shows where the words were found in the plans of one page. */
@Singleton
public class PlanMatches {

    /** The most that is told of one plan. */
    static final int OF_ONE_PLAN = 3;

    private final Jdbi db;

    PlanMatches(Jdbi db) {
        this.db = db;
    }

    /** By plan, the most telling first: at most {@value #OF_ONE_PLAN} of each. */
    public Map<UUID, List<PlanMatch>> in(UUID organizationId, List<UUID> planIds, SearchWords words) {
        var matches = new LinkedHashMap<UUID, List<PlanMatch>>();
        if (planIds.isEmpty()) {
            return matches;
        }
        db.useHandle(handle -> handle.createQuery("""
                        select ranked.plan_id, kind, nullif(item_id, ranked.plan_id) as item_id, starts_at_char,
                            coalesce(ranked.content, substr(source.content, starts_at + 1, search_part_length())) as text
                        from (
                            select piece.*, row_number() over (partition by plan_id order by array_position(
                                array['NUMBER', 'SUBJECT', 'TASK', 'INDICATOR', 'UNIT_DUTY', 'SOURCE'], kind),
                                part, item_id) as rank
                            from plan_search piece
                            where plan_id = any(:plans) and organization_id = :organization
                                and words @@ search_query(:organization, :wanted)) ranked
                        left join plan_source source on source.plan_id = ranked.plan_id and ranked.kind = 'SOURCE'
                        where rank <= :most
                        order by ranked.plan_id, rank""")
                .bindArray("plans", UUID.class, planIds)
                .bind("organization", organizationId)
                .bindArray("wanted", String.class, words.pieces())
                .bind("most", OF_ONE_PLAN)
                .map((row, _) -> {
                    matches.computeIfAbsent(row.getObject("plan_id", UUID.class), _ -> new ArrayList<>())
                            .add(match(row, words));
                    return row.getRow();
                })
                .list());
        return matches;
    }

    private static PlanMatch match(ResultSet row, SearchWords words) throws SQLException {
        var snippet = Snippet.of(row.getString("text"), words);
        var begins = integer(row, "starts_at_char");
        return new PlanMatch(
                Where.valueOf(row.getString("kind")),
                row.getObject("item_id", UUID.class),
                snippet.text(),
                snippet.start(),
                snippet.end(),
                begins == null ? null : begins + snippet.offset(),
                begins == null ? null : begins + snippet.offset() + snippet.length());
    }

    private static @Nullable Integer integer(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }
}
