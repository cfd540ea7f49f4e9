package vn.lantoa.notification.policy;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import vn.lantoa.effects.ReminderLadder;

/** The ladder of each organization; the usual one where none was set. */
@Singleton
public class ReminderPolicies {

    static final List<Integer> USUAL = ReminderLadder.USUAL;

    private final Jdbi db;

    ReminderPolicies(Jdbi db) {
        this.db = db;
    }

    record Policy(List<Integer> rungs, int version) {}

    public List<Integer> rungsOf(UUID organizationId) {
        return find(organizationId).map(Policy::rungs).orElse(USUAL);
    }

    Optional<Policy> find(UUID organizationId) {
        return db.withHandle(
                handle -> handle.createQuery("select rungs, version from reminder_policy where organization_id = :id")
                        .bind("id", organizationId)
                        .map((row, _) -> new Policy(
                                List.of((Integer[]) row.getArray("rungs").getArray()), row.getInt("version")))
                        .findOne());
    }

    /** @return false when the stored version is not the expected one */
    boolean save(UUID organizationId, List<Integer> rungs, UUID by, OffsetDateTime at, int expectedVersion) {
        return db.withHandle(handle -> handle.createUpdate("""
                        insert into reminder_policy (organization_id, rungs, changed_by, changed_at, version)
                        select :organization, :rungs, :by, :at, 1 where :expected = 0
                        on conflict (organization_id) do nothing""")
                                .bind("organization", organizationId)
                                .bind("rungs", rungs.toArray(Integer[]::new))
                                .bind("by", by)
                                .bind("at", at)
                                .bind("expected", expectedVersion)
                                .execute()
                        + handle.createUpdate("""
                        update reminder_policy
                        set rungs = :rungs, changed_by = :by, changed_at = :at, version = version + 1
                        where organization_id = :organization and version = :expected and :expected > 0""")
                                .bind("organization", organizationId)
                                .bind("rungs", rungs.toArray(Integer[]::new))
                                .bind("by", by)
                                .bind("at", at)
                                .bind("expected", expectedVersion)
                                .execute())
                == 1;
    }
}
