package vn.lantoa.plan.distribution;

import jakarta.inject.Singleton;
import java.sql.Array;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Whom people said that lines of "Nơi nhận" mean, while the plan was not yet issued. */
@Singleton
public class RecipientChoices {

    /** Both empty: nobody of the directory is meant. */
    public record Choice(List<UUID> unitIds, List<UUID> organizationIds) {
        public Choice {
            unitIds = List.copyOf(unitIds);
            organizationIds = List.copyOf(organizationIds);
        }
    }

    private final Jdbi db;

    RecipientChoices(Jdbi db) {
        this.db = db;
    }

    /** By line. */
    public Map<Integer, Choice> of(UUID organizationId, UUID planId) {
        return db.withHandle(handle -> handle.createQuery("""
                        select line, unit_ids, organization_ids from recipient_choice
                        where plan_id = :plan and organization_id = :organization""")
                .bind("plan", planId)
                .bind("organization", organizationId)
                .reduceResultSet(new HashMap<>(), (byLine, row, _) -> {
                    byLine.put(
                            row.getInt("line"),
                            new Choice(ids(row.getArray("unit_ids")), ids(row.getArray("organization_ids"))));
                    return byLine;
                }));
    }

    /** By line, instead of what was said before. */
    public void replace(UUID organizationId, UUID planId, Map<Integer, Choice> byLine, UUID by, OffsetDateTime at) {
        db.useHandle(handle -> {
            handle.createUpdate(
                            "delete from recipient_choice where plan_id = :plan and organization_id = :organization")
                    .bind("plan", planId)
                    .bind("organization", organizationId)
                    .execute();
            if (byLine.isEmpty()) {
                return;
            }
            var lines = handle.prepareBatch("""
                    insert into recipient_choice (plan_id, line, organization_id, unit_ids, organization_ids, chosen_by, chosen_at)
                    values (:plan, :line, :organization, :units, :organizations, :by, :at)""");
            byLine.forEach((line, choice) -> lines.bind("plan", planId)
                    .bind("line", line)
                    .bind("organization", organizationId)
                    .bind("units", choice.unitIds().toArray(UUID[]::new))
                    .bind("organizations", choice.organizationIds().toArray(UUID[]::new))
                    .bind("by", by)
                    .bind("at", at)
                    .add());
            lines.execute();
        });
    }

    private static List<UUID> ids(Array array) throws SQLException {
        return List.of((UUID[]) array.getArray());
    }
}
