package vn.lantoa.plan.distribution;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What organizations are called today, for many at once. */
@Singleton
public class OrganizationNames {

    private final Jdbi db;
    private final Clock clock;

    OrganizationNames(Jdbi db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Those that exist today. */
    public Map<UUID, String> of(Collection<UUID> organizationIds) {
        if (organizationIds.isEmpty()) {
            return Map.of();
        }
        return db.withHandle(handle -> handle.createQuery("""
                        select organization_id, name from directory_organization_period
                        where organization_id = any (:ids) and validity @> cast(:today as date)""")
                .bind("ids", organizationIds.toArray(UUID[]::new))
                .bind("today", LocalDate.now(clock))
                .reduceResultSet(new HashMap<>(), (names, row, _) -> {
                    names.put(row.getObject("organization_id", UUID.class), row.getString("name"));
                    return names;
                }));
    }
}
